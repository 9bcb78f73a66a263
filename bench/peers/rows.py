"""What the peers that write their own SQL share: who asks, what may be seen, and how a row is shown."""

import json
import sqlite3
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

CHINA = timezone(timedelta(hours=8))
LARGEST_PAGE = 100

VIEWER = """select a.state, v.id, v.authority_id from session s join account a on a.id = s.account_id
join reviewer v on v.id = a.reviewer_id
where s.token_hash = ? and s.state = 'OPEN' and s.last_seen_at > ? and a.state in ('PASSWORDLESS', 'ACTIVE')"""
GRANTS = "select role, profession, regions from role_grant where reviewer_id = ?"

PAGE = """select r.id, r.version, r.number, r.kind, r.profession, r.grade, r.state, r.created_at, r.updated_at,
p.id, p.name, p.sex, p.identity_kind, p.real_name_verified, e.id, e.name, e.credit_code, e.state, e.address
from registration r join person p on p.id = r.applicant_id left join employer e on e.id = r.employer_id
where r.authority_id = ? and r.submitted_at is not null and ({grants}) and r.state in ({states}) {beyond}
order by r.updated_at, r.id limit ?"""
STAGES = """select registration_id, id, kind, state, opened_at, closed_at, opinion from registration_stage
where registration_id in ({keys}) order by registration_id, place"""


@dataclass(frozen=True, slots=True)
class Viewer:
    """A reviewer that is signed in; `grants` are role, profession and region prefixes."""

    reviewer_id: int
    authority_id: int
    grants: tuple[tuple[str, str, tuple[str, ...]], ...]

    def visible(self) -> tuple[str, list[Any]]:
        """The condition on registrations of this viewer, each pair of profession and region once."""
        text, values = [], list[Any]()
        for profession, prefix in dict.fromkeys(
            (profession, prefix) for _, profession, prefixes in self.grants for prefix in prefixes or ("",)
        ):
            text.append("(r.profession = ? and r.region like ?)")
            values += [profession, f"{prefix}%"]
        return " or ".join(text) or "0", values


def open_file(address: str) -> sqlite3.Connection:
    """The data set for reading, settings as the service has them."""
    connection = sqlite3.connect(address.removeprefix("sqlite://"), check_same_thread=False)
    connection.execute("pragma query_only = on")
    return connection


def token_of(header: str | None) -> str:
    return sha256((header or "").removeprefix("Bearer ").encode()).hexdigest()


def grants_of(rows: Sequence[Sequence[Any]]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple((role, profession, tuple(json.loads(regions))) for role, profession, regions in rows)


def page_statement(
    viewer: Viewer, first: int, after: str | None, states: Sequence[str]
) -> tuple[str, list[Any]]:
    """One more row than asked for tells whether there is a next page."""
    grants, values = viewer.visible()
    beyond: list[Any] = []
    if after:
        moment, key = json.loads(urlsafe_b64decode(after + "=" * (-len(after) % 4)))
        beyond = [moment.replace("T", " "), key]
    text = PAGE.format(
        grants=grants,
        states=", ".join("?" * len(states)),
        beyond="and (r.updated_at, r.id) > (?, ?)" if after else "",
    )
    return text, [viewer.authority_id, *values, *states, *beyond, first + 1]


def stages_statement(keys: Sequence[int]) -> str:
    return STAGES.format(keys=", ".join("?" * len(keys)))


def cursor_of(moment: str, key: int) -> str:
    return urlsafe_b64encode(json.dumps([moment.replace(" ", "T"), key]).encode()).rstrip(b"=").decode()


def shown_time(text: str | None) -> str | None:
    """As the service writes times: with China's offset."""
    return datetime.fromisoformat(text).astimezone(CHINA).isoformat() if text else None


def mask_name(name: str) -> str:
    if len(name) <= 1:
        return name and "*"
    return f"{name[0]}*" if len(name) == 2 else f"{name[0]}{'*' * (len(name) - 2)}{name[-1]}"
