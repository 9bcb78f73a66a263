"""The matrix at the live doors: frames as things happen, replays from the beginning, and who looks at a case."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest
from graphql import get_named_type

from models.authorities.kinds import Profession
from models.kernel.journal import START
from models.kernel.viewer import ViewerKind
from models.professions.shelf import SHELF
from models.registration.kinds import RegistrationKind
from schema.common.context import Context
from subscriptions.presence import Presence
from tests.everybody.bodies import bodies
from tests.everybody.handling import Case, begun, handed_in, handled
from tests.everybody.people import engineer
from tests.matrix.asking import PRIVATE, seen_by
from tests.matrix.cast import Watcher, watchers_of
from tests.matrix.doors import SCHEMA
from tests.matrix.table import GROUPS, Seer
from tests.matrix.things import Thing, seer_of, things_of
from tests.schema.live.subscribing import Box, Scene, Subscriber, scene

PARTIES = {Seer.APPLICANT, Seer.EMPLOYER, Seer.IN_TURN}
TOUCH = """mutation ($input: TouchPresenceInput!) { touchPresence(input: $input) { viewers { label } } }"""
LOOKS = "query ($id: ID!) { node(id: $id) { ... on Registration { viewers { label } } } }"


@cache
def feeds() -> dict[str, str]:
    """Every subscription that shows objects of a case: its name, and what the object is called in its frames."""
    subscriptions = SCHEMA.core.subscription_type
    assert subscriptions is not None
    found = {}
    for name, field in subscriptions.fields.items():
        frame: Any = get_named_type(field.type)
        for shown, inner in frame.fields.items():
            if get_named_type(inner.type).name in GROUPS:
                found[name] = shown
    return found


def document(name: str) -> str:
    told = "kind cursor event { name summary facts { name value } subject { id } }"
    return f"subscription ($after: Cursor) {{ {name}(after: $after) {{ {told} shown: {feeds()[name]} {{ id }} }} }}"


@pytest.mark.parametrize("profession", SHELF)
async def test_frames_and_replays_show_what_the_table_says(database: str, profession: Profession) -> None:
    case = await begun(await bodies(profession), await engineer(profession), RegistrationKind.INITIAL)
    watchers = await watchers_of(case)
    async with scene() as on:
        live = [(one, name, await _listens(on, one, name)) for one in watchers for name in feeds()]
        await on.quiet()
        parties = await _course(case, watchers, on)
        things = await things_of(case)
        wrong = [line for one, name, heard in live for line in _heard(one, name, heard, things)]
        wrong += _silent(parties, live)
        after = on.live.cursors.write(START)
        replays = [
            (one, name, await _listens(on, one, name, after=after)) for one in watchers for name in feeds()
        ]
        await on.quiet()
        wrong += [
            line for one, name, heard in replays for line in _heard(one, f"{name} again", heard, things)
        ]
        assert not wrong, "\n".join(sorted(wrong))


@pytest.mark.parametrize("profession", SHELF)
async def test_nobody_sees_who_of_another_party_looks(sqlite: str, profession: Profession) -> None:
    case = await begun(await bodies(profession), await engineer(profession), RegistrationKind.INITIAL)
    watchers = await watchers_of(case)
    await handed_in(case)
    while await handled(case):
        pass
    book = Presence()
    row = await case.row()
    (thing,) = [one for one in await things_of(case) if one.type == "Registration"]
    present = [one for one in watchers if seen_by(one, [thing]).ids]
    for one in present:
        await _asked(one, book, TOUCH, input={"subjectId": row.global_id, "editing": False})
    for one in watchers:
        shown = (await _asked(one, book, LOOKS, id=row.global_id))["node"]
        there = len(shown["viewers"]) if shown else 0
        assert there == sum(_together(one, other) for other in present if one in present), one.name


def _together(one: Watcher, other: Watcher) -> bool:
    if one.viewer.kind is ViewerKind.REVIEWER:
        return one.viewer.authority_id == other.viewer.authority_id
    return one == other


async def _asked(watcher: Watcher, book: Presence, text: str, **variables: Any) -> dict[str, Any]:
    services: dict[type, Any] = {Presence: book}
    cursors: Any = None
    context = Context(viewer=watcher.viewer, cursors=cursors, services=services)
    answer = await SCHEMA.execute(text, variables, context)
    return answer.data or {"node": None}


async def _listens(on: Scene, watcher: Watcher, name: str, **variables: Any) -> Subscriber:
    return await on.subscriber(watcher.viewer, document(name), Box(), **variables)


async def _course(case: Case, watchers: Sequence[Watcher], on: Scene) -> set[str]:
    """From the draft to the end; gives who was a party to the case at some time, by name."""
    await handed_in(case)
    parties = set[str]()
    while True:
        await on.quiet()
        (thing,) = [one for one in await things_of(case) if one.type == "Registration"]
        parties |= {one.name for one in watchers if seer_of(one.viewer, thing) in PARTIES}
        if not await handled(case):
            return parties


def _heard(watcher: Watcher, name: str, heard: Subscriber, things: Sequence[Thing]) -> list[str]:
    """What is shown only grows while a case goes its way, so that the end says what may have been shown."""
    ids, wrong = seen_by(watcher, things).ids, []
    for frame in heard.frames:
        shown = (frame.get("shown") or {}).get("id")
        if frame["kind"] == "EVENT" and shown not in ids:
            wrong.append(f"{watcher.name}: {name} shows {shown} for {frame['event']['name']}")
    text = b"".join(heard.heard).decode()
    row = things[0].state.row
    private = [column for column in PRIVATE if getattr(row, column) and str(getattr(row, column)) in text]
    return wrong + [f"{watcher.name}: {name} tells {column}" for column in private]


def _silent(parties: set[str], live: Sequence[tuple[Watcher, str, Subscriber]]) -> list[str]:
    """Who was a party was told of the case."""
    told = {one.name for one, name, heard in live if name == "registrationChanged" and heard.events}
    return [f"{name} was told nothing" for name in parties - told]
