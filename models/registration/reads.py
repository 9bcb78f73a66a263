"""Who may see which rows of registration: the only door to them."""

from collections.abc import Sequence
from typing import Any

from tortoise.expressions import Q

from models.files.reads import may_see_subject
from models.kernel.viewer import Viewer, ViewerKind
from models.registration.kinds import ClaimState
from models.registration.tables import Registration

NOTHING = Q(id__in=[])


def visible_to(viewer: Viewer) -> Q:
    """Registrations: one's own, one's staff's once submitted, those of one's authority, profession and region.

    A draft is the filer's alone. Administrators see no private data.
    """
    return _of_case(viewer)


def parts_visible_to(viewer: Viewer) -> Q:
    """Stages, remarks and attachments: as their registration."""
    return _of_case(viewer, "registration__")


def work_visible_to(viewer: Viewer) -> Q:
    """Work items: to reviewers with a role for the profession and region; to the applicant, that there is one."""
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.PERSON if viewer.person_id:
            return Q(applicant_id=viewer.person_id)
        case ViewerKind.REVIEWER:
            return Q(authority_id=viewer.authority_id) & granted(viewer)
    return NOTHING


def certificates_visible_to(viewer: Viewer) -> Q:
    """Certificates: the holder's, the employer's, the issuing authority's. The public verifies instead."""
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.PERSON if viewer.person_id:
            return Q(person_id=viewer.person_id)
        case ViewerKind.EMPLOYER if viewer.employer_id:
            return Q(employer_id=viewer.employer_id)
        case ViewerKind.REVIEWER:
            return Q(authority_id=viewer.authority_id) & granted(viewer)
    return NOTHING


def seals_visible_to(viewer: Viewer) -> Q:
    """Seals: as their certificate."""
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.PERSON if viewer.person_id:
            return Q(certificate__person_id=viewer.person_id)
        case ViewerKind.EMPLOYER if viewer.employer_id:
            return Q(certificate__employer_id=viewer.employer_id)
        case ViewerKind.REVIEWER:
            return Q(certificate__authority_id=viewer.authority_id) & granted(viewer, "certificate__")
    return NOTHING


def granted(viewer: Viewer, prefix: str = "") -> Q:
    """Rows of the professions and regions in which the reviewer has any role."""
    return any_of(
        [
            having(prefix, profession=grant.profession) & _in_regions(grant.regions, prefix)
            for grant in viewer.grants
        ]
    )


def queue_of(viewer: Viewer) -> Q:
    """Work items that this reviewer may take: of a role held for the profession and region."""
    if viewer.kind is not ViewerKind.REVIEWER:
        return NOTHING
    roles = [
        Q(role=grant.role, profession=grant.profession) & _in_regions(grant.regions, "")
        for grant in viewer.grants
    ]
    return Q(authority_id=viewer.authority_id) & any_of(roles)


def having(prefix: str, **conditions: Any) -> Q:
    """A condition on columns of a row that is reached over a prefix (`registration__`)."""
    return Q(**{prefix + column: value for column, value in conditions.items()})


def registrations_matching(value: str) -> Q:
    """By name, employer, beginning of the receipt number, or the whole identity number."""
    text = value.strip()
    return (
        Q(name__icontains=text)
        | Q(employer_name__icontains=text)
        | Q(number__startswith=text)
        | Q(identity_number=text)
    )


def work_matching(value: str) -> Q:
    """By applicant's name, receipt number or employer."""
    return Q(search__icontains=value.strip())


def work_in(states: Sequence[ClaimState]) -> Q:
    """In one of the states; said once more by what leads the queue's indexes, where it is open work or done work."""
    done = {state is ClaimState.DONE for state in states}
    held = Q(state__in=list(states))
    return held & Q(open=not done.pop()) if len(done) == 1 else held


def any_of(conditions: list[Q]) -> Q:
    return Q(*conditions, join_type=Q.OR) if conditions else NOTHING


def _of_case(viewer: Viewer, prefix: str = "") -> Q:
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.PERSON if viewer.person_id:
            return having(prefix, applicant_id=viewer.person_id)
        case ViewerKind.EMPLOYER if viewer.employer_id:
            return having(prefix, employer_id=viewer.employer_id) & _filed(prefix)
        case ViewerKind.REVIEWER:
            own = having(prefix, authority_id=viewer.authority_id)
            return own & _filed(prefix) & granted(viewer, prefix)
    return NOTHING


def _filed(prefix: str) -> Q:
    return having(prefix, submitted_at__isnull=False)


def _in_regions(regions: tuple[str, ...], prefix: str) -> Q:
    return any_of([having(prefix, region__startswith=region) for region in regions]) if regions else Q()


may_see_subject[Registration.prefix] = lambda viewer: Registration.filter(visible_to(viewer))
