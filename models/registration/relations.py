"""What a viewer is to a case, and to a work item."""

from models.authorities.kinds import Profession, ReviewerRole
from models.kernel.viewer import Viewer, ViewerKind
from models.professions.rulebook import STAGE_ROLES
from models.professions.shelf import rulebook_on
from models.registration.credentials import Certificate
from models.registration.kinds import StageKind
from models.registration.tables import Registration, RegistrationStage, WorkItem
from models.registration.workflow import Relation

HEAD_ROLE = "HEAD"


def relations_to(case: Registration, viewer: Viewer, stage: RegistrationStage | None) -> set[Relation]:
    """Relations that count now: a reviewer's role and body must be those of the open stage.

    With `stage` None any role of a stage counts: whoever decided too late is told so, not forbidden. A reviewer of
    another body than the stage's holds no claim on it, which every decision asks for.
    """
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return {Relation.CLOCK}
        case ViewerKind.PERSON if viewer.person_id == case.applicant_id and not case.filed_by_employer:
            return {Relation.FILER}
        case ViewerKind.EMPLOYER if viewer.employer_id == case.employer_id and case.filed_by_employer:
            return {Relation.FILER}
        case ViewerKind.EMPLOYER if viewer.employer_id == case.employer_id:
            return {Relation.EMPLOYER}
        case ViewerKind.REVIEWER if stage is None or viewer.authority_id == stage.authority_id:
            return _of_reviewer(case, viewer, stage.kind if stage else None)
    return set()


def relations_to_work(item: WorkItem, viewer: Viewer) -> set[Relation]:
    """Relations of a viewer to a work item; holding it ends with the lease only when the clock says so."""
    if viewer.kind is ViewerKind.SYSTEM:
        return {Relation.CLOCK}
    if viewer.kind is not ViewerKind.REVIEWER or viewer.authority_id != item.authority_id:
        return set()
    found = set()
    if viewer.has_role(item.role, item.profession, item.region):
        found.add(Relation.STAGE_REVIEWER)
    if viewer.reviewer_id is not None and item.held_by_id == viewer.reviewer_id:
        found.add(Relation.HOLDER)
    if viewer.has_role(HEAD_ROLE, item.profession, item.region):
        found.add(Relation.HEAD)
    return found


def relations_to_certificate(row: Certificate, viewer: Viewer) -> set[Relation]:
    """Relations of a viewer to a certificate: who decides, or is the head, where it was issued may have it revoked."""
    if viewer.kind is not ViewerKind.REVIEWER or viewer.authority_id != row.authority_id:
        return set()
    found = set()
    if any(viewer.has_role(role, row.profession, row.region) for role in _deciding(row.profession)):
        found.add(Relation.DECIDER)
    if viewer.has_role(HEAD_ROLE, row.profession, row.region):
        found.add(Relation.HEAD)
    return found


def _deciding(profession: str) -> set[ReviewerRole]:
    """The roles of the stages that decide, in the profession's routes."""
    routes = (form.route for form in rulebook_on(Profession(profession)).forms.values())
    return {step.role for route in routes for step in route if step.decides and step.role}


def _of_reviewer(case: Registration, viewer: Viewer, stage: StageKind | None) -> set[Relation]:
    found = set()
    roles = [STAGE_ROLES[stage]] if stage in STAGE_ROLES else list(STAGE_ROLES.values())
    if any(viewer.has_role(role, case.profession, case.region) for role in roles):
        found.add(Relation.STAGE_REVIEWER)
    if viewer.has_role(HEAD_ROLE, case.profession, case.region):
        found.add(Relation.HEAD)
    return found
