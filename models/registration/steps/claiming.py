"""Claims: one reviewer at a time works on a stage, for as long as the lease lasts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.expressions import Q

from models.authorities.tables import Reviewer, RoleGrant
from models.kernel.errors import ClaimLost, InvalidField, LimitReached, Refused
from models.kernel.ids import global_id
from models.kernel.rows import for_change
from models.kernel.statements import by_key, picked
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import Grant, Viewer, ViewerKind
from models.kernel.workdays import work_calendar
from models.registration.events import WorkClaimed, WorkHandedOver, WorkReassigned, WorkReleased
from models.registration.four_eyes import obstacle, require_four_eyes, require_stranger
from models.registration.kinds import ClaimState, RegistrationKind, StageKind
from models.registration.reads import having, queue_of, work_in, work_matching, work_visible_to
from models.registration.relations import relations_to_work
from models.registration.tables import Registration, WorkItem
from models.registration.words import STAGE_WORDS
from models.registration.workflow import WORK, Relation

LEASE = timedelta(minutes=30)
"""A claim ends so long after the last sign of its holder."""
RENEWAL = timedelta(minutes=15)
HELD_AT_MOST = 20
CANDIDATES = 50
"""How many of the most urgent items are looked at for one that the four-eyes rule allows."""
REASSIGNED_WORKDAYS = 1
LONGEST_REASON = 500


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a reviewer wants to take next. Empty: anything."""

    roles: tuple[str, ...] = ()
    stages: tuple[StageKind, ...] = ()
    professions: tuple[str, ...] = ()
    kinds: tuple[RegistrationKind, ...] = ()
    region: str | None = None
    overdue: bool | None = None
    text: str | None = None

    def condition(self, at: datetime) -> Q:
        lists = {
            "role__in": self.roles,
            "stage_kind__in": self.stages,
            "profession__in": self.professions,
            "registration_kind__in": self.kinds,
        }
        found = having("", **{column: list(values) for column, values in lists.items() if values})
        if self.region:
            found &= Q(region__startswith=self.region)
        if self.text:
            found &= work_matching(self.text)
        if self.overdue is not None:
            late = Q(due_at__lt=at)
            found &= late if self.overdue else ~late
        return found


@unit_of_work
async def claim_work(unit: Unit, *, id: int) -> WorkItem:
    """Take a work item. :raises Refused: somebody holds it, 20 are held already, or the four-eyes rule forbids it."""
    item = await for_change(WorkItem, work_visible_to(unit.viewer), id)
    if _lease_over(item, unit.now):
        await _free(unit, item, "（领取到时）")
    move = await WORK.require(item, "claim_work", relations_to_work(item, unit.viewer))
    await _room_for_one(unit)
    await require_four_eyes(await _case(item), unit.viewer.reviewer_id)
    WORK.enter(item, move)
    return await _hold(unit, item)


@unit_of_work
async def claim_next_work(unit: Unit, *, wanted: Wanted = Wanted()) -> WorkItem | None:
    """Take the most urgent item that nobody holds; None when there is none."""
    await _room_for_one(unit)
    free = queue_of(unit.viewer) & work_in([ClaimState.FREE]) & wanted.condition(unit.now)
    candidates = (
        WorkItem.filter(free).order_by("due_at", "id").limit(CANDIDATES).select_for_update(skip_locked=True)
    )
    for item in await candidates:
        if await obstacle(await _case(item), unit.viewer.reviewer_id) is None:
            move = await WORK.require(item, "claim_next_work", relations_to_work(item, unit.viewer))
            WORK.enter(item, move)
            return await _hold(unit, item)
    return None


@unit_of_work
async def keep_claim(unit: Unit, *, id: int, fence: int) -> WorkItem:
    """Fifteen minutes more, never more than the lease from now. :raises Refused: the claim is lost."""
    item = await for_change(WorkItem, work_visible_to(unit.viewer), id)
    if Relation.HOLDER not in relations_to_work(item, unit.viewer) or item.fence != fence:
        raise Refused(ClaimLost(message="您的领取已失效：这件待办已由他人领取或已放回"))
    await WORK.require(item, "keep_claim", {Relation.HOLDER})
    if item.held_until is None or _lease_over(item, unit.now):
        raise Refused(ClaimLost(message="您的领取已到时，请重新领取"))
    item.held_until = min(item.held_until + RENEWAL, unit.now + LEASE)
    return await item.store("held_until")


