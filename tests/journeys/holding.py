"""What somebody with a certificate does: sign in, file a later application, see it through, look at the certificates."""

from dataclasses import dataclass
from typing import Any

from api.demo.known import PASSWORD
from models.authorities.kinds import Profession
from tests.holders import Holder
from tests.journeys.applicant import Applicant
from tests.journeys.cast import Cast
from tests.journeys.client import Client, Json
from tests.journeys.entering import sign_in
from tests.journeys.filling import choose_authority, cut_photo, take_pledge
from tests.journeys.stream import CASES, following
from tests.other_holders import OtherHolder

HELD = """{ certificates(first: 20, orderBy: NEWEST) { nodes { id number state validFrom validUntil reason verifyCode
  employer { name } replacedBy { number } seals { number state }
  labels { number state } specialties { id } registration { id kind } } } }"""
DEMANDS = (
    "query ($id: ID!) { node(id: $id) { ... on Registration { demands { kind required met minPages } } } }"
)
MAKING = "CERTIFICATE_MAKING"
ADVISED = {
    Profession.SAFETY_ENGINEER: "江苏省应急管理厅",
    Profession.SUPERVISION_ENGINEER: "住房和城乡建设部",
}


@dataclass
class Engineer(Applicant):
    """Somebody registered in a profession; `advised`: the body that the form's answers lead to."""

    profession: str = "FIRE_ENGINEER"
    advised: str = "江苏省消防救援总队"

    async def start(self, kind: str = "INITIAL", profession: str = "", **about: str) -> None:
        await super().start(kind, profession or self.profession, **about)

    async def certificates(self) -> list[Json]:
        """Newest first."""
        found: list[Json] = (await self.client.ask(HELD))["certificates"]["nodes"]
        return found

    async def apply(self, kind: str, photo: bool = True, **said: Any) -> None:
        """A complete application: from the certificate, the pledge, what is said, every demanded paper, the corps."""
        await self.start(kind, **({"certificateId": (await self.certificates())[0]["id"]}))
        await take_pledge(self, self.profession)
        if said:
            await self.act("saveRegistration", **said)
        if photo:
            file = await cut_photo(self)
            await self.act("saveRegistration", basic={"photoFileId": file["id"], "capable": True})
        await self.attach_demanded()
        await choose_authority(self, self.advised)

    async def attach_demanded(self) -> None:
        asked = (await self.client.ask(DEMANDS, id=self.case["id"]))["node"]["demands"]
        for demand in asked:
            for page in range((demand["minPages"] or 1) if demand["required"] else 0):
                await self.attach(demand["kind"], f"材料{demand['kind']}{page or ''}")


async def engineer(cast: Cast, one: Holder) -> Engineer:
    """Signed in with the mobile and a password (S0-24 and its sisters)."""
    client = await cast.stranger()
    await sign_in(client, one.who.mobile, PASSWORD)
    return Engineer(client, one.who)


async def other_engineer(cast: Cast, one: OtherHolder) -> Engineer:
    """The same, of another profession."""
    client = await cast.stranger()
    await sign_in(client, one.who.mobile, PASSWORD)
    return Engineer(client, one.who, profession=one.profession.value, advised=ADVISED[one.profession])


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
