"""Who looks at a case: colleagues of one body see each other by name, applicant and employer their own other devices.

Nobody sees anybody of another party.
"""

from typing import Annotated

import strawberry

from models.authorities.tables import Reviewer as ReviewerRow
from models.kernel.errors import NotFound
from models.kernel.ids import key_of
from models.kernel.unit import Done
from models.kernel.viewer import Viewer, ViewerKind
from models.people.tables import Session as SessionRow
from models.registration.reads import visible_to
from models.registration.tables import Registration as RegistrationRow
from schema.common.context import Context, Info, signed_in, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.plans.binding import present
from schema.registration.parts import Presence
from subscriptions.frames import Present, Subject
from subscriptions.presence import Presence as PresenceBook

CASE = RegistrationRow.prefix


def room_of(viewer: Viewer, key: int) -> Subject:
    """Where this viewer's presence at a case is kept, and seen: a room for each body, the employer, the applicant."""
    match viewer.kind:
        case ViewerKind.REVIEWER:
            return (f"{CASE}:body:{viewer.authority_id}", key)
        case ViewerKind.EMPLOYER:
            return (f"{CASE}:employer:{viewer.employer_id}", key)
    return (CASE, key)


def case_viewers(id: int, viewer: Viewer, context: Context) -> list[Present]:
    """Who looks at the case just now; nobody where the service runs without presence."""
    book: PresenceBook | None = context.services.get(PresenceBook)
    return book.at(room_of(viewer, id)) if book else []


def work_viewers(registration_id: int, viewer: Viewer, context: Context) -> list[Present]:
    return case_viewers(registration_id, viewer, context)


@strawberry.input(description="我在看、在编辑：输入")
class TouchPresenceInput:
    subject_id: strawberry.ID = strawberry.field(description="对象")
    editing: bool = strawberry.field(description="正在编辑")


@payload("我在看、在编辑：结果")
class TouchPresencePayload(Payload):
    viewers: list[Presence] | None = strawberry.field(default=None, description="谁在看")


@strawberry.type
class PresenceMutations:
    """Presence is live only: it is never recorded."""

    @strawberry.mutation(description="我在看、在编辑；几十秒不再说即消失")
    async def touch_presence(
        self, info: Info, input: Annotated[TouchPresenceInput, INPUT]
    ) -> TouchPresencePayload:
        touched = _touch(info, key_of(RegistrationRow.prefix, input.subject_id), editing=input.editing)
        return await run(info, TouchPresencePayload, touched, viewers=_shown)


async def _touch(info: Info, key: int, *, editing: bool) -> Done[list[Present]]:
    viewer = viewer_of(info)
    signed_in(viewer)
    if not await RegistrationRow.filter(visible_to(viewer), id=key).exists():
        raise NotFound
    book = info.context.service(PresenceBook)
    there = book.touch(room_of(viewer, key), _who(viewer), await _label(viewer), editing=editing)
    return Done(there, None)


def _who(viewer: Viewer) -> int:
    """Reviewers are one whatever they sit at; of a filer each device counts."""
    return (viewer.account_id if viewer.kind is ViewerKind.REVIEWER else viewer.session_id) or 0


async def _label(viewer: Viewer) -> str:
    if viewer.kind is ViewerKind.REVIEWER:
        return (await ReviewerRow.get(id=viewer.reviewer_id)).name
    session = await SessionRow.get_or_none(id=viewer.session_id)
    return session.device if session and session.device else "另一台设备"


def _shown(there: list[Present]) -> list[Presence]:
    return [present(Presence, one) for one in there]
