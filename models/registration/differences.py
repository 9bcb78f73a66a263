"""Old and new values of an application beside what is registered, as its viewer may read them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from models.kernel.errors import Difference
from models.kernel.viewer import Viewer
from models.people.masks import mask_address, mask_email, mask_identity, mask_mobile, mask_name
from models.people.shown import given_name, own_person
from models.professions.shelf import specialty_words
from models.registration.form import BASIC, EMPLOYMENT, SPECIALTIES, FormField
from models.registration.originals import Original, originals_of
from models.registration.prefilled import ANEW
from models.registration.tables import Registration
from models.registration.words import IDENTITY_WORDS, NATURE_WORDS, SEX_WORDS, TERM_WORDS

COMPARED = tuple(
    field
    for field in (*BASIC, SPECIALTIES, *EMPLOYMENT)
    if field.column not in ANEW and not field.column.endswith("_id")
)
MASKS: Mapping[str, Callable[[str], str]] = {
    "identity_number": mask_identity,
    "mobile": mask_mobile,
    "email": mask_email,
    "address": mask_address,
}
WORDS: Mapping[str, Mapping[Any, str]] = {
    "sex": SEX_WORDS,
    "identity_kind": IDENTITY_WORDS,
    "employer_nature": NATURE_WORDS,
    "term": TERM_WORDS,
    "retired": {True: "是", False: "否"},
}


async def case_differences(viewer: Viewer, rows: Sequence[Registration]) -> list[list[Difference]]:
    """For each case; none where nothing is registered yet."""
    originals = await originals_of(row.original_id for row in rows)
    return [_differences(row, originals.get(row.original_id or 0), viewer) for row in rows]


def registered_value(column: str, original: Original) -> Any:
    """What is registered: as the certificate prints it, else as it was last applied for."""
    row = original.row
    printed = {
        "name": row.printed_name,
        "employer_name": row.printed_employer,
        "specialties": row.specialties,
    }
    return printed.get(column, getattr(original.registered, column))


def _differences(case: Registration, original: Original | None, viewer: Viewer) -> list[Difference]:
    found = []
    for field, before, after in differing(case, original):
        mask = _mask(field, case.applicant_id, viewer)
        found.append(Difference(path=field.path, before=mask(before), after=mask(after)))
    return found


def differing(
    case: Registration, original: Original | None
) -> list[tuple[FormField, str | None, str | None]]:
    """Fields that differ, with old and new value in words and nothing masked."""
    if original is None:
        return []
    pairs = [(one, registered_value(one.column, original), getattr(case, one.column)) for one in COMPARED]
    return [
        (field, _worded(case, field, before), _worded(case, field, after))
        for field, before, after in pairs
        if (before or None) != (after or None)
    ]


def _worded(case: Registration, field: FormField, value: Any) -> str | None:
    if value is None or value == "":
        return None
    if field is SPECIALTIES:
        return "、".join(specialty_words(case.profession, value)) or None
    return WORDS.get(field.column, {}).get(value) or str(value)


def _mask(field: FormField, applicant_id: int, viewer: Viewer) -> Callable[[str | None], str | None]:
    mask = None if own_person(applicant_id, viewer) else MASKS.get(field.column)
    if field.column == "name" and not given_name(applicant_id, viewer):
        mask = mask_name
    return lambda text: mask(text) if mask and text else text
