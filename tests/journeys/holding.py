"""What somebody with a certificate does: sign in, file a later application, see it through, look at the certificates."""

from dataclasses import dataclass
from typing import Any

from api.demo.known import PASSWORD
from tests.holders import Holder
from tests.journeys.applicant import Applicant
from tests.journeys.cast import Cast
from tests.journeys.client import Client, Json
from tests.journeys.entering import sign_in
from tests.journeys.filling import choose_authority, cut_photo, take_pledge
from tests.journeys.stream import CASES, following

HELD = """{ certificates(first: 20, orderBy: NEWEST) { nodes { id number state validFrom validUntil reason verifyCode
  employer { name } replacedBy { number } seals { number state } registration { id kind } } } }"""
DEMANDS = "query ($id: ID!) { node(id: $id) { ... on Registration { demands { kind required met } } } }"
MAKING = "CERTIFICATE_MAKING"


@dataclass
class Engineer(Applicant):
    """Somebody registered."""

    async def certificates(self) -> list[Json]:
        """Newest first."""
        found: list[Json] = (await self.client.ask(HELD))["certificates"]["nodes"]
        return found

    async def apply(self, kind: str, photo: bool = True, **said: Any) -> None:
        """A complete application: from the certificate, the pledge, what is said, every demanded paper, the corps."""
        await self.start(kind, **({"certificateId": (await self.certificates())[0]["id"]}))
        await take_pledge(self)
        if said:
            await self.act("saveRegistration", **said)
        if photo:
            file = await cut_photo(self)
            await self.act("saveRegistration", basic={"photoFileId": file["id"], "capable": True})
        await self.attach_demanded()
        await choose_authority(self)

    async def attach_demanded(self) -> None:
        asked = (await self.client.ask(DEMANDS, id=self.case["id"]))["node"]["demands"]
        for demand in asked:
            if demand["required"]:
                await self.attach(demand["kind"], f"材料{demand['kind']}")


async def engineer(cast: Cast, one: Holder) -> Engineer:
    """Signed in with the mobile and a password (S0-24 and its sisters)."""
    client = await cast.stranger()
    await sign_in(client, one.who.mobile, PASSWORD)
    return Engineer(client, one.who)


async def seen_through(cast: Cast, person: Applicant, *stages: str) -> list[str]:
    """Submit; every desk passes; gives the events that the filer saw without asking, in order."""
    case_id = person.case["id"]
    async with following(person.client, CASES, id=case_id) as cases:
        await person.submit()
        for stage in stages:
            officer = await cast.at(stage)
            await officer.claim((await officer.arrival(case_id, stage))["id"])
            step = "issueCertificate" if stage == MAKING else "passRegistration"
            await officer.decide(step, case_id)
        frame = await cases.named("REGISTRATION_COMPLETED")
        assert frame["registration"]["state"] == "COMPLETED"
        assert frame["registration"]["status"] == "审核完成"
        return cases.names


async def proof(client: Client, code: str) -> Json:
    """What a stranger is told of a certificate."""
    query = """query ($code: String!) { verifyCertificate(code: $code) {
      genuine state replacedByNumber employerName differences { path before after } } }"""
    found: Json = (await client.ask(query, code=code))["verifyCertificate"]
    return found
