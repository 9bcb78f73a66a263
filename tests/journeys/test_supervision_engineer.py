"""The supervision engineer's story over HTTP alone: the employer's turn, the ministry, the centre, the certificate."""

import pytest

from api.demo.employers import SUPERVISOR
from api.demo.known import PASSWORD
from tests.journeys.applicant import Applicant
from tests.journeys.cast import Cast, gathering
from tests.journeys.client import Client, Declined, Json, new_key
from tests.journeys.entering import sign_in
from tests.journeys.filling import choose_authority, cut_photo, employment, take_pledge
from tests.journeys.stream import CASES, following
from tests.server import Server
from tests.waiting import until

HEAD = "{ registrations(first: 1) { cursor } }"
PROFESSION = "SUPERVISION_ENGINEER"
DESKS = {
    "ACCEPTANCE": "13800000401",
    "EXAMINATION": "13800000402",
    "DECISION": "13800000403",
    "CERTIFICATE_MAKING": "13800000404",
}
SCANS = {"QUALIFICATION": "资格证书", "IDENTITY": "身份证正反面", "CONTRACT": "劳动合同"}
WAITING = """query ($filter: RegistrationFilter) { registrations(first: 20, filter: $filter) { nodes {
  id version state title specialties { name } stage { kind state opinion } availableActions { action ready }
  basic { name { full } identityNumber { masked full } photo { downloadUrl } } } } }"""
PLEDGE = "{ rulebook(profession: SUPERVISION_ENGINEER) { forms { kind employerPledge { edition body } } } }"
COUNTS = "{ viewer { todo { action label count } } }"
ALL = """{ certificates(first: 5) { nodes { number specialties { name } seals { number } labels { id }
  person { registrations(first: 5) { nodes { id kind stages { kind state } } } } } } }"""


