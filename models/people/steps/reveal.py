"""Showing a masked value in full: to whom it may be shown, and recorded each time (field named, value not)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tortoise.expressions import Q

from models.kernel.clock import now
from models.kernel.errors import Forbidden, InvalidField, NotFound, Refused, Unauthenticated
from models.kernel.ids import parse_global_id
from models.kernel.rows import Row, for_change
from models.kernel.unit import Done, Unit, unit_of_work
from models.kernel.viewer import Viewer, ViewerKind
from models.people.corrections.reads import visible_to as corrections_visible_to
from models.people.corrections.tables import IdentityCorrection
from models.people.events import SensitiveRevealed
from models.people.reads import recoveries_visible_to, visible_to
from models.people.settings import REVEALED_FOR
from models.people.tables import Person, RecoveryRequest
from models.people.throttle import Act, count

Path = tuple[str, ...]
REVIEWER_ONLY = frozenset({ViewerKind.REVIEWER})


@dataclass(frozen=True)
class Masked:
    """One masked field of a type: its word, its column, and who may have it shown."""

    label: str
    column: str
    to: frozenset[ViewerKind] = REVIEWER_ONLY


@dataclass(frozen=True)
class Revealable:
    """A type with masked fields, by their paths as the client names them."""

    row: type[Row]
    visible: Callable[[Viewer], Q]
    fields: Mapping[Path, Masked]


REVEALABLE: dict[str, Revealable] = {}
"""By prefix of the global id; each area adds its own types."""

REVEALABLE[Person.prefix] = Revealable(
    Person,
    visible_to,
    {
        ("name",): Masked("姓名", "name", frozenset({ViewerKind.REVIEWER, ViewerKind.EMPLOYER})),
        ("identityNumber",): Masked("证件号码", "identity_number"),
        ("mobile",): Masked("手机号", "mobile"),
        ("email",): Masked("邮箱", "email"),
    },
)

REVEALABLE[IdentityCorrection.prefix] = Revealable(
    IdentityCorrection,
    corrections_visible_to,
    {("name",): Masked("正确姓名", "name"), ("identityNumber",): Masked("正确证件号码", "identity_number")},
)

REVEALABLE[RecoveryRequest.prefix] = Revealable(
    RecoveryRequest,
    recoveries_visible_to,
    {
        ("login",): Masked("账号", "login"),
        ("contactMobile",): Masked("联系手机", "contact_mobile"),
    },
)


@dataclass(frozen=True)
class Revealed:
    """A full value, to be hidden again at a moment."""

    value: str
    hide_at: datetime


async def reveal(viewer: Viewer, subject_id: str, path: Path, key: str) -> Done[Revealed]:
    """The full value, for a minute.

    :raises NotFound: no such subject, or not visible. :raises Forbidden: not for this viewer.
    :raises Refused: InvalidField: no such field, or there is nothing in it; LimitReached: so many in this hour.
    """
    done = await reveal_sensitive.once(key)(viewer, subject_id=subject_id, path=path)
    prefix, _ = _parsed(subject_id)
    value = str(getattr(done.value, REVEALABLE[prefix].fields[path].column))
    return Done(Revealed(value, now() + REVEALED_FOR), done.cursor, done.replayed)


@unit_of_work
async def reveal_sensitive(unit: Unit, *, subject_id: str, path: Path) -> Row:
    if not unit.viewer.signed_in:
        raise Unauthenticated
    prefix, key = _parsed(subject_id)
    known = REVEALABLE[prefix]
    row = await for_change(known.row, known.visible(unit.viewer), key)
    masked = known.fields.get(path)
    if masked is None:
        raise Refused(_no_field(path, known))
    if not (unit.viewer.kind in masked.to or _own(unit.viewer, row)):
        raise Forbidden
    if not getattr(row, masked.column):
        raise Refused(InvalidField(path=("input", "path"), message=f"{masked.label}没有填写"))
    await count(Act.REVEAL, f"account:{unit.viewer.account_id}")
    unit.record(SensitiveRevealed(".".join(path), masked.label), row)
    return row


def _parsed(subject_id: str) -> tuple[str, int]:
    parsed = parse_global_id(subject_id)
    if parsed is None or parsed[0] not in REVEALABLE:
        raise NotFound
    return parsed


def _own(viewer: Viewer, row: Row) -> bool:
    return viewer.person_id is not None and row.audience().person_id == viewer.person_id


def _no_field(path: Path, known: Revealable) -> InvalidField:
    names = "、".join(".".join(name) for name in known.fields)
    return InvalidField(
        path=("input", "path"),
        message="没有这个可显示的字段",
        received=".".join(path)[:80],
        wanted=names,
    )
