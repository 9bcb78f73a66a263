"""Fields of a save: checked for length, compared with what others saved meanwhile, marked with their version."""

from collections.abc import Iterable, Mapping
from typing import Any

from models.kernel.errors import Difference, InvalidField, Refused, StaleVersion
from models.people.kinds import IdentityKind
from models.registration.form import FIELDS, FormField
from models.registration.tables import Registration

MOST_CHOSEN = 20
"""Of any list of codes; the rulebook says how many may be registered."""


def checked(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes with texts trimmed, empty ones as None. :raises Refused: texts too long, all of them at once."""
    trimmed = {column: _trim(value) for column, value in changes.items()}
    if "identity_kind" in trimmed:
        trimmed["identity_kind"] = trimmed["identity_kind"] or IdentityKind.RESIDENT
    wrong = [
        error for column, value in trimmed.items() if (error := _too_long(FIELDS[column], value)) is not None
    ]
    if wrong:
        raise Refused(*wrong)
    return trimmed


def changed(case: Registration, version: int, changes: Mapping[str, Any]) -> dict[str, Any]:
    """What this save really changes.

    :raises Refused: StaleVersion, when a field was changed by a newer save than the one read, to another value.
    """
    if version > case.version:
        raise Refused(StaleVersion(current_version=case.version))
    new = {column: value for column, value in changes.items() if getattr(case, column) != value}
    overlapping = [column for column in new if case.field_versions.get(column, 0) > version]
    if overlapping:
        raise Refused(
            StaleVersion(
                current_version=case.version,
                differences=tuple(_difference(case, column, new[column]) for column in overlapping),
            )
        )
    return new


def mark(case: Registration, keys: Iterable[str]) -> None:
    """Note that these fields are changed by the version about to be stored."""
    case.field_versions = case.field_versions | dict.fromkeys(keys, case.version + 1)


def _trim(value: Any) -> Any:
    """Texts without space around them; lists in one order, each name once."""
    if isinstance(value, list | tuple):
        return sorted({str(one) for one in value})
    return (value.strip() or None) if isinstance(value, str) else value


def _too_long(field: FormField, value: Any) -> InvalidField | None:
    if isinstance(value, list) and len(value) > MOST_CHOSEN:
        return InvalidField(
            path=("input", *field.path),
            message=f"{field.label}最多选择{MOST_CHOSEN}个，收到{len(value)}个",
            received=f"{len(value)}个",
            wanted=f"最多{MOST_CHOSEN}个",
        )
    if field.longest is None or not isinstance(value, str) or len(value) <= field.longest:
        return None
    return InvalidField(
        path=("input", *field.path),
        message=f"{field.label}最多{field.longest}个字，收到{len(value)}个字",
        received=f"{len(value)}个字",
        wanted=f"最多{field.longest}个字",
    )


def _difference(case: Registration, column: str, mine: Any) -> Difference:
    saved = getattr(case, column)
    return Difference(path=FIELDS[column].path, after=_text(saved), mine=_text(mine))


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return "、".join(value)
    return None if value is None else str(value)
