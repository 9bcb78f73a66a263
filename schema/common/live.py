"""Subscriptions: frames of a stream as the graph shows them.

async def registration_changed(
    self, info: Info, after: Cursor | None = None, id: strawberry.ID | None = None
) -> AsyncIterator[RegistrationFrame]:
    key = key_of("reg", id) if id else None
    wanted = Wanted(about("reg", key), watched=("reg", key) if key else None)
    async for frame in live_frames(info, after, RegistrationFrame, wanted, Shows("registration", Registration)):
        yield frame

The frame's type declares the object, and keeps its key:

    @strawberry.type(description="注册申请的一帧")
    class RegistrationFrame(LiveFrame):
        registration: Registration | None = about(description=READ_NOW)
        registration_id: strawberry.Private[int | None] = None
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeVar

from models.kernel.cursor import CursorTooOld
from models.kernel.journal import Position
from models.kernel.viewer import Viewer
from schema.common.broadcast import Joining, LiveOperation
from schema.common.context import Context, Info
from schema.common.events import event_of
from schema.common.scalars import Cursor
from schema.plans.objects import one
from subscriptions.frames import Frame, FrameKind, Subject
from subscriptions.interest import EVERYTHING, Interest
from subscriptions.stream import Live, StillVisible, Stream
from subscriptions.viewpoint import Viewpoint

F = TypeVar("F")
Fields = Mapping[str, Any]
Load = Callable[[Sequence[Frame], Context], Awaitable[Sequence[Fields | None]]]
"""The frames' own fields, read for all of them together with the context's viewer; None drops a frame."""
Keys = Callable[[Sequence[Frame], Viewer], Awaitable[Sequence[Any]]]
"""For each frame (they have subjects) the row key of the object to show, or None to drop it; one statement for all."""


@dataclass(frozen=True)
class Wanted:
    """What a subscription is about. `still_visible` spares loading what `load` would drop; `watched`: presence too."""

    entries: Interest = EVERYTHING
    still_visible: StillVisible | None = None
    watched: Subject | None = None


async def subject_keys(frames: Sequence[Frame], viewer: Viewer) -> list[int | None]:
    """The object that the frame is about."""
    return [frame.subject[1] if frame.subject else None for frame in frames]


@dataclass(frozen=True)
class Shows:
    """The frame is about one object, in the field `name`, of a declared type; hidden ones drop the frame."""

    name: str
    target: type
    keys: Keys = subject_keys

    async def __call__(self, frames: Sequence[Frame], context: Context) -> list[Fields | None]:
        named = await self.unread(frames, context)
        found = await asyncio.gather(
            *(one(self.target, own and own[f"{self.name}_id"], context) for own in named)
        )
        return [own if each is not None else None for own, each in zip(named, found, strict=True)]

    async def unread(self, frames: Sequence[Frame], context: Context) -> list[Fields | None]:
        """As above, but whoever shows the frame has to see whether its object is hidden."""
        keys = await self.keys(frames, context.viewer)
        return [{f"{self.name}_id": key} if key is not None else None for key in keys]


async def live_frames(
    info: Info, after: Cursor | None, frame_type: Callable[..., F], wanted: Wanted, load: Load
) -> AsyncIterator[F]:
    """Replay after the cursor (from now on without one), then live, for as long as the client listens.

    Where the transport offers it (`Joining`), the stream ends in the hub once it has caught up.

    :raises BadRequest: the cursor is none of this service. :raises Unauthenticated: the session has ended.
    """
    context = info.context
    stream = _stream(context, after, wanted)
    if stream is None:
        yield _shown(
            context, frame_type, Frame(FrameKind.RESYNC_REQUIRED, context.service(Live).feed.head), {}
        )
        return
    joining: Joining | None = context.services.get(Joining)
    if joining:
        operation = LiveOperation(joining.words, wanted.entries, _Shown(frame_type, load))
        stream.join = joining.joins(operation, stream)
    async with aclosing(stream.frames()) as frames:
        async for frame in frames:
            if frame.subject:
                context.become(context.service(Viewpoint).now())
            for shown in await _Shown(frame_type, load)([frame], context):
                if shown is not None:
                    yield shown


@dataclass(frozen=True)
class _Shown:
    """Frames as the objects that the graph gives; None for those the viewer may not see."""

    frame_type: Callable[..., Any]
    load: Load

    async def __call__(self, frames: Sequence[Frame], context: Context) -> list[Any]:
        return await self._with(self.load, frames, context)

    async def unread(self, frames: Sequence[Frame], context: Context) -> list[Any]:
        return await self._with(getattr(self.load, "unread", self.load), frames, context)

    async def _with(self, load: Load, frames: Sequence[Frame], context: Context) -> list[Any]:
        about_something = [frame for frame in frames if frame.subject]
        loaded = iter(await load(about_something, context) if about_something else ())
        fields = [next(loaded) if frame.subject else {} for frame in frames]
        return [
            None if own is None else _shown(context, self.frame_type, frame, own)
            for frame, own in zip(frames, fields, strict=True)
        ]


def _stream(context: Context, after: Cursor | None, wanted: Wanted) -> Stream | None:
    live = context.service(Live)
    joining: Joining | None = context.services.get(Joining)
    resumed = joining.resumed if joining else None
    try:
        start = live.cursors.read(after) if after and not resumed else live.feed.head
    except CursorTooOld:
        return None
    viewpoint = context.service(Viewpoint)
    return Stream(live, viewpoint, start, wanted.entries, wanted.still_visible, wanted.watched, resumed)


def _shown(context: Context, frame_type: Callable[..., F], frame: Frame, fields: Fields) -> F:
    event = event_of(frame.entry) if frame.entry else None
    return frame_type(cursor=_cursor(context, frame.position), kind=frame.kind, event=event, **fields)


def _cursor(context: Context, position: Position) -> Cursor:
    return Cursor(context.service(Live).cursors.write(position))
