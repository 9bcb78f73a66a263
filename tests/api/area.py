"""An area of the schema for tests of the transports: persons who are named, and a stream of their names."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

import strawberry

from models.kernel.errors import Forbidden, WrongCode
from models.kernel.errors import Refused as RefusedStep
from models.kernel.events import Event, Told
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.tables import Person
from schema.common.context import Context, Info
from schema.common.handover import TokenHandover
from schema.common.live import Fields, Wanted, live_frames
from schema.common.scalars import Cursor
from schema.common.sensitive import SENSITIVE
from subscriptions.frames import Frame, FrameKind
from subscriptions.interest import about

MANY = 100


@dataclass(frozen=True)
class PersonNamed(Event):
    """有人叫{name_given}"""

    told = Told.PUBLIC | Told.APPLICANT
    name_given: str


@unit_of_work
async def name_person(unit: Unit, *, name: str) -> Person:
    """Several statements, so that there is a middle to be interrupted in."""
    person = await Person.create(name=name)
    await Person.filter(id=person.id).update(mobile="13800000000")
    unit.record(PersonNamed(name), person)
    return person


@strawberry.type
class Named:
    """What naming gives."""

    cursor: Cursor | None
    id: int

    @strawberry.field
    async def broken(self) -> str | None:
        raise ValueError("secret detail")


@strawberry.type
class NameFrame:
    """A frame of the stream of names."""

    cursor: Cursor
    kind: FrameKind
    event: strawberry.Private[object]
    name: str | None = None
    entry: int | None = None


async def load(frames: Sequence[Frame], context: Context) -> list[Fields]:
    return [
        {"name": frame.entry.facts["name_given"], "entry": frame.entry.position.id}
        for frame in frames
        if frame.entry
    ]


@strawberry.type
class Twig:
    """Something deep."""

    name: str = "枝"

    @strawberry.field
    async def twig(self) -> "Twig":
        return Twig()

    @strawberry.field
    async def twigs(self, first: int = 1) -> "list[Twig]":
        return [Twig()] * min(first, MANY)


async def hello(name: str = "您") -> str:
    return f"{name}好"


async def fail() -> str:
    raise ValueError("secret detail")


async def forbidden() -> str:
    raise Forbidden


async def viewer_kind(info: Info) -> str:
    return info.context.viewer.kind.value


async def twig() -> Twig:
    return Twig()


@strawberry.type
class Query:
    hello: str = strawberry.field(resolver=hello)
    fail: str = strawberry.field(resolver=fail)
    forbidden: str = strawberry.field(resolver=forbidden)
    twig: Twig = strawberry.field(resolver=twig)
    viewer_kind: str = strawberry.field(resolver=viewer_kind)


async def name_one(info: Info, name: str, key: str | None = None) -> Named:
    done = await name_person.once(key)(SYSTEM_VIEWER, name=name)
    cursor = Cursor(info.context.cursors.write(done.cursor)) if done.cursor else None
    return Named(cursor=cursor, id=done.value.id)


async def guess(code: str) -> bool:
    raise RefusedStep(WrongCode())


async def open_session(info: Info, token: str) -> str | None:
    return info.context.service(TokenHandover).open(token)


async def close_session(info: Info) -> bool:
    info.context.service(TokenHandover).close()
    return True


@strawberry.type
class Mutation:
    name_person: Named = strawberry.mutation(resolver=name_one)
    guess: bool = strawberry.mutation(resolver=guess, metadata=SENSITIVE)
    open_session: str | None = strawberry.mutation(resolver=open_session)
    close_session: bool = strawberry.mutation(resolver=close_session)


async def name_given(info: Info, after: Cursor | None = None) -> AsyncIterator[NameFrame]:
    async for frame in live_frames(info, after, NameFrame, Wanted(about("per")), load):
        yield frame


async def count_down(start: int = 3) -> AsyncIterator[int]:
    for number in range(start, 0, -1):
        await asyncio.sleep(0)
        yield number


async def break_off() -> AsyncIterator[int]:
    yield 1
    raise ValueError("secret detail")


async def never() -> AsyncIterator[int]:
    await asyncio.Event().wait()
    yield 0


@strawberry.type
class Subscription:
    name_given: AsyncIterator[NameFrame] = strawberry.subscription(resolver=name_given)
    count_down: AsyncIterator[int] = strawberry.subscription(resolver=count_down)
    break_off: AsyncIterator[int] = strawberry.subscription(resolver=break_off)
    never: AsyncIterator[int] = strawberry.subscription(resolver=never)
