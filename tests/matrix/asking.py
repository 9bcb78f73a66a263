"""One viewer before all doors of the graph: what comes out must be what the table says, and nothing private besides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from models.kernel.viewer import Viewer, ViewerKind
from models.people.pinyin import typed
from models.registration.tables import Registration
from tests.matrix.cast import Watcher
from tests.matrix.doors import Door, Json, ask, everything, lists, search, shown_of
from tests.matrix.table import Answer, expected
from tests.matrix.things import Thing, seer_of

PRIVATE = ("identity_number", "mobile", "address", "delivery_phone", "delivery_address")
"""Columns of a case whose text nobody reads who is not shown the object whole."""


@dataclass(frozen=True)
class Seen:
    """What a watcher may see of all there is."""

    watcher: Watcher
    answers: dict[str, Answer]

    @property
    def ids(self) -> set[str]:
        return {key for key, answer in self.answers.items() if answer}


def seen_by(watcher: Watcher, things: Sequence[Thing]) -> Seen:
    """By the table."""
    return Seen(watcher, {one.id: expected(seer_of(watcher.viewer, one), one.group) for one in things})


async def look(watcher: Watcher, things: Sequence[Thing]) -> list[str]:
    """All doors but the searches; gives a sentence for each that answers otherwise than the table says."""
    seen = seen_by(watcher, things)
    data = await ask(watcher.viewer, everything(), ids=[one.id for one in things])
    wrong = [*_objects(seen, things, data), *_lists(seen, things, data), *_links(seen, things, data)]
    return [f"{watcher.name}: {one}" for one in (*wrong, *_private(seen, things, data))]


async def seek(watcher: Watcher, things: Sequence[Thing]) -> list[str]:
    """The searches, for everything by which somebody might be found."""
    seen, terms = seen_by(watcher, things), _terms(things)
    given = {f"t{place}": term for place, term in enumerate(terms)}
    data = await ask(watcher.viewer, search(len(terms)), **given)
    wrong = [one for place, term in enumerate(terms) for one in _searched(seen, things, (place, term), data)]
    return [f"{watcher.name}: {one}" for one in wrong]


def _objects(seen: Seen, things: Sequence[Thing], data: Json) -> Iterator[str]:
    for thing, shown in zip(things, data["nodes"], strict=True):
        wanted = seen.answers[thing.id]
        got, hides = shown_of(shown)
        if got != wanted if hides or not wanted else not got:
            seer = seer_of(seen.watcher.viewer, thing)
            yield f"{seer}: {thing.type} ({thing.group}) by its id is {got.name}, not {wanted.name}"


def _lists(seen: Seen, things: Sequence[Thing], data: Json) -> Iterator[str]:
    for door in lists():
        wanted = _listed(seen, door, things)
        yield from _compared(f"list {door.name}", wanted, data[door.name])


def _searched(seen: Seen, things: Sequence[Thing], asked: tuple[int, str], data: Json) -> Iterator[str]:
    place, term = asked
    for door in (one for one in lists() if one.searched):
        wanted = {one for one in _listed(seen, door, things) if _found(door, _by(things, one), term)}
        yield from _compared(f"{door.name} searched for {term}", wanted, data[f"{door.name}_{place}"])


def _compared(what: str, wanted: set[str], got: Json) -> Iterator[str]:
    ids = {one["id"] for one in got["nodes"]}
    if ids != wanted:
        yield f"{what} gives {sorted(ids - wanted)} too much, {sorted(wanted - ids)} too little"
    if got["totalCount"] != len(wanted):
        yield f"{what} counts {got['totalCount']}, not {len(wanted)}"


def _listed(seen: Seen, door: Door, things: Sequence[Thing]) -> set[str]:
    """What the list should have: what may be seen, less what is no concern of this list."""
    mine = NARROWED.get(door.name, lambda thing, viewer: True)
    found = [one for one in things if one.type == door.type and one.id in seen.ids]
    return {one.id for one in found if mine(one, seen.watcher.viewer)}


def _of_my_role(thing: Thing, viewer: Viewer) -> bool:
    row = thing.state.row
    return viewer.kind is ViewerKind.REVIEWER and viewer.has_role(thing.role, row.profession, row.region)


NARROWED: dict[str, Any] = {
    "workQueue": _of_my_role,
    "batches": lambda thing, viewer: viewer.authority_id == thing.body,
    "announcements": lambda thing, viewer: thing.group.name == "PUBLISHED",
}
"""Lists that leave out some of what may be seen."""

FOUND_BY: dict[str, tuple[str, ...]] = {
    "registrations": ("name", "pinyin", "number"),
    "workQueue": ("name", "pinyin", "number"),
    "certificates": ("name",),
    "deliveries": ("name",),
}
"""By what a list is searched; a new one that can be searched has no line here yet, and fails."""


def _found(door: Door, thing: Thing, term: str) -> bool:
    row = thing.state.row
    keys = {
        "name": row.name,
        "pinyin": typed(row.spelled.split(" ")[0]) if row.spelled else "",
        "number": row.number,
    }
    return any(keys[one] and keys[one] == term for one in FOUND_BY[door.name])


def _terms(things: Sequence[Thing]) -> list[str]:
    """Name, pinyin and receipt number of every case."""
    found = list[str]()
    for row in {one.state.row.id: one.state.row for one in things}.values():
        pinyin = typed(row.spelled.split(" ")[0]) if row.spelled else ""
        found += [term for term in (row.name, pinyin, row.number) if term]
    return found


def _by(things: Sequence[Thing], key: str) -> Thing:
    return next(one for one in things if one.id == key)


INHERITED = {"BatchEntry_batch"}
"""Links that show what they lead to by the right to where they start: the applicant reads which batch it is."""


def _links(seen: Seen, things: Sequence[Thing], data: Json) -> Iterator[str]:
    """Whatever is reached from another object is seen by its own rule."""
    known = {one.id for one in things}
    for shown in data["nodes"]:
        for key in _ids(shown or {}):
            if key in known and key not in seen.ids:
                yield f"{key} is reached from {shown['id']}"


def _ids(shown: Any) -> Iterator[str]:
    if isinstance(shown, dict):
        if "id" in shown:
            yield shown["id"]
        for name, value in shown.items():
            if name not in INHERITED:
                yield from _ids(value)
    elif isinstance(shown, list):
        for one in shown:
            yield from _ids(one)


def _private(seen: Seen, things: Sequence[Thing], data: Json) -> Iterator[str]:
    """Private texts stand in nothing that is not shown whole: no title, event, finding or reason."""
    for thing, shown in zip(things, data["nodes"], strict=True):
        if seen.answers[thing.id] is not Answer.WHOLE:
            text = orjson.dumps(shown).decode()
            yield from (
                f"{thing.type} tells {column}" for column in PRIVATE if _said(thing.state.row, column, text)
            )


def _said(row: Registration, column: str, text: str) -> bool:
    value = getattr(row, column)
    return bool(value) and str(value) in text
