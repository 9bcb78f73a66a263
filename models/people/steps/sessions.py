"""Sessions: opened by signing in, ended by their owner, by a change of password, or by the clock."""

from dataclasses import dataclass

from tortoise.expressions import Q

from models.kernel.errors import NotFound, Unauthenticated
from models.kernel.ids import token
from models.kernel.unit import Unit, unit_of_work
from models.people.devices import UNKNOWN_DEVICE
from models.people.events import EndReason, SessionOpened, session_ended
from models.people.kinds import SessionState
from models.people.sessions import token_hash
from models.people.settings import settings
from models.people.tables import Account, Session
from models.people.workflow import OWNER, SESSION, SYSTEM

IDLE_BATCH = 200


@dataclass(frozen=True)
class Origin:
    """Where a request comes from: network address, and device and browser in words."""

    address: str = ""
    device: str = ""


@unit_of_work
async def sign_out(unit: Unit) -> Session:
    """End the viewer's own session (安全退出, S2-27). :raises Unauthenticated: there is none."""
    ended = await end_sessions(unit, Q(id=unit.viewer.session_id or 0), EndReason.SIGNED_OUT, "sign_out")
    if not ended:
        raise Unauthenticated
    return ended[0]


@unit_of_work
async def end_session(unit: Unit, *, id: int | None) -> list[Session]:
    """End one of the viewer's own sessions, or all but the present one (D-11). An ended one stays ended.

    :raises NotFound: it is not the viewer's.
    """
    if unit.viewer.account_id is None:
        raise Unauthenticated
    own = Q(account_id=unit.viewer.account_id)
    if id is None:
        others = own & ~Q(id=unit.viewer.session_id or 0)
        return await end_sessions(unit, others, EndReason.ENDED_ELSEWHERE, "end_session")
    if not await Session.filter(own, id=id).exists():
        raise NotFound
    ended = await end_sessions(unit, Q(id=id), EndReason.ENDED_ELSEWHERE, "end_session")
    return ended or await Session.filter(id=id)


@unit_of_work
async def end_idle_sessions(unit: Unit) -> int:
    """End sessions without a request for 30 minutes (a setting, D-12); for the clock. Gives how many ended."""
    idle = Q(last_seen_at__lte=unit.now - settings().idle_after)
    return len(await end_sessions(unit, idle, EndReason.IDLE, "~idle", IDLE_BATCH))


async def open_session(unit: Unit, account: Account, origin: Origin) -> Session:
    """A new session of an account within a step's unit of work; its token is on the row, this once."""
    secret = token()
    session = await Session.create(
        account=account,
        token_hash=token_hash(secret),
        device=origin.device[:120],
        address=origin.address[:64],
        opened_at=unit.now,
        last_seen_at=unit.now,
    )
    session.token = secret
    unit.record(SessionOpened(session.device or UNKNOWN_DEVICE), session)
    return session


async def end_sessions(
    unit: Unit, which: Q, reason: EndReason, action: str = "~end", most: int | None = None
) -> list[Session]:
    """End the open sessions among them, each with its event, so that their sockets close."""
    found = (
        Session.filter(which, state=SessionState.OPEN)
        .select_for_update(of=("session",))  # PostgreSQL locks no row of a joined table
        .select_related("account")
    )
    sessions = await (found.order_by("id").limit(most) if most else found.order_by("id"))
    for session in sessions:
        SESSION.enter(session, await SESSION.require(session, action, OWNER | SYSTEM))
        session.ended_at = unit.now
        await session.store("state", "ended_at")
        unit.record(session_ended(reason), session)
    return sessions
