"""Who may see which class hours."""

from tortoise.expressions import Q, Subquery

from models.education.tables import HoursRecord
from models.files.reads import may_see_subject
from models.kernel.viewer import Viewer, ViewerKind
from models.registration.reads import visible_to as cases_visible_to
from models.registration.tables import Registration

NOTHING = Q(id__in=[])


def visible_to(viewer: Viewer) -> Q:
    """One's own; of the persons whose applications in the same profession a reviewer sees."""
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.PERSON if viewer.person_id:
            return Q(person_id=viewer.person_id)
        case ViewerKind.REVIEWER:
            seen = Registration.filter(cases_visible_to(viewer)).values("applicant_id")
            return Q(person_id__in=Subquery(seen), profession__in=sorted(viewer.professions))
    return NOTHING


may_see_subject[HoursRecord.prefix] = lambda viewer: HoursRecord.filter(visible_to(viewer))
