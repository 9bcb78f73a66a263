"""Who a session belongs to, read in one statement: every request asks it, so it must cost little."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import orjson

from models.kernel.database import READER
from models.kernel.dialect import Dialect, dialect
from models.kernel.orm import PLACE
from models.kernel.statements import Record, ask
from models.kernel.viewer import Grant, Viewer, ViewerKind
from models.people.kinds import AccountState, SessionState

BEARER = """
select s.id as session_id, s.state as session_state, s.last_seen_at, a.id as account_id, a.kind,
  a.state as account_state, a.person_id, a.employer_id, a.reviewer_id, r.authority_id, g.role, g.profession, g.regions
from "session" s join "account" a on a.id = s.account_id
left join "reviewer" r on r.id = a.reviewer_id left join "role_grant" g on g.reviewer_id = r.id
where {condition} order by g.id
"""
"""One row for each grant of a reviewer, and one for everybody else."""
CONDITIONS = {"token": f"s.token_hash = {PLACE}", "session": f"s.id = {PLACE}"}


@dataclass(frozen=True)
class Bearer:
    """A session with the viewer that its account is now."""

    viewer: Viewer
    session_state: SessionState
    account_state: AccountState
    last_seen_at: datetime


async def bearer_of_token(token_hash: str) -> Bearer | None:
    return await _read("token", token_hash)


async def bearer_of_session(session_id: int) -> Bearer | None:
    return await _read("session", session_id)


async def _read(by: str, value: Any) -> Bearer | None:
    rows = await ask(_text(by, dialect()), [value], of=READER)
    if not rows:
        return None
    first, seen = rows[0], rows[0]["last_seen_at"]
    viewer = Viewer(
        ViewerKind(first["kind"]),
        account_id=first["account_id"],
        session_id=first["session_id"],
        person_id=first["person_id"],
        employer_id=first["employer_id"],
        reviewer_id=first["reviewer_id"],
        authority_id=first["authority_id"],
        grants=tuple(_grant(row) for row in rows if row["role"] is not None),
    )
    return Bearer(
        viewer,
        SessionState(first["session_state"]),
        AccountState(first["account_state"]),
        seen if isinstance(seen, datetime) else datetime.fromisoformat(seen),
    )


@cache
def _text(by: str, speech: Dialect) -> str:
    return speech.numbered(BEARER.format(condition=CONDITIONS[by]))


def _grant(row: Record) -> Grant:
    regions = row["regions"]
    known = orjson.loads(regions) if isinstance(regions, str) else regions
    return Grant(row["role"], row["profession"], tuple(known))
