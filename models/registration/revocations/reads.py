"""Who may see revocations, and what a viewer is to one: the reviewers of the issuing authority, nobody else."""

from tortoise.expressions import Q

from models.files.reads import may_see_subject
from models.kernel.viewer import Viewer, ViewerKind
from models.registration.credentials import Certificate
from models.registration.reads import NOTHING, granted
from models.registration.relations import relations_to_certificate
from models.registration.revocations.tables import Revocation
from models.registration.workflow import Relation

ABLE = frozenset({Relation.DECIDER, Relation.HEAD})
"""Who may propose a revocation, and stand for another's."""


def visible_to(viewer: Viewer) -> Q:
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.REVIEWER:
            return Q(authority_id=viewer.authority_id) & granted(viewer)
    return NOTHING


def relations_to_revocation(row: Revocation, viewer: Viewer) -> set[Relation]:
    """Whoever proposed it may take it back; any other decider, or head, of the authority is the second."""
    about = Certificate(authority_id=row.authority_id, profession=row.profession, region=row.region)
    if not ABLE & relations_to_certificate(about, viewer):
        return set()
    return {Relation.PROPOSER if row.proposed_by_id == viewer.reviewer_id else Relation.SECOND}


may_see_subject[Revocation.prefix] = lambda viewer: Revocation.filter(visible_to(viewer))
