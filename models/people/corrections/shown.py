"""What is shown of a correction: the record's value and the one asked for, masked but for whoever may read them."""

from collections.abc import Sequence

from models.kernel.errors import Difference
from models.kernel.viewer import Viewer
from models.people.corrections.tables import IdentityCorrection
from models.people.masks import mask_identity, mask_name
from models.people.shown import given_name, own_person
from models.people.tables import Person

SHOWN = ("name", "identity_number", "birth_date")
PATHS = {"name": "name", "identity_number": "identityNumber", "birth_date": "birthDate"}


async def differences(viewer: Viewer, rows: Sequence[IdentityCorrection]) -> list[list[Difference]]:
    """For each: what the record says (or said, where it was corrected), and what it should say."""
    people = {one.id: one for one in await Person.filter(id__in={row.person_id for row in rows})}
    return [
        [_difference(viewer, row, people[row.person_id], column) for column in _asked(row)] for row in rows
    ]


def _asked(row: IdentityCorrection) -> list[str]:
    return [column for column in SHOWN if getattr(row, column)]


def _difference(viewer: Viewer, row: IdentityCorrection, person: Person, column: str) -> Difference:
    before = row.was.get(column) if row.was else getattr(person, column)
    after = getattr(row, column)
    return Difference(
        path=(PATHS[column],),
        before=_masked(viewer, row.person_id, column, str(before or "")),
        after=_masked(viewer, row.person_id, column, str(after)),
    )


def _masked(viewer: Viewer, person_id: int, column: str, text: str) -> str:
    if column == "name":
        return text if given_name(person_id, viewer) else mask_name(text)
    if column == "identity_number":
        return text if own_person(person_id, viewer) else mask_identity(text)
    return text
