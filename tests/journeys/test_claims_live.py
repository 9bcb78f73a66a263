"""What an applicant hears of a case being taken up, and how it is asked back and answered, over sockets."""

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import pytest

from tests.journeys.applicant import Applicant, Facts
from tests.journeys.cast import FOREIGNER, HEAD, PRE_EXAMINER, Cast, gathering
from tests.journeys.client import Json, new_key
from tests.journeys.filling import fill_in
from tests.journeys.officer import Officer
from tests.journeys.stream import Stream, following
from tests.server import Server

FOLLOWED = """subscription ($id: ID) { registrationChanged(id: $id) { kind cursor
  event { id name summary actor { kind label } facts { name value } }
  registration { id version state withdrawalRequest { state reason answer }
    workItem { state heldBy { name } } availableActions { action ready reason } } } }"""


@dataclass
class Scene:
    """A filed case, its applicant who follows it, the officer of its stage, and others who listen."""

    cast: Cast
    person: Applicant
    neighbour: Applicant
    officer: Officer
    own: Stream
    other: Stream
    foreign: Stream

    async def item(self) -> Json:
        found: Json = (await self.officer.read(self.person.case["id"]))["workItem"]
        return found


@asynccontextmanager
async def scene(server: Server) -> AsyncIterator[Scene]:
    async with gathering(server) as cast, AsyncExitStack() as stack:
        person, other = cast.applicant, await cast.newcomer(Facts())
        await fill_in(person)
        await person.submit()
        await other.start()
        officer = await cast.officer(PRE_EXAMINER)
        await officer.arrival(person.case["id"], "PRE_EXAMINATION")
        foreigner = (await cast.officer(FOREIGNER)).client
        yield Scene(
            cast,
            person,
            other,
            officer,
            await stack.enter_async_context(following(person.client, FOLLOWED, id=person.case["id"])),
            await stack.enter_async_context(following(other.client, FOLLOWED)),
            await stack.enter_async_context(following(foreigner, FOLLOWED)),
        )


def ready(frame: Json) -> dict[str, bool]:
    return {one["action"]: one["ready"] for one in frame["registration"]["availableActions"]}


async def test_a_claim_reaches_the_applicant_and_closes_the_door_to_withdrawing(server: Server) -> None:
    async with scene(server) as at:
        await at.officer.claim((await at.item())["id"])
        claimed = await at.own.named("WORK_CLAIMED")
        assert claimed["registration"]["id"] == at.person.case["id"]
        assert ready(claimed)["WITHDRAW_REGISTRATION"] is False
        assert ready(claimed)["REQUEST_WITHDRAWAL"] is True
        assert claimed["registration"]["workItem"] == {"state": "HELD", "heldBy": None}
        item = await at.item()
        await at.officer.client.do(
            "releaseWork", "workItem { state }", id=item["id"], fence=item["fence"], idempotencyKey=new_key()
        )
        released = await at.own.named("WORK_RELEASED")
        assert released["registration"]["workItem"]["state"] == "FREE"
        await handed_over(at, item["id"])
        told = await at.own.named("WORK_HANDED_OVER")
        assert told["registration"]["workItem"] == {"state": "HELD", "heldBy": None}
        claims = [name for name in at.own.names if name.startswith("WORK_")]
        assert claims == ["WORK_CLAIMED", "WORK_RELEASED", "WORK_HANDED_OVER"]
        assert at.officer.name not in json.dumps(at.own.events, ensure_ascii=False)
        await nobody_else_heard(at)


async def nobody_else_heard(at: Scene) -> None:
    """What the other applicant does afterwards is the first of all this that reaches the other applicant."""
    await at.neighbour.act("saveRegistration", basic={"education": "消防工程 本科"})
    await at.other.named("REGISTRATION_SAVED")
    heard = [frame["registration"]["id"] for frame in (*at.other.events, *at.foreign.events)]
    assert at.person.case["id"] not in heard


async def handed_over(at: Scene, item_id: str) -> None:
    """The head gives the item to the officer."""
    head = await at.cast.officer(HEAD)
    me = (await at.officer.client.ask("{ viewer { reviewer { id } } }"))["viewer"]["reviewer"]["id"]
    await head.client.do(
        "reassignWork",
        "workItem { state }",
        id=item_id,
        reviewerId=me,
        reason="休假",
        idempotencyKey=new_key(),
    )


@pytest.mark.requirement("D-14")
async def test_asked_back_denied_asked_again_and_allowed(server: Server) -> None:
    """Both sides see each other's word without asking for it."""
    async with scene(server) as at, following(at.officer.client, FOLLOWED, id=at.person.case["id"]) as desk:
        await at.officer.claim((await at.item())["id"])
        await at.person.look()
        await at.person.act("requestWithdrawal", reason="要换聘用单位")
        asked = await desk.named("WITHDRAWAL_REQUESTED")
        assert asked["registration"]["withdrawalRequest"] == {
            "state": "OPEN", "reason": "要换聘用单位", "answer": None,
        }  # fmt: skip
        assert ready(asked)["ALLOW_WITHDRAWAL"] and ready(asked)["DENY_WITHDRAWAL"]
        assert ready(await at.own.named("WITHDRAWAL_REQUESTED"))["REQUEST_WITHDRAWAL"] is False
        await at.officer.decide("denyWithdrawal", at.person.case["id"], reason="即将办结")
        denied = await at.own.named("WITHDRAWAL_DENIED")
        assert denied["registration"]["withdrawalRequest"]["answer"] == "即将办结"
        await at.person.look()
        await at.person.act("requestWithdrawal", reason="合同已解除")
        await at.officer.decide("allowWithdrawal", at.person.case["id"])
        withdrawn = await at.own.named("REGISTRATION_WITHDRAWN")
        assert withdrawn["registration"]["state"] == "WITHDRAWN"
        assert withdrawn["registration"]["withdrawalRequest"]["state"] == "ALLOWED"
        await nobody_else_heard(at)
