"""Who may see deliveries: the person they go to, and the reviewers of the body that sends them."""

from tortoise.expressions import Q

from models.kernel.viewer import Viewer, ViewerKind
from models.professions.rulebook import STAGE_ROLES
from models.registration.deliveries.tables import Delivery
from models.registration.kinds import StageKind
from models.registration.reads import NOTHING, granted
from models.registration.workflow import Relation

MAKER = STAGE_ROLES[StageKind.DELIVERY]


def visible_to(viewer: Viewer) -> Q:
    """Deliveries hold an address: of the sending body's reviewers only those of the profession and region."""
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.PERSON if viewer.person_id:
            return Q(applicant_id=viewer.person_id)
        case ViewerKind.REVIEWER:
            return Q(authority_id=viewer.authority_id) & granted(viewer)
    return NOTHING


def relations_to_delivery(row: Delivery, viewer: Viewer) -> set[Relation]:
    """What a viewer is to a delivery: whose it is, or whoever makes certificates there."""
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return {Relation.CLOCK}
        case ViewerKind.PERSON if viewer.person_id == row.applicant_id:
            return {Relation.FILER}
        case ViewerKind.REVIEWER if viewer.authority_id == row.authority_id:
            made = viewer.has_role(MAKER, row.profession, row.region)
            return {Relation.STAGE_REVIEWER} if made else set()
    return set()


def deliveries_matching(value: str) -> Q:
    """By receiver, certificate number or courier number."""
    text = value.strip()
    return Q(receiver__icontains=text) | Q(certificate_number=text) | Q(courier_number=text)
