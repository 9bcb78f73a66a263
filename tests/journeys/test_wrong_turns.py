"""What goes wrong on the way: old versions, doubled steps, others' ids, two at once. Nothing is done twice."""

import asyncio
from collections.abc import Awaitable

import pytest

from tests.journeys.applicant import CASE_QUERY, Applicant, Facts
from tests.journeys.cast import FOREIGNER, OTHER_DECIDER, Cast, gathering
from tests.journeys.client import Declined, Faulted, Json, new_key
from tests.journeys.filling import fill_in
from tests.journeys.officer import Officer
from tests.journeys.stream import CASES, following
from tests.server import Server

OTHER = "周不同"
PASSED = ("PRE_EXAMINATION", "ACCEPTANCE", "EXAMINATION")


async def submitted(cast: Cast) -> Applicant:
    await fill_in(cast.applicant)
    await cast.applicant.submit()
    return cast.applicant


@pytest.mark.requirement("D-11")
async def test_a_draft_open_in_two_places_loses_nothing(server: Server) -> None:
    """Other fields are merged; the same field gives a choice between both values."""
    async with gathering(server) as cast:
        here = cast.applicant
        await here.start()
        there = Applicant(here.client, here.who, dict(here.case))
        await here.act("saveRegistration", basic={"education": "消防工程 本科"})
        await there.act("saveRegistration", basic={"address": "南京市汉口路22号"})
        assert there.case["version"] > here.case["version"]
        with pytest.raises(Declined) as refused:
            await here.act("saveRegistration", basic={"address": "苏州市枕河街66号"})
        (error,) = refused.value.errors
        assert error["code"] == "STALE_VERSION"
        assert error["currentVersion"] == there.case["version"]
        assert [(one["after"], one["mine"]) for one in error["differences"]] == [
            ("南京市汉口路22号", "苏州市枕河街66号")
        ]


async def test_submitting_twice_is_submitting_once(server: Server) -> None:
    """Same key, same input: the same answer, one number, one event. Same key, other input: refused."""
    async with gathering(server) as cast:
        person = cast.applicant
        await fill_in(person)
        case, key = dict(person.case), new_key()
        async with following(person.client, CASES, id=case["id"]) as cases:
            known = {"id": case["id"], "version": case["version"], "idempotencyKey": key}
            again = known | {"previewDigest": case["previewDigest"]}
            give = "registration { number version }"
            first, second = await asyncio.gather(
                person.client.do("submitRegistration", give, **again),
                person.client.do("submitRegistration", give, **again),
            )
            assert first["registration"] == second["registration"]
            assert first["registration"]["number"]
            assert await codes_of(
                person.client.do("submitRegistration", give, **known, previewDigest="x")
            ) == ["KEY_REUSED"]
            await person.look()
            await person.act("withdrawRegistration")
            await cases.named("REGISTRATION_WITHDRAWN")
            assert cases.names.count("REGISTRATION_SUBMITTED") == 1


async def test_another_persons_case_and_files_do_not_exist(server: Server) -> None:
    async with gathering(server) as cast:
        person = await submitted(cast)
        other = await cast.newcomer(Facts(name=OTHER))
        assert await other.client.ask(CASE_QUERY, id=person.case["id"]) == {"node": None}
        intruder = Applicant(other.client, other.who, person.case)
        with pytest.raises(Faulted) as fault:
            await intruder.act("withdrawRegistration")
        assert fault.value.codes == ["NOT_FOUND"]
        stolen = await person.upload("PHOTO", "证件照.jpg", b"\xff\xd8\xff\xe0")
        await other.start()
        with pytest.raises((Faulted, Declined)):
            await other.act("saveRegistration", basic={"photoFileId": stolen["file"]["id"]})
        photo = (await other.look())["findings"]
        assert not any(one["rule"] == "REG-PHOTO" for one in photo)


@pytest.mark.requirement("S0-19")
async def test_a_reviewer_of_another_province_neither_sees_nor_hears_it(server: Server) -> None:
    async with gathering(server) as cast:
        foreigner = await cast.officer(FOREIGNER)
        person = await submitted(cast)
        officer = await cast.at("PRE_EXAMINATION")
        item = await officer.arrival(person.case["id"], "PRE_EXAMINATION")
        assert await foreigner.client.ask(CASE_QUERY, id=person.case["id"]) == {"node": None}
        with pytest.raises(Faulted) as fault:
            await foreigner.claim(item["id"])
        assert fault.value.codes == ["NOT_FOUND"]
        listed = await foreigner.client.ask("{ workQueue(first: 10) { nodes { id } } }")
        assert listed["workQueue"]["nodes"] == []
        assert foreigner.queue.events == []


async def test_of_two_who_decide_at_once_one_wins_and_the_other_learns_who_and_when(server: Server) -> None:
    async with gathering(server) as cast:
        person = await submitted(cast)
        case_id = person.case["id"]
        for stage in PASSED:
            officer = await cast.at(stage)
            await officer.claim((await officer.arrival(case_id, stage))["id"])
            await officer.decide("passRegistration", case_id)
        one, two = await cast.at("DECISION"), await cast.officer(OTHER_DECIDER)
        item = await one.arrival(case_id, "DECISION")
        claims = await asyncio.gather(one.claim(item["id"]), two.claim(item["id"]), return_exceptions=True)
        winner, loser, refusal = sorted_out((one, two), list(claims))
        (error,) = refusal.errors
        assert error["code"] == "WRONG_STATE"
        assert error["event"]["name"] == "WORK_CLAIMED"
        assert error["event"]["at"]
        assert (await loser.read(case_id))["workItem"]["heldBy"]["name"] == winner.name
        assert await codes_of(loser.decide("passRegistration", case_id)) == ["CLAIM_LOST"]

        refuse = winner.decide(
            "refuseRegistration", case_id, rules=["REG-EMPLOYER"], opinion="单位不符合要求"
        )
        both = await asyncio.gather(
            winner.decide("passRegistration", case_id), refuse, return_exceptions=True
        )
        late = [given for given in both if isinstance(given, Declined)]
        assert len(late) == 1, both
        assert late[0].errors[0]["code"] in ("WRONG_STATE", "STALE_VERSION", "CLAIM_LOST")
        assert (await person.look())["state"] in ("GRANTED", "REFUSED")


async def test_withdrawal_ends_with_the_first_claim(server: Server) -> None:
    async with gathering(server) as cast:
        person = await submitted(cast)
        officer = await cast.at("PRE_EXAMINATION")
        await officer.claim((await officer.arrival(person.case["id"], "PRE_EXAMINATION"))["id"])
        assert await codes_of(person.act("withdrawRegistration")) == ["WRONG_STATE"]
        assert (await person.look())["state"] == "IN_REVIEW"


def sorted_out(
    officers: tuple[Officer, Officer], claims: list[Json | BaseException]
) -> tuple[Officer, Officer, Declined]:
    """The one whose claim held, the other, and what the other was told."""
    refused = [given for given in claims if isinstance(given, Declined)]
    assert len(refused) == 1, claims
    lost = claims.index(refused[0])
    return officers[1 - lost], officers[lost], refused[0]


async def codes_of(step: Awaitable[object]) -> list[str]:
    with pytest.raises(Declined) as refused:
        await step
    return refused.value.codes
