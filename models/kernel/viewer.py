"""Who is asking. Every read and every step takes a viewer; there is no implicit current user."""

from dataclasses import dataclass
from enum import StrEnum


class ViewerKind(StrEnum):
    """Kinds of viewers; SYSTEM is the clock, callbacks and consequences of other changes."""

    PUBLIC = "PUBLIC"
    PERSON = "PERSON"
    EMPLOYER = "EMPLOYER"
    REVIEWER = "REVIEWER"
    PROVIDER = "PROVIDER"
    STATION = "STATION"
    ADMINISTRATOR = "ADMINISTRATOR"
    SYSTEM = "SYSTEM"


@dataclass(frozen=True, slots=True)
class Grant:
    """One role of a reviewer for one profession; `regions` are region-code prefixes, empty means all."""

    role: str
    profession: str
    regions: tuple[str, ...] = ()

    def covers(self, region: str | None) -> bool:
        return not self.regions or any((region or "").startswith(prefix) for prefix in self.regions)


@dataclass(frozen=True, slots=True)
class Viewer:
    """A signed-in account, nobody, or the system. Ids are row keys."""

    kind: ViewerKind
    account_id: int | None = None
    session_id: int | None = None
    person_id: int | None = None
    employer_id: int | None = None
    reviewer_id: int | None = None
    authority_id: int | None = None
    grants: tuple[Grant, ...] = ()

    @property
    def signed_in(self) -> bool:
        return self.account_id is not None

    @property
    def professions(self) -> frozenset[str]:
        """Professions in which a reviewer has any role."""
        return frozenset(grant.profession for grant in self.grants)

    def has_role(self, role: str, profession: str, region: str | None) -> bool:
        """Does a reviewer hold the role for that profession and region?"""
        return any(
            grant.role == role and grant.profession == profession and grant.covers(region)
            for grant in self.grants
        )


PUBLIC_VIEWER = Viewer(ViewerKind.PUBLIC)
SYSTEM_VIEWER = Viewer(ViewerKind.SYSTEM)
