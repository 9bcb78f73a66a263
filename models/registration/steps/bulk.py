"""Many cases at once: one unit of work and one answer each, so that one that fails holds up no other."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from models.kernel.errors import Fault, InvalidField, LimitReached, Refused, UserError
from models.kernel.journal import Position
from models.kernel.unit import Done
from models.kernel.viewer import Viewer
from models.registration.steps.deciding import pass_registration, return_registration
from models.registration.steps.held import Claimed
from models.registration.steps.remarks import Remark
from models.registration.tables import Registration

AT_MOST = 500


@dataclass(frozen=True)
class Outcome:
    """What became of one case of many: done, or why not."""

    on: Claimed
    done: Done[Registration] | None = None
    errors: tuple[UserError, ...] = ()


async def pass_registrations(
    viewer: Viewer, key: str, *, items: Sequence[Claimed], opinion: str | None = None
) -> list[Outcome]:
    """Pass each; answers in the order given. :raises Refused: none or more than 500, or one twice."""
    return await _each(
        key, items, lambda own, on: pass_registration.once(own)(viewer, on=on, opinion=opinion)
    )


async def return_registrations(
    viewer: Viewer, key: str, *, items: Sequence[Claimed], remarks: Sequence[Remark]
) -> list[Outcome]:
    """Return each with the same remarks, on fields; answers in the order given."""
    return await _each(
        key, items, lambda own, on: return_registration.once(own)(viewer, on=on, remarks=remarks)
    )


def last_position(outcomes: Sequence[Outcome]) -> Position | None:
    """The newest of the changes, in the journal's order."""
    return max((one.done.cursor for one in outcomes if one.done and one.done.cursor), default=None)


async def _each(
    key: str,
    items: Sequence[Claimed],
    step: Callable[[str, Claimed], Coroutine[Any, Any, Done[Registration]]],
) -> list[Outcome]:
    if not items or len({item.id for item in items}) != len(items):
        raise Refused(InvalidField(path=("input", "items"), message="请选择要办理的申请，每件只选一次"))
    if len(items) > AT_MOST:
        raise Refused(
            LimitReached(path=("input", "items"), message=f"一次最多办理{AT_MOST}件", limit=AT_MOST)
        )
    return [await _one(item, step(_own_key(key, item), item)) for item in items]


async def _one(item: Claimed, work: Coroutine[Any, Any, Done[Registration]]) -> Outcome:
    try:
        return Outcome(item, await work)
    except Refused as refused:
        return Outcome(item, errors=refused.errors)
    except Fault as fault:
        return Outcome(item, errors=(InvalidField(message=fault.message),))


def _own_key(key: str, item: Claimed) -> str:
    """Each case has a key of its own that follows from the request's: a repeated request repeats none."""
    return sha256(f"{key}:{item.id}".encode()).hexdigest()
