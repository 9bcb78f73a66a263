"""What the rules look at: one case as plain values, gathered once, without any row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from models.authorities.kinds import AuthorityKind, Grade
from models.registration.kinds import AttachmentKind, CredentialKind, RegistrationKind


class Standing(StrEnum):
    """Where a person stands in a profession: never registered, or the newest certificate's present state."""

    NEVER = "NEVER"
    VALID = "VALID"
    EXPIRING = "EXPIRING"
    EXPIRED = "EXPIRED"
    CANCELLED = "CANCELLED"
    REVOKED = "REVOKED"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file as looked into: octets and pixels are of its content, never as announced."""

    name: str
    media_type: str | None
    octets: int
    width: int | None = None
    height: int | None = None
    pages: int | None = None
    plain_background: bool | None = None


@dataclass(frozen=True, slots=True)
class QualificationFacts:
    """The examination record that the application stands on."""

    number: str
    obtained_on: date
    grade: Grade | None = None
    region_code: str | None = None
    specialties: tuple[str, ...] = ()
    """Codes of what was examined; empty: the examination had no specialties."""
    choice_used: bool = False


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """One piece of work experience; `until` None: it goes on."""

    since: date
    until: date | None
    employer: str


@dataclass(frozen=True, slots=True)
class HoursFacts:
    """One record of continuing education that may count. `declared`: entered by the applicant, not yet confirmed."""

    id: int
    provider: str
    hours: float
    since: date
    until: date
    specialty: str | None = None
    declared: bool = False
    proved: bool = False
    counted_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class EmployerFacts:
    """The employer as it is on record."""

    name: str
    credit_code: str
    region_code: str
    fire_agency: bool = False
    key_unit: bool = False
    active: bool = True
    """Has it an open account?"""
    central_body: int | None = None
    """Row key of the central enterprise group that examines its people's registrations."""


@dataclass(frozen=True, slots=True)
class AuthorityFacts:
    """A body that may be chosen."""

    id: int
    name: str
    kind: AuthorityKind
    region_code: str | None
    specialties: tuple[str, ...] = ()
    """Codes of the only specialties that it examines; empty: all."""


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Another case of the same person and profession that has not ended."""

    kind: RegistrationKind
    number: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class OriginalFacts:
    """The certificate that the case is about. `form`: what was registered, column to value."""

    number: str
    valid_from: date
    valid_until: date
    renewal_opens_on: date
    objects: frozenset[CredentialKind] = frozenset()
    """Which of certificate, seal and label are there and neither replaced nor ended."""
    form: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CaseFacts:
    """One case. `day`: the China day of submission, or today for a draft. `form`: column to value."""

    kind: RegistrationKind
    day: date
    form: Mapping[str, Any]
    grade: Grade | None = None
    standing: Standing = Standing.NEVER
    original: OriginalFacts | None = None
    pledge_edition: str | None = None
    identity_taken: bool = False
    photo: FileFacts | None = None
    attachments: Mapping[AttachmentKind, tuple[FileFacts, ...]] = field(default_factory=dict)
    qualification: QualificationFacts | None = None
    experience: tuple[WorkFacts, ...] = ()
    hours: tuple[HoursFacts, ...] = ()
    employer: EmployerFacts | None = None
    employed_at: str | None = None
    """Name of the other employer at which the person is registered in this profession."""
    other_cases: tuple[OpenCase, ...] = ()
    authority: AuthorityFacts | None = None
    choices: tuple[AuthorityFacts, ...] = ()
    """All bodies that review this profession."""
