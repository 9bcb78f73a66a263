"""Who may see batches, their entries, and what has been announced."""

from tortoise.expressions import Q

from models.kernel.viewer import Viewer, ViewerKind
from models.professions.rulebook import STAGE_ROLES
from models.registration.batches.kinds import STAGE_OF_KIND, BatchEntryState, BatchKind
from models.registration.batches.tables import Batch
from models.registration.reads import NOTHING, granted
from models.registration.relations import HEAD_ROLE
from models.registration.workflow import Relation

ANNOUNCED = Q(kind=BatchKind.ANNOUNCEMENT, announced_at__isnull=False)


def visible_to(viewer: Viewer) -> Q:
    """Batches: announced ones are public, the others are of their authority's reviewers."""
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.REVIEWER:
            return ANNOUNCED | _own(viewer)
    return ANNOUNCED


def listed_to(viewer: Viewer) -> Q:
    """Batches whose list a viewer may have, with everybody's name: never because they were announced."""
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.REVIEWER:
            return _own(viewer)
    return NOTHING


def entries_visible_to(viewer: Viewer) -> Q:
    """Entries: the applicant's own; all of a batch to its authority's reviewers."""
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.PERSON if viewer.person_id:
            return Q(applicant_id=viewer.person_id)
        case ViewerKind.REVIEWER:
            return Q(batch__authority_id=viewer.authority_id) & granted(viewer, "batch__")
    return NOTHING


def announced_to(viewer: Viewer) -> Q:
    """People announced: those whose stage was passed by a batch that was announced. Everybody may see them."""
    return Q(
        state=BatchEntryState.CARRIED_OUT,
        batch__kind=BatchKind.ANNOUNCEMENT,
        batch__announced_at__isnull=False,
    )


def people_matching(value: str) -> Q:
    """By the whole name, receipt number, or part of the employer's name: a part of a name would undo its masking."""
    text = value.strip()
    return Q(name=text) | Q(number=text) | Q(employer_name__icontains=text)


def entries_matching(value: str) -> Q:
    """By part of the name or employer, or the beginning of the receipt number: for reviewers."""
    text = value.strip()
    return Q(name__icontains=text) | Q(number__startswith=text) | Q(employer_name__icontains=text)


def relations_to_batch(batch: Batch, viewer: Viewer) -> set[Relation]:
    """What a viewer is to a batch: of the stage it is for, or the head."""
    if viewer.kind is ViewerKind.SYSTEM:
        return {Relation.CLOCK}
    if viewer.kind is not ViewerKind.REVIEWER or viewer.authority_id != batch.authority_id:
        return set()
    found = set()
    if viewer.has_role(STAGE_ROLES[STAGE_OF_KIND[batch.kind]], batch.profession, batch.region):
        found.add(Relation.STAGE_REVIEWER)
    if viewer.has_role(HEAD_ROLE, batch.profession, batch.region):
        found.add(Relation.HEAD)
    return found


def _own(viewer: Viewer) -> Q:
    return Q(authority_id=viewer.authority_id) & granted(viewer)
