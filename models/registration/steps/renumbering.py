"""Applications follow when their applicant's identity number is written in another way."""

from models.kernel.unit import Unit
from models.people.kinds import IdentityKind
from models.registration.route_events import IdentityNumberFollowed
from models.registration.steps.fields import mark
from models.registration.tables import Registration
from models.registration.workflow import REGISTRATION, Relation

COLUMN = "identity_number"


async def renumber(unit: Unit, person_id: int, old: str, new: str) -> None:
    """Every application of the person that names the old number names the new one; within a step's unit of work.

    Their papers stay as they were handed in. Each tells it once, so that whoever reads it now sees the change.
    """
    cases = (
        Registration.filter(applicant_id=person_id, identity_number=old).select_for_update().order_by("id")
    )
    for case in await cases:
        await REGISTRATION.require(case, "~renumber", {Relation.CONSEQUENCE})
        case.identity_number, case.identity_kind = new, IdentityKind.RESIDENT
        mark(case, [COLUMN])
        await case.store(COLUMN, "identity_kind", "field_versions")
        unit.record(IdentityNumberFollowed(), case)
