"""What is shown of class hours."""

from collections.abc import Sequence

from models.education.kinds import HoursState
from models.education.relations import relations_to
from models.education.tables import HoursRecord
from models.education.workflow import HOURS
from models.kernel.viewer import Viewer
from models.kernel.workflow import Available
from models.registration.shown_parts import SpecialtyShown, specialties_shown


def hours_title(provider_name: str, hours: float) -> str:
    return f"{provider_name} {hours:g}学时"


def hours_status(state: HoursState) -> str:
    return HOURS.words[state]


def hours_specialty(profession: str, specialty: str | None) -> SpecialtyShown | None:
    return next(iter(specialties_shown(profession, [specialty])), None) if specialty else None


async def options_of(rows: Sequence[HoursRecord], viewer: Viewer) -> list[list[Available]]:
    """The viewer's moves on each record."""
    return [HOURS.available(row.state, await relations_to(row, viewer)) for row in rows]
