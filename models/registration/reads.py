"""Who may see which rows of registration: the only door to them."""

from collections.abc import Sequence
from typing import Any

from tortoise.expressions import Q, Subquery

from models.files.reads import may_see_subject
from models.kernel.audience import may_read_history
from models.kernel.viewer import Viewer, ViewerKind
from models.people.pinyin import typed
from models.professions.shelf import SHELF
from models.registration.kinds import ClaimState, RegistrationKind
from models.registration.tables import Registration, RegistrationStage

NOTHING = Q(id__in=[])
HANDED_OVER = frozenset(name.value for name, books in SHELF.items() if any(book.hands_over for book in books))
"""Professions in which a case is handled by several bodies."""


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
    """Certificates: the holder's, the employer's, the issuing authority's, and of every body that handled the case
    that yielded it. The public verifies instead.
    """
    match viewer.kind:
        case ViewerKind.SYSTEM:
            return Q()
        case ViewerKind.PERSON if viewer.person_id:
            return Q(person_id=viewer.person_id)
        case ViewerKind.EMPLOYER if viewer.employer_id:
            return Q(employer_id=viewer.employer_id)
        case ViewerKind.REVIEWER:
            return _issued(viewer) & granted(viewer)
    return NOTHING


def granted(viewer: Viewer, prefix: str = "") -> Q:
    """Rows of the professions and regions in which the reviewer has any role."""
    held = dict.fromkeys((grant.profession, grant.regions) for grant in viewer.grants)
    return any_of(
        [having(prefix, profession=profession) & _in_regions(regions, prefix) for profession, regions in held]
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
    """By name, its pinyin, employer, beginning of the receipt number, or the whole identity number."""
    text = value.strip()
    return (
        Q(name__icontains=text)
        | Q(spelled__contains=typed(value))
        | Q(employer_name__icontains=text)
        | Q(number__startswith=text)
        | Q(identity_number=text)
    )


def work_matching(value: str) -> Q:
    """By applicant's name or its pinyin, receipt number or employer."""
    return Q(search__icontains=typed(value))


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
            return having(prefix, applicant_id=viewer.person_id) & (_filed(prefix) | ~_forced(prefix))
        case ViewerKind.EMPLOYER if viewer.employer_id:
            return having(prefix, employer_id=viewer.employer_id) & (_filed(prefix) | _forced(prefix))
        case ViewerKind.REVIEWER:
            return _handled(viewer, prefix) & _filed(prefix) & granted(viewer, prefix)
    return NOTHING


def _handled(viewer: Viewer, prefix: str) -> Q:
    """Cases that name the reviewer's body; in professions whose routes lead through several bodies, also those of
    which a stage has been opened there. Others are spared the second look-up."""
    return _own_or_passed(viewer, prefix, "id")


def _issued(viewer: Viewer) -> Q:
    """Certificates that the reviewer's body issued, or whose case it handled."""
    return _own_or_passed(viewer, "", "registration_id")


def _own_or_passed(viewer: Viewer, prefix: str, case: str) -> Q:
    """Rows of the reviewer's body; in professions whose routes lead through several, also of cases that came to it.

    :param case: the column that holds the case's row key.
    """
    own = having(prefix, authority_id=viewer.authority_id)
    through = sorted(name for name in viewer.professions if name in HANDED_OVER)
    if not through:
        return own
    opened = RegistrationStage.filter(authority_id=viewer.authority_id, opened_at__isnull=False)
    cases = {f"{case}__in": Subquery(opened.values("registration_id"))}
    return own | having(prefix, profession__in=through, **cases)


def _filed(prefix: str) -> Q:
    return having(prefix, submitted_at__isnull=False)


def _forced(prefix: str) -> Q:
    """Filed by the employer."""
    return having(prefix, kind=RegistrationKind.FORCED_DEREGISTRATION)


def _in_regions(regions: tuple[str, ...], prefix: str) -> Q:
    return any_of([having(prefix, region__startswith=region) for region in regions]) if regions else Q()


def _histories(viewer: Viewer) -> Q:
    """Whoever judges a case reads all of its steps, also those that another body was told of in its turn."""
    if viewer.kind is not ViewerKind.REVIEWER:
        return NOTHING
    cases = Registration.filter(visible_to(viewer)).values("id")
    steps = Q(authority_id__isnull=False) | Q(notifies=True)
    return Q(subject=Registration.prefix, subject_id__in=Subquery(cases)) & steps


may_read_history.append(_histories)
may_see_subject[Registration.prefix] = lambda viewer: Registration.filter(visible_to(viewer))
