"""What the hub hands out by plan equals, octet for octet, what graphql-core gives each subscriber's own stream."""

import random
from collections.abc import AsyncIterator

from models.authorities.kinds import ReviewerRole
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.kinds import AccountKind, AccountState
from models.people.tables import Account
from models.registration.kinds import StageKind
from schema.plans.ways import Way
from tests.factories import Story, case, corps, desk, employer_account, engineer, made, reviewer
from tests.schema.live.documents import EVERY, REGISTRATIONS, WORK
from tests.schema.live.steps import goes_through, is_returned, signs_in_and_is_signed_out, submits
from tests.schema.live.subscribing import Box, Scene, scene

FULL_CHANCE = 0.1


async def test_every_subscription_for_every_role_over_random_events(database: str) -> None:
    chance = random.Random(11)
    at = await desk()
    stories = [await case(stage=None, at=at), await case(at=at)]
    viewers = await roles(stories)
    async with scene() as on:
        for viewer in viewers:
            for document in EVERY:
                await on.subscriber(viewer, document, None)
                await on.subscriber(viewer, document, Box())
            for variables in ({"id": stories[1].case.global_id}, {"id": stories[0].case.global_id}):
                await on.subscriber(viewer, REGISTRATIONS, None, **variables)
                await on.subscriber(viewer, REGISTRATIONS, Box(), **variables)
            await on.subscriber(viewer, WORK, None, filter={"heldByMe": True})
            await on.subscriber(viewer, WORK, Box(), filter={"heldByMe": True})
        await on.quiet()
        async for _ in random_course(stories, chance):
            await on.pulled()
            for box in on.boxes:
                box.drain()
            await on.quiet()
            for box in on.boxes:
                box.full = chance.random() < FULL_CHANCE
        compare(on)
        assert set(on.ways) == {Way.PLAN}, on.ways
        assert len(on.hub) > len(on.everybody) / 3


def compare(on: Scene) -> None:
    told = 0
    for alone, member in zip(on.everybody[::2], on.everybody[1::2], strict=True):
        assert alone.box is None and member.box is not None
        assert member.events == alone.events, (member.viewer, member.document)
        told += len(member.events)
    assert told > 100


async def roles(stories: list[Story]) -> list[Viewer]:
    """Everybody near and far; two colleagues share all rights, one has another region."""
    story = stories[1]
    officer = story.desk.officers[StageKind.PRE_EXAMINATION]
    elsewhere = await corps("浙", "330000")
    administrator = await made(Account, kind=AccountKind.ADMINISTRATOR, state=AccountState.ACTIVE)
    return [
        story.filer,
        stories[0].filer,
        await engineer(),
        await employer_account(story.employer),
        officer,
        await reviewer(ReviewerRole.PRE_EXAMINER, at=story.authority, name="同事"),
        await reviewer(ReviewerRole.PRE_EXAMINER, at=story.authority, name="外地", regions=("3211",)),
        story.desk.head,
        await reviewer(ReviewerRole.PRE_EXAMINER, at=elsewhere, name="外省"),
        Viewer(ViewerKind.ADMINISTRATOR, administrator.id),
        PUBLIC_VIEWER,
        SYSTEM_VIEWER,
    ]


async def random_course(stories: list[Story], chance: random.Random) -> AsyncIterator[None]:
    """Both cases go their way to the certificate, one is returned before; somebody signs in and out."""
    drafted, submitted = stories
    ways = [
        [is_returned(submitted), goes_through(submitted)],
        [submits(drafted), goes_through(drafted)],
        [signs_in_and_is_signed_out(drafted.filer), signs_in_and_is_signed_out(submitted.filer)],
    ]
    while ways := [way for way in ways if way]:
        way = chance.choice(ways)
        try:
            await anext(way[0])
            yield
        except StopAsyncIteration:
            way.pop(0)
