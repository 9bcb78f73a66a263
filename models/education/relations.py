"""What a viewer is to a record of class hours."""

from models.education.tables import HoursRecord
from models.education.workflow import HoursRelation
from models.kernel.clock import now
from models.kernel.viewer import Viewer, ViewerKind
from models.registration.kinds import ClaimState
from models.registration.tables import WorkItem


async def relations_to(row: HoursRecord, viewer: Viewer) -> set[HoursRelation]:
    """The person; whoever holds an application of the person in this profession, while the lease runs."""
    if viewer.kind is ViewerKind.PERSON and viewer.person_id == row.person_id:
        return {HoursRelation.OWNER}
    if viewer.kind is ViewerKind.REVIEWER and viewer.reviewer_id is not None:
        held = WorkItem.filter(
            held_by_id=viewer.reviewer_id,
            state=ClaimState.HELD,
            held_until__gt=now(),
            applicant_id=row.person_id,
            profession=row.profession,
        )
        if await held.exists():
            return {HoursRelation.REVIEWER}
    return set()
