"""Who asks, read for each request, and what they may see."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tortoise.expressions import Q

from bench.peers.rows import token_of
from bench.peers.stock.tables import Reviewer, RoleGrant, Session


@dataclass(frozen=True, slots=True)
class Viewer:
    """A signed-in reviewer."""

    account_id: int
    reviewer_id: int
    authority_id: int
    grants: tuple[RoleGrant, ...]

    def granted(self) -> Q:
        conditions = [
            Q(profession=grant.profession)
            & Q(*(Q(region__startswith=prefix) for prefix in grant.regions), join_type=Q.OR)
            for grant in self.grants
        ]
        return Q(*conditions, join_type=Q.OR)

    def visible(self) -> Q:
        return Q(authority_id=self.authority_id, submitted_at__isnull=False) & self.granted()


async def identified(header: str | None) -> Viewer:
    """:raises PermissionError: nobody that is signed in."""
    session = (
        await Session.filter(token_hash=token_of(header), state="OPEN").select_related("account").first()
    )
    if session is None or session.last_seen_at < datetime.now(UTC) or session.account.state != "ACTIVE":
        raise PermissionError
    reviewer = await Reviewer.get(id=session.account.reviewer_id)
    grants = await RoleGrant.filter(reviewer_id=reviewer.id).order_by("id")
    return Viewer(session.account.id, reviewer.id, reviewer.authority_id, tuple(grants))
