"""From a session to a viewer: at each request by its token, and again while a socket lives."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from models.authorities.tables import Reviewer, RoleGrant
from models.kernel.clock import now
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Grant, Viewer, ViewerKind
from models.people.bearers import Bearer, bearer_of_session, bearer_of_token
from models.people.kinds import AccountKind, AccountState, SessionState
from models.people.settings import TOUCH_EVERY, settings
from models.people.tables import Account, Session

VIEWER_KINDS = {kind: ViewerKind(kind.value) for kind in AccountKind}
MAY_SIGN_IN = frozenset({AccountState.PASSWORDLESS, AccountState.ACTIVE})
LONGEST_TOKEN = 100


def token_hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def idle_at(last_seen_at: datetime) -> datetime:
    """When a session ends by itself unless there is another request (D-12)."""
    return last_seen_at + settings().idle_after


@dataclass(frozen=True)
class SignedIn:
    """Who is signed in, and when the session ends by itself unless there is another request."""

    viewer: Viewer
    idle_at: datetime


async def viewer_of_token(token: str) -> Viewer | None:
    """Who a request comes from, as `identified`."""
    found = await identified(token)
    return found.viewer if found else None


async def identified(token: str, *, attended: bool = True) -> SignedIn | None:
    """None when the token is unknown, ended, idle for too long or its account stopped.

    Counts as a request: at most once a minute the session's last request is written down. Not `attended`: the page
    asks by itself, nobody is there, and the session grows older.
    """
    if not 0 < len(token) <= LONGEST_TOKEN:
        return None
    bearer = await bearer_of_token(token_hash(token))
    if bearer is None or not _is_in(bearer):
        return None
    if not attended or bearer.last_seen_at + TOUCH_EVERY > now():
        return SignedIn(bearer.viewer, idle_at(bearer.last_seen_at))
    assert bearer.viewer.session_id
    await touch_session(SYSTEM_VIEWER, id=bearer.viewer.session_id)
    return SignedIn(bearer.viewer, idle_at(now()))


async def viewer_of_session(session_id: int) -> Viewer | None:
    """Who a session belongs to, as `identified_session`."""
    found = await identified_session(session_id)
    return found.viewer if found else None


async def identified_session(session_id: int) -> SignedIn | None:
    """The same for a live socket, with the rights of this moment. It is no request: the session grows older."""
    bearer = await bearer_of_session(session_id)
    return SignedIn(bearer.viewer, idle_at(bearer.last_seen_at)) if bearer and _is_in(bearer) else None


async def viewer_of_account(account: Account) -> Viewer:
    """The viewer that an account is, with its grants."""
    reviewer = await Reviewer.filter(id=account.reviewer_id).first() if account.reviewer_id else None
    return Viewer(
        VIEWER_KINDS[account.kind],
        account_id=account.id,
        person_id=account.person_id,
        employer_id=account.employer_id,
        reviewer_id=account.reviewer_id,
        authority_id=reviewer.authority_id if reviewer else None,
        grants=await _grants(reviewer.id) if reviewer else (),
    )


@unit_of_work
async def touch_session(unit: Unit, *, id: int) -> None:
    """Two requests at once write once; an ended session stays as it ended."""
    await Session.filter(id=id, state=SessionState.OPEN, last_seen_at__lt=unit.now - TOUCH_EVERY).update(
        last_seen_at=unit.now
    )


def _is_in(bearer: Bearer) -> bool:
    open_ = bearer.session_state is SessionState.OPEN and idle_at(bearer.last_seen_at) > now()
    return open_ and bearer.account_state in MAY_SIGN_IN


async def _grants(reviewer_id: int) -> tuple[Grant, ...]:
    grants = await RoleGrant.filter(reviewer_id=reviewer_id).order_by("id")
    return tuple(Grant(grant.role.value, grant.profession, tuple(grant.regions)) for grant in grants)
