"""Subscriptions: frames of a stream as the graph shows them.

async def registration_changed(
    self, info: Info, after: Cursor | None = None, id: strawberry.ID | None = None
) -> AsyncIterator[RegistrationFrame]:
    key = key_of("reg", id) if id else None
    wanted = Wanted(about("reg", key), watched=("reg", key) if key else None)

    async def load(frame: Frame) -> Fields | None:
        found = await one(Registration, frame.subject[1], info.context)
        return {"registration": found} if found else None

    async for frame in live_frames(info, after, RegistrationFrame, wanted, load):
        yield frame
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeVar

from models.kernel.cursor import CursorTooOld
from models.kernel.journal import Entry, Position
from schema.common.context import Context, Info
from schema.common.events import event_of
from schema.common.scalars import Cursor
from subscriptions.frames import Frame, FrameKind, Subject
from subscriptions.stream import Live, StillVisible, Stream, anything
from subscriptions.viewpoint import Viewpoint

F = TypeVar("F")
Fields = Mapping[str, Any]
Load = Callable[[Frame], Awaitable[Fields | None]]
"""The frame's own fields, read with the viewer's rights of this moment; None drops the frame."""


@dataclass(frozen=True)
class Wanted:
    """What a subscription is about. `still_visible` spares loading what `load` would drop; `watched`: presence too."""

    entries: Callable[[Entry], bool] = anything
    still_visible: StillVisible | None = None
    watched: Subject | None = None


def about(prefix: str, key: int | None = None) -> Callable[[Entry], bool]:
    """Entries about objects of that kind, or about one of them."""
    return lambda entry: entry.subject == prefix and key in (None, entry.subject_id)


async def live_frames(
    info: Info, after: Cursor | None, frame_type: Callable[..., F], wanted: Wanted, load: Load
) -> AsyncIterator[F]:
    """Replay after the cursor (from now on without one), then live, for as long as the client listens.

    :raises BadRequest: the cursor is none of this service. :raises Unauthenticated: the session has ended.
    """
    context = info.context
    stream = _stream(context, after, wanted)
    if stream is None:
        yield _resync(context, frame_type)
        return
    async with aclosing(stream.frames()) as frames:
        async for frame in frames:
            fields = await _fields(context, frame, load)
            if fields is not None:
                yield _shown(context, frame_type, frame, fields)


def _stream(context: Context, after: Cursor | None, wanted: Wanted) -> Stream | None:
    live = context.service(Live)
    try:
        start = live.cursors.read(after) if after else live.feed.head
    except CursorTooOld:
        return None
    viewpoint = context.service(Viewpoint)
    return Stream(live, viewpoint, start, wanted.entries, wanted.still_visible, wanted.watched)


async def _fields(context: Context, frame: Frame, load: Load) -> Fields | None:
    if frame.subject is None:
        return {}
    context.become(context.service(Viewpoint).now())
    return await load(frame)


def _shown(context: Context, frame_type: Callable[..., F], frame: Frame, fields: Fields) -> F:
    event = event_of(frame.entry) if frame.entry else None
    return frame_type(cursor=_cursor(context, frame.position), kind=frame.kind, event=event, **fields)


def _resync(context: Context, frame_type: Callable[..., F]) -> F:
    head = _cursor(context, context.service(Live).feed.head)
    return frame_type(cursor=head, kind=FrameKind.RESYNC_REQUIRED, event=None)


def _cursor(context: Context, position: Position) -> Cursor:
    return Cursor(context.service(Live).cursors.write(position))
