"""Who may see which correction: the person, and whoever handles it at the body or the centre."""

from tortoise.expressions import Q

from models.files.reads import may_see_subject
from models.kernel.viewer import Viewer, ViewerKind
from models.people.corrections.kinds import APPLYING, CONFIRMING
from models.people.corrections.tables import IdentityCorrection

NOBODY = Q(id__in=[])
HANDLING = {role.value for role in (*CONFIRMING, *APPLYING)}


def visible_to(viewer: Viewer) -> Q:
    """Only posts that confirm or apply: a reviewer of applications has no business with it."""
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.PERSON if viewer.person_id:
            return Q(person_id=viewer.person_id)
        case ViewerKind.REVIEWER:
            here = Q(authority_id=viewer.authority_id) | Q(body_id=viewer.authority_id)
            return here & _granted(viewer)
    return NOBODY


def _granted(viewer: Viewer) -> Q:
    granted = NOBODY
    for grant in viewer.grants:
        if grant.role in HANDLING:
            regions = [Q(region__startswith=prefix) for prefix in grant.regions]
            granted |= Q(Q(profession=grant.profession), *([Q(*regions, join_type=Q.OR)] if regions else []))
    return granted


may_see_subject[IdentityCorrection.prefix] = lambda viewer: IdentityCorrection.filter(visible_to(viewer))
