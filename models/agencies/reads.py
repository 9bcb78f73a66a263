"""Who may see which employer, and employers to choose from."""

from tortoise.expressions import Q, Subquery

from models.agencies.tables import Employer, EmployerState, Employment
from models.kernel.viewer import Viewer, ViewerKind
from models.registration.tables import Registration

NOBODY = Q(id__in=[])
EVERYBODY = Q()
CHOICES = 20
SHORTEST_SEARCH = 2


def visible_to(viewer: Viewer) -> Q:
    """Itself; whom it employs or who names it in an application; reviewers and administrators."""
    match viewer.kind:
        case ViewerKind.ADMINISTRATOR | ViewerKind.SYSTEM | ViewerKind.REVIEWER:
            return EVERYBODY
        case ViewerKind.EMPLOYER:
            return Q(id=viewer.employer_id)
        case ViewerKind.PERSON:
            jobs = Employment.filter(person_id=viewer.person_id)
            named = Registration.filter(applicant_id=viewer.person_id, employer_id__isnull=False)
            return Q(id__in=Subquery(jobs.values("employer_id"))) | Q(
                id__in=Subquery(named.values("employer_id"))
            )
    return NOBODY


def employments_visible_to(viewer: Viewer) -> Q:
    """Employments: one's own, those at one's own enterprise."""
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return EVERYBODY
        case ViewerKind.EMPLOYER if viewer.employer_id:
            return Q(employer_id=viewer.employer_id)
        case ViewerKind.PERSON if viewer.person_id:
            return Q(person_id=viewer.person_id)
    return NOBODY


async def find_employers(text: str) -> list[Employer]:
    """At most 20 employers whose name contains the text or whose credit code begins with it, by name.

    Nothing for less than two characters. Public facts only may be shown of them.
    """
    wanted = "".join(text.split())[:120]
    if len(wanted) < SHORTEST_SEARCH:
        return []
    matching = Q(name__contains=wanted) | Q(credit_code__startswith=wanted.upper())
    open_ones = Employer.filter(matching).exclude(state=EmployerState.CLOSED)
    return await open_ones.order_by("name", "id").limit(CHOICES)