@pytest.mark.requirement(
    "S3-3", "S3-5", "S3-6", "S3-21", "S3-22", "S3-23", "S3-24", "S3-25", "S3-26", "S3-27", "S3-28", "S3-43", "S3-44",
    "D-14", "D-15", "D-16", "D-18",
)  # fmt: skip
async def test_from_the_pledge_through_the_employer_to_the_certificate(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person, clerk = cast.applicant, await cast.stranger()
        await sign_in(clerk, SUPERVISOR.credit_code, PASSWORD)
        for mobile in DESKS.values():
            await cast.officer(mobile)
        await fill_in(person)
        cursor = (await clerk.ask(HEAD))["registrations"]["cursor"]
        async with following(clerk, CASES, after=cursor) as arrivals:
            await person.submit()
            frame = await arrivals.named("REGISTRATION_SUBMITTED")
            assert frame["registration"]["id"] == person.case["id"]
        await sent_back_with_a_reason(person, clerk)
        await reported_up(person, clerk)
        await taken_back_until_claimed(cast, clerk)
        for stage in ("ACCEPTANCE", "EXAMINATION", "DECISION"):
            await passed_at(cast, stage)
        maker = await cast.officer(DESKS["CERTIFICATE_MAKING"])
        await maker.claim((await maker.arrival(person.case["id"], "CERTIFICATE_MAKING"))["id"])
        await maker.decide("issueCertificate", person.case["id"], "certificate { id }")
        await registered_people(clerk, person)


async def fill_in(person: Applicant) -> None:
    await person.start(profession=PROFESSION)
    await take_pledge(person, PROFESSION)
    await person.act("saveRegistration", basic=person.who.basic)
    photo = await cut_photo(person)
    await person.act("saveRegistration", basic={"photoFileId": photo["id"]})
    await person.act("saveRegistration", specialtyIds=["HOUSING", "MUNICIPAL", "PORT"])
    assert "SUPV-SPECIALTY" in person.unmet(), "two at most"
    await person.act("saveRegistration", specialtyIds=["HOUSING", "MUNICIPAL"])
    await person.act("saveRegistration", employment=await employment(person, SUPERVISOR.name))
    for kind, title in SCANS.items():
        await person.attach(kind, title)
    await choose_authority(person, "住房和城乡建设部")
    assert person.unmet() == set()


async def sent_back_with_a_reason(person: Applicant, clerk: Client) -> None:
    """Not reported up: a return, not a refusal; it comes back to the employer."""
    (case,) = await waiting(
        clerk, person, states=["IN_REVIEW"], stages=["EMPLOYER"], professions=[PROFESSION]
    )
    assert case["stage"]["kind"] == "EMPLOYER"
    assert [one["name"] for one in case["specialties"]] == ["房屋建筑工程", "市政公用工程"]
    assert case["basic"]["name"]["full"] == person.who.name
    assert case["basic"]["identityNumber"]["full"] is None
    assert (await clerk.ask(COUNTS))["viewer"]["todo"][0]["action"] == "REPORT_UP_REGISTRATION"
    assert {one["action"] for one in case["availableActions"]} == {
        "REPORT_UP_REGISTRATION",
        "DECLINE_REPORT_UP",
    }
    with pytest.raises(Declined) as refused:
        await decide(clerk, "declineReportUp", case, reason=" ")
    assert refused.value.errors[0]["message"] == "请填写或选择退回理由"
    await decide(clerk, "declineReportUp", case, reason="岗位与劳动合同不一致")
    await person.look()
    assert person.case["state"] == "RETURNED"
    await person.act("saveRegistration", employment={"post": "专业监理工程师"})
    await person.submit("resubmitRegistration")
    assert person.case["stage"]["kind"] == "EMPLOYER"


async def reported_up(person: Applicant, clerk: Client) -> None:
    """With the pledge in force; a filter by another specialty finds nothing."""
    assert await waiting(clerk, person, specialtyId="PORT") == []
    (case,) = await waiting(clerk, person, specialtyId="HOUSING", kinds=["INITIAL"])
    with pytest.raises(Declined) as refused:
        await decide(clerk, "reportUpRegistration", case, pledgeEdition="1999-1")
    assert refused.value.errors[0]["wanted"] == "2026-1"
    forms = (await clerk.ask(PLEDGE))["rulebook"]["forms"]
    pledge = next(one for one in forms if one["kind"] == "INITIAL")["employerPledge"]
    await decide(clerk, "reportUpRegistration", case, pledgeEdition=pledge["edition"])


async def taken_back_until_claimed(cast: Cast, clerk: Client) -> None:
    """The report-up is taken back while nobody has claimed it; afterwards it is not."""
    person, acceptor = cast.applicant, await cast.officer(DESKS["ACCEPTANCE"])
    (case,) = await waiting(clerk, person)
    assert case["stage"]["kind"] == "ACCEPTANCE"
    await decide(clerk, "takeBackReportUp", case)
    (case,) = await waiting(clerk, person)
    assert case["stage"]["kind"] == "EMPLOYER"
    await decide(clerk, "reportUpRegistration", case, pledgeEdition="2026-1")
    await acceptor.claim((await acceptor.read(person.case["id"]))["workItem"]["id"])
    (case,) = await waiting(clerk, person)
    assert [one for one in case["availableActions"] if one["ready"]] == []
    with pytest.raises(Declined) as refused:
        await decide(clerk, "takeBackReportUp", case)
    assert refused.value.codes == ["WRONG_STATE"]
    await acceptor.decide("passRegistration", person.case["id"])


async def passed_at(cast: Cast, stage: str) -> None:
    if stage == "ACCEPTANCE":
        return  # it was passed by whoever claimed it
    officer = await cast.officer(DESKS[stage])
    await officer.claim((await officer.arrival_again(cast.applicant.case["id"], stage))["id"])
    await officer.decide("passRegistration", cast.applicant.case["id"], opinion="符合要求")


async def registered_people(clerk: Client, person: Applicant) -> None:
    """Its people, their records, and the handling steps of each."""

    async def listed() -> Json | None:
        nodes = (await clerk.ask(ALL))["certificates"]["nodes"]
        own = [
            one
            for one in nodes
            if person.case["id"] in {c["id"] for c in one["person"]["registrations"]["nodes"]}
        ]
        return own[0] if own else None

    certificate = await until(listed)
    assert [one["name"] for one in certificate["specialties"]] == ["房屋建筑工程", "市政公用工程"]
    assert len(certificate["seals"]) == 1
    assert certificate["labels"] == []
    (record,) = [
        one for one in certificate["person"]["registrations"]["nodes"] if one["id"] == person.case["id"]
    ]
    assert [one["state"] for one in record["stages"]] == ["PASSED"] * 5


async def waiting(clerk: Client, person: Applicant, **filter: object) -> list[Json]:
    nodes = (await clerk.ask(WAITING, filter=filter))["registrations"]["nodes"]
    return [one for one in nodes if one["id"] == person.case["id"]]


async def decide(clerk: Client, step: str, case: Json, **values: object) -> None:
    known = {"id": case["id"], "version": case["version"], "idempotencyKey": new_key()}
    await clerk.do(step, "registration { id version state }", **(known | values))