@unit_of_work
async def release_work(unit: Unit, *, id: int, fence: int | None = None) -> WorkItem:
    """Put an item back: by its holder, or by the head."""
    item = await for_change(WorkItem, work_visible_to(unit.viewer), id)
    relations = relations_to_work(item, unit.viewer)
    move = await WORK.require(item, "release_work", relations)
    if Relation.HEAD not in relations and fence != item.fence:
        raise Refused(ClaimLost(message="您的领取已失效，不必放回"))
    WORK.enter(item, move)
    return await _put_back(unit, item, "")


@unit_of_work
async def reassign_work(unit: Unit, *, id: int, reviewer_id: int, reason: str) -> WorkItem:
    """Give an item to a reviewer who may handle it, until the end of the next working day: by the head."""
    item = await for_change(WorkItem, work_visible_to(unit.viewer), id)
    move = await WORK.require(item, "reassign_work", relations_to_work(item, unit.viewer))
    if not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise Refused(
            InvalidField(path=("input", "reason"), message=f"请写转办原因，最多{LONGEST_REASON}个字")
        )
    other = await Reviewer.get_or_none(id=reviewer_id, authority_id=item.authority_id)
    if other is None or not (await _as_viewer(other)).has_role(item.role, item.profession, item.region):
        raise Refused(
            InvalidField(
                path=("input", "reviewerId"),
                message=f"该审核人员不能办理{STAGE_WORDS[item.stage_kind]}",
                received=other.name if other else None,
                wanted="本机构有此岗位和区域的审核人员",
            )
        )
    case = await _case(item)
    await require_stranger(
        case, unit.viewer.reviewer_id
    )  # nor does anybody choose who handles their own case
    await require_four_eyes(case, other.id)
    WORK.enter(item, move)
    calendar = await work_calendar()
    item.held_by_id, item.fence = other.id, item.fence + 1
    item.held_until = calendar.deadline(unit.now, REASSIGNED_WORKDAYS)
    await item.store("state", "held_by_id", "held_until", "fence")
    unit.record(WorkReassigned(*_said_of(item), other.name), item)
    unit.record(WorkHandedOver(*_said_of(item)), item)  # the applicant learns it without the name
    return item


@unit_of_work
async def expire_claim(unit: Unit, *, id: int) -> WorkItem | None:
    """Put an item back whose lease is over: by the clock. None when it is not, or not any more."""
    item = await for_change(WorkItem, work_visible_to(unit.viewer), id)
    if not _lease_over(item, unit.now):
        return None
    return await _free(unit, item, "（领取到时）")


def _lease_over(item: WorkItem, at: datetime) -> bool:
    return item.state is ClaimState.HELD and item.held_until is not None and item.held_until <= at


async def _free(unit: Unit, item: WorkItem, why: str) -> WorkItem:
    WORK.enter(item, await WORK.require(item, "~expire", {Relation.CLOCK}))
    return await _put_back(unit, item, why)


async def _put_back(unit: Unit, item: WorkItem, why: str) -> WorkItem:
    item.held_by_id = item.held_until = None
    await item.store("state", "held_by_id", "held_until")
    unit.record(WorkReleased(*_said_of(item), why), item)
    return item


async def _hold(unit: Unit, item: WorkItem) -> WorkItem:
    item.held_by_id, item.held_until, item.fence = unit.viewer.reviewer_id, unit.now + LEASE, item.fence + 1
    await item.store("state", "held_by_id", "held_until", "fence")
    unit.record(WorkClaimed(*_said_of(item)), item)
    return item


def _said_of(item: WorkItem) -> tuple[str, str, str]:
    """What every event of a claim names: the case, the stage, its word."""
    case = global_id(Registration.prefix, item.registration_id)
    return case, item.stage_kind, STAGE_WORDS[item.stage_kind]


async def _room_for_one(unit: Unit) -> None:
    """The reviewer, locked, so that two claims at once are counted one after the other."""
    if unit.viewer.reviewer_id is None:
        return
    await for_change(Reviewer, Q(), unit.viewer.reviewer_id)
    own = Q(held_by_id=unit.viewer.reviewer_id, state=ClaimState.HELD, held_until__gt=unit.now)
    held = len(await picked(WorkItem, own))
    if held >= HELD_AT_MOST:
        raise Refused(LimitReached(message=f"您已领取{held}件，请先办结或放回一些再领取", limit=HELD_AT_MOST))


async def _as_viewer(row: Reviewer) -> Viewer:
    grants = await RoleGrant.filter(reviewer_id=row.id)
    return Viewer(
        ViewerKind.REVIEWER,
        reviewer_id=row.id,
        authority_id=row.authority_id,
        grants=tuple(Grant(grant.role, grant.profession, tuple(grant.regions)) for grant in grants),
    )


async def _case(item: WorkItem) -> Registration:
    case = await by_key(Registration, item.registration_id)
    assert case is not None, "a work item has its case"
    return case
