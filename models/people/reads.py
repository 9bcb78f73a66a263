"""Who may see which account, session and person, and who is meant by a login name."""

import re

from tortoise.expressions import Q, Subquery

from models.agencies.tables import Employer, Employment
from models.authorities.kinds import ReviewerRole
from models.kernel.viewer import Viewer, ViewerKind
from models.people.identity import normalized
from models.people.kinds import AccountKind, AccountState, IdentityKind
from models.people.tables import Account, Person
from models.registration import reads as registrations
from models.registration.credentials import Certificate
from models.registration.tables import Registration

NOBODY = Q(id__in=[])
EVERYBODY = Q()
MOBILE_LOGIN = re.compile(r"1[3-9]\d{9}")
LONGEST_IDENTITY, CREDIT_CODE_LENGTH = 32, 18


def accounts_visible_to(viewer: Viewer) -> Q:
    """One's own account; administrators and the system see all."""
    if viewer.kind in {ViewerKind.ADMINISTRATOR, ViewerKind.SYSTEM}:
        return EVERYBODY
    return Q(id=viewer.account_id) if viewer.account_id is not None else NOBODY


def sessions_visible_to(viewer: Viewer) -> Q:
    """One's own sessions (D-11)."""
    if viewer.kind is ViewerKind.SYSTEM:
        return EVERYBODY
    return Q(account_id=viewer.account_id) if viewer.account_id is not None else NOBODY


def visible_to(viewer: Viewer) -> Q:
    """Persons: oneself; an employer's present staff; whose case or certificate the reviewer sees."""
    match viewer.kind:
        case ViewerKind.ADMINISTRATOR | ViewerKind.SYSTEM:
            return EVERYBODY
        case ViewerKind.PERSON:
            return Q(id=viewer.person_id)
        case ViewerKind.EMPLOYER:
            staff = Employment.filter(employer_id=viewer.employer_id, until=None)
            return Q(id__in=Subquery(staff.values("person_id")))
        case ViewerKind.REVIEWER:
            return _handled_by(viewer)
    return NOBODY


def qualifications_visible_to(viewer: Viewer) -> Q:
    """Those of the persons one sees."""
    if viewer.kind in {ViewerKind.ADMINISTRATOR, ViewerKind.SYSTEM}:
        return EVERYBODY
    if viewer.kind is ViewerKind.PERSON:
        return Q(person_id=viewer.person_id)
    return Q(person_id__in=Subquery(Person.filter(visible_to(viewer)).values("id")))


def recoveries_visible_to(viewer: Viewer) -> Q:
    """Acceptors see those of their authority, profession and region; administrators all."""
    if viewer.kind in {ViewerKind.ADMINISTRATOR, ViewerKind.SYSTEM}:
        return EVERYBODY
    if viewer.kind is not ViewerKind.REVIEWER:
        return NOBODY
    granted = NOBODY
    for grant in viewer.grants:
        if grant.role == ReviewerRole.ACCEPTOR:
            here = [Q(region__startswith=prefix) for prefix in grant.regions]
            granted |= Q(Q(profession=grant.profession), *([Q(*here, join_type=Q.OR)] if here else []))
    return Q(authority_id=viewer.authority_id) & granted


async def account_of_login(login: str, kind: IdentityKind | None = None) -> Account | None:
    """The account that a mobile, certificate number or credit code leads to (D-19); `kind` only for certificates."""
    login = normalized(login)
    if not login or len(login) > LONGEST_IDENTITY:
        return None
    if kind is None and MOBILE_LOGIN.fullmatch(login):
        return await Account.filter(mobile=login).first()
    person = await Person.filter(_identity(login, kind)).first()
    if person:
        return await Account.filter(person_id=person.id, kind=AccountKind.PERSON).first()
    if kind or len(login) > CREDIT_CODE_LENGTH:
        return None
    employer = await Employer.filter(credit_code=login).first()
    return await Account.filter(employer_id=employer.id).first() if employer else None


async def may_only_draft(viewer: Viewer) -> bool:
    """Has the viewer's account no password yet (D-2)? Then it may keep drafts and set one, nothing else."""
    return await Account.filter(id=viewer.account_id or 0, state=AccountState.PASSWORDLESS).exists()


def _handled_by(viewer: Viewer) -> Q:
    cases = Registration.filter(registrations.visible_to(viewer))
    holders = Certificate.filter(registrations.certificates_visible_to(viewer))
    return Q(id__in=Subquery(cases.values("applicant_id"))) | Q(id__in=Subquery(holders.values("person_id")))


def _identity(number: str, kind: IdentityKind | None) -> Q:
    same_number = Q(identity_number=number)
    return same_number & Q(identity_kind=kind) if kind else same_number
