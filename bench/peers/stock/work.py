"""Claiming and releasing: the same checks and writes as the service's steps, one after the other."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from tortoise.transactions import in_transaction

from bench.peers.stock import tables
from bench.peers.stock.viewer import Viewer

LEASE = timedelta(minutes=30)
HELD_AT_MOST = 20


class Refused(Exception):
    """A reason that the user is told."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


async def claim(viewer: Viewer, key: int, once: str) -> tables.WorkItem:
    async with in_transaction():
        answer, earlier = await _once(viewer, once, f"claim {key}")
        if earlier:
            return earlier
        item = await _item(viewer, key)
        if item.state != "FREE":
            raise Refused("WRONG_STATE", "待办已被领取")
        await tables.Reviewer.filter(id=viewer.reviewer_id).select_for_update().get()
        held = await tables.WorkItem.filter(
            held_by_id=viewer.reviewer_id, state="HELD", held_until__gt=datetime.now(UTC)
        ).count()
        if held >= HELD_AT_MOST:
            raise Refused("LIMIT_REACHED", "您领取的待办已满")
        await _four_eyes(viewer, item)
        until = datetime.now(UTC) + LEASE
        changes = {
            "state": "HELD",
            "held_by_id": viewer.reviewer_id,
            "held_until": until,
            "fence": item.fence + 1,
        }
        await _store(viewer, item, "WORK_CLAIMED", answer, changes)
    return await tables.WorkItem.get(id=key)


async def release(viewer: Viewer, key: int, fence: int, once: str) -> tables.WorkItem:
    async with in_transaction():
        answer, earlier = await _once(viewer, once, f"release {key} {fence}")
        if earlier:
            return earlier
        item = await _item(viewer, key)
        if item.state != "HELD" or item.held_by_id != viewer.reviewer_id or item.fence != fence:
            raise Refused("CLAIM_LOST", "您的领取已失效")
        changes = {"state": "FREE", "held_by_id": None, "held_until": None}
        await _store(viewer, item, "WORK_RELEASED", answer, changes)
    return await tables.WorkItem.get(id=key)


async def _once(
    viewer: Viewer, key: str, content: str
) -> tuple[tables.IdempotentAnswer, tables.WorkItem | None]:
    scope, print_of_it = f"account:{viewer.account_id}", sha256(content.encode()).hexdigest()
    kept = await tables.IdempotentAnswer.filter(scope=scope, key=key).first()
    if kept is None:
        return await tables.IdempotentAnswer.create(scope=scope, key=key, fingerprint=print_of_it), None
    if kept.fingerprint != print_of_it:
        raise Refused("KEY_REUSED", "幂等键已用于别的内容")
    return kept, await tables.WorkItem.get(id=kept.row_id)


async def _item(viewer: Viewer, key: int) -> tables.WorkItem:
    visible = tables.WorkItem.filter(viewer.granted(), authority_id=viewer.authority_id)
    item = await visible.filter(id=key).select_for_update().first()
    if item is None:
        raise Refused("NOT_FOUND", "没有找到")
    if not any(grant.role == item.role and grant.profession == item.profession for grant in viewer.grants):
        raise Refused("FORBIDDEN", "没有此岗位")
    return item


async def _four_eyes(viewer: Viewer, item: tables.WorkItem) -> None:
    case = await tables.Registration.get(id=item.registration_id)
    reviewer = await tables.Reviewer.get(id=viewer.reviewer_id)
    passed = await tables.Stage.filter(
        registration_id=case.id, officer_id=reviewer.id, state="PASSED"
    ).first()
    if passed or case.applicant_id == reviewer.person_id or case.employer_id == (reviewer.employer_id or 0):
        raise Refused("UNMET_REQUIREMENT", "须由他人办理")


async def _store(
    viewer: Viewer,
    item: tables.WorkItem,
    event: str,
    answer: tables.IdempotentAnswer,
    changes: dict[str, Any],
) -> None:
    moment, version = datetime.now(UTC), item.version + 1
    changed = await tables.WorkItem.filter(id=item.id, version=item.version).update(
        **changes, version=version, updated_at=moment
    )
    if not changed:
        raise Refused("STALE_VERSION", "已有新的改动")
    entry = await tables.Journal.create(
        at=moment, name=event, subject="wrk", subject_id=item.id, subject_version=version,
        actor_kind="REVIEWER", actor_id=viewer.account_id, actor_authority_id=viewer.authority_id,
        authority_id=item.authority_id, profession=item.profession, region=item.region,
        facts={"stage": item.stage_kind},
    )  # fmt: skip
    answer.row_id, answer.entry_id = item.id, entry.id
    await answer.save()
