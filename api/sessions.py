"""Whom a session token stands for."""

from datetime import timedelta
from hashlib import sha256

from tortoise.expressions import Q

from models.authorities.tables import Reviewer, RoleGrant
from models.kernel.clock import now
from models.kernel.viewer import Grant, Viewer, ViewerKind
from models.people.kinds import AccountState, SessionState
from models.people.tables import Account, Session
from subscriptions.viewpoint import SignedIn

IDLE_LIMIT = timedelta(minutes=30)
MAY_ACT = (AccountState.PASSWORDLESS, AccountState.ACTIVE)


async def identify(token: str) -> SignedIn | None:
    """The viewer behind a token and when it ends for idleness; None for unknown, ended and idle sessions."""
    return await _signed_in(Q(token_hash=sha256(token.encode()).hexdigest()))


async def identify_session(session_id: int) -> SignedIn | None:
    """The same for a session that is known by its row key: addresses of files name it."""
    return await _signed_in(Q(id=session_id))


async def _signed_in(which: Q) -> SignedIn | None:
    session = await Session.filter(which, state=SessionState.OPEN).first()
    if session is None or session.last_seen_at + IDLE_LIMIT <= now():
        return None
    account = await Account.filter(id=session.account_id, state__in=MAY_ACT).first()
    if account is None:
        return None
    return SignedIn(await _viewer(account, session), session.last_seen_at + IDLE_LIMIT)


async def _viewer(account: Account, session: Session) -> Viewer:
    reviewer = await Reviewer.filter(id=account.reviewer_id).first() if account.reviewer_id else None
    return Viewer(
        kind=ViewerKind(account.kind.value),
        account_id=account.id,
        session_id=session.id,
        person_id=account.person_id,
        employer_id=account.employer_id,
        reviewer_id=account.reviewer_id,
        authority_id=reviewer.authority_id if reviewer else None,
        grants=await _grants(reviewer) if reviewer else (),
    )


async def _grants(reviewer: Reviewer) -> tuple[Grant, ...]:
    rows = await RoleGrant.filter(reviewer_id=reviewer.id).order_by("id")
    return tuple(Grant(row.role.value, row.profession, tuple(row.regions)) for row in rows)
