"""Every later kind of a supervision engineer, and the late first one, from sign-in to its end, over HTTP alone."""

from datetime import date, timedelta

import pytest

from api.demo.employers import SUPERVISOR
from models.kernel.clock import today
from tests import other_holders as holders
from tests.journeys.applicant import Applicant
from tests.journeys.cast import Cast, gathering
from tests.journeys.client import Declined, new_key
from tests.journeys.filling import choose_authority, cut_photo, employment, take_pledge
from tests.journeys.holding import ADVISED, Engineer, other_engineer, proof
from tests.journeys.papers import paper
from tests.journeys.passing import SUPERVISION as DESKS
from tests.journeys.passing import clerk_of, passed_through
from tests.other_holders import SUPERVISION, SUPERVISION_HOLDERS
from tests.server import Server

WHOLE = ("EMPLOYER", "ACCEPTANCE", "EXAMINATION", "DECISION", "CERTIFICATE_MAKING")
LEAVING = ("EMPLOYER", "ACCEPTANCE", "EXAMINATION", "DECISION")
OTHER_FIRM = "南京紫藤商业广场管理有限公司"
YEARS = 3


async def own(cast: Cast, place: int) -> Engineer:
    return await other_engineer(cast, SUPERVISION_HOLDERS[place])


async def study(person: Applicant) -> None:
    """Ninety-six hours of one's own, with the certificate."""
    day = (today() - timedelta(days=90)).isoformat()
    file = (await person.upload("PROOF", "证书.jpg", paper("证书", person.who.name, today(), "96学时")))[
        "file"
    ]
    await person.client.do(
        "addHoursRecord",
        "record { id }",
        profession=SUPERVISION.value,
        specialtyId="HOUSING",
        providerName="监理协会",
        courseName="继续教育",
        hours=96,
        until=day,
        proofFileId=file["id"],
        idempotencyKey=new_key(),
        **{"from": day},
    )
    await person.look()


async def test_renewal(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.RENEWS)
        (old,) = await person.certificates()
        await person.apply("RENEWAL")
        assert person.unmet() == {"SUPV-HOURS"}
        await study(person)
        assert person.unmet() == set()
        await passed_through(cast, person, DESKS, *WHOLE)
        new, before = await person.certificates()
        assert (new["state"], before["state"]) == ("VALID", "REPLACED")
        assert (
            date.fromisoformat(new["validUntil"]).year == date.fromisoformat(old["validUntil"]).year + YEARS
        )
        assert [one["number"] for one in new["seals"]] == [one["number"] for one in old["seals"]], (
            "it goes on"
        )


async def test_change_of_employer_and_specialty(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.CHANGES)
        (old,) = await person.certificates()
        await person.apply("CHANGE", changes=["EMPLOYER", "SPECIALTY"])
        assert "REG-CHANGE" in person.unmet()
        with pytest.raises(Declined) as refused:
            await Engineer(person.client, person.who, profession=SUPERVISION.value).start("CHANGE")
        assert refused.value.codes == ["DUPLICATE"]
        to = await employment(person, OTHER_FIRM)
        await person.act("saveRegistration", employment=to, specialtyIds=["HOUSING", "MUNICIPAL"])
        await person.attach_demanded()
        assert person.unmet() == set()
        kinds = {one["kind"] for one in person.case["attachments"]}
        assert kinds == {"CONTRACT", "LEAVING_PROOF", "PRACTICE_RECORD"}
        await passed_through(cast, person, DESKS, *WHOLE, clerk=await clerk_of(cast, OTHER_FIRM))
        new, before = await person.certificates()
        assert {one["id"] for one in new["specialties"]} == {"HOUSING", "MUNICIPAL"}
        assert (new["employer"]["name"], new["validUntil"]) == (OTHER_FIRM, old["validUntil"])
        assert [one["state"] for one in (*new["seals"], *before["seals"])] == ["VALID", "REPLACED"]


async def test_re_registration_after_expiry(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.EXPIRED)
        with pytest.raises(Declined) as refused:
            await person.start("RENEWAL")
        assert "注册证已过期" in str(refused.value.errors[0]["message"])
        await person.apply("RE_REGISTRATION")
        assert person.unmet() == {"SUPV-HOURS"}
        await study(person)
        await passed_through(cast, person, DESKS, *WHOLE)
        new, before = await person.certificates()
        assert (new["state"], before["state"]) == ("VALID", "EXPIRED")


async def test_reissue_of_certificate_and_seal(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.REISSUES)
        (old,) = await person.certificates()
        objects = ["CERTIFICATE", "SEAL"]
        await person.apply("REISSUE", reissueOf=objects, reissueReason="LOST", reason="搬家时遗失")
        assert person.unmet() == set()
        await passed_through(cast, person, DESKS, *WHOLE)
        new, before = await person.certificates()
        assert (new["state"], before["state"], new["validUntil"]) == ("VALID", "REPLACED", old["validUntil"])
        assert new["seals"][0]["number"] != old["seals"][0]["number"]


async def test_deregistration(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.LEAVES)
        await person.apply("DEREGISTRATION", photo=False, reason="转做其他工作")
        assert person.unmet() == set()
        await passed_through(cast, person, DESKS, *LEAVING)
        (gone,) = await person.certificates()
        assert (gone["state"], gone["seals"][0]["state"]) == ("CANCELLED", "CANCELLED")
        assert (await proof(await cast.stranger(), gone["verifyCode"]))["state"] == "CANCELLED"


async def test_forced_deregistration_by_the_employer(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person, client = await own(cast, holders.LEFT), await clerk_of(cast)
        (certificate,) = await person.certificates()
        firm = Engineer(client, person.who, profession=SUPERVISION.value)
        found = await client.ask(
            "query ($id: ID!) { node(id: $id) { ... on Certificate { person { id } } } }",
            id=certificate["id"],
        )
        about = {"certificateId": certificate["id"], "personId": found["node"]["person"]["id"]}
        await firm.start("FORCED_DEREGISTRATION", **about)
        await take_pledge(firm, SUPERVISION.value)
        await firm.act("saveRegistration", reason="劳动合同已于上月解除，本人没有办理注销")
        await firm.attach_demanded()
        await choose_authority(firm, ADVISED[SUPERVISION])
        assert firm.unmet() == set()
        await passed_through(cast, firm, DESKS, *LEAVING[1:])
        (gone,) = await person.certificates()
        assert gone["state"] == "CANCELLED"


async def test_a_late_first_registration_is_found_by_the_rules(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.COMES_LATE)
        await person.start("INITIAL")
        assert person.case["kind"] == "LATE_INITIAL"
        await take_pledge(person, SUPERVISION.value)
        photo = await cut_photo(person)
        basic = {**person.who.basic, "photoFileId": photo["id"]}
        job = await employment(person, SUPERVISOR.name)
        await person.act("saveRegistration", basic=basic, specialtyIds=["HOUSING"], employment=job)
        await person.attach_demanded()
        await choose_authority(person, person.advised)
        assert person.unmet() == {"SUPV-HOURS"}
        await study(person)
        await passed_through(cast, person, DESKS, *WHOLE)
        (certificate,) = await person.certificates()
        assert certificate["registration"]["kind"] == "LATE_INITIAL"
