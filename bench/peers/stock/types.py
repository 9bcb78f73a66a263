"""Types of the slice: plain Strawberry fields and resolvers over rows, children by DataLoaders."""

from datetime import datetime, timedelta, timezone
from enum import Enum

import strawberry
from strawberry.types import Info

from bench.peers.rows import mask_name
from bench.peers.stock import tables

CHINA = timezone(timedelta(hours=8))


@strawberry.enum
class RegistrationState(Enum):
    IN_REVIEW = "IN_REVIEW"
    GRANTED = "GRANTED"
    RETURNED = "RETURNED"
    DRAFT = "DRAFT"


@strawberry.enum
class RegistrationOrder(Enum):
    OLDEST = "updated_at"


@strawberry.input
class RegistrationFilter:
    states: list[RegistrationState] | None = None


def local(moment: datetime | None) -> datetime | None:
    return moment.astimezone(CHINA) if moment else None


@strawberry.type
class Sensitive:
    masked: str
    full: str | None


@strawberry.type
class Person:
    id: strawberry.ID
    name: Sensitive
    sex: str | None
    identity_kind: str
    real_name_verified: bool

    @classmethod
    def of(cls, row: tables.Person) -> "Person":
        return cls(
            id=strawberry.ID(f"per_{row.id}"),
            name=Sensitive(masked=mask_name(row.name), full=row.name),
            sex=row.sex,
            identity_kind=row.identity_kind,
            real_name_verified=row.real_name_verified,
        )


@strawberry.type
class Employer:
    id: strawberry.ID
    name: str
    credit_code: str
    state: str
    address: str | None

    @classmethod
    def of(cls, row: tables.Employer) -> "Employer":
        return cls(
            id=strawberry.ID(f"emp_{row.id}"),
            name=row.name,
            credit_code=row.credit_code,
            state=row.state,
            address=row.address,
        )


@strawberry.type
class Stage:
    id: strawberry.ID
    kind: str
    state: str
    opened_at: datetime | None
    closed_at: datetime | None
    opinion: str | None

    @classmethod
    def of(cls, row: tables.Stage) -> "Stage":
        return cls(
            id=strawberry.ID(f"stg_{row.id}"),
            kind=row.kind,
            state=row.state,
            opened_at=local(row.opened_at),
            closed_at=local(row.closed_at),
            opinion=row.opinion,
        )


@strawberry.type
class Registration:
    id: strawberry.ID
    version: int
    number: str | None
    kind: str
    profession: str
    grade: str | None
    state: str
    created_at: datetime | None
    updated_at: datetime | None
    row: strawberry.Private[tables.Registration]

    @strawberry.field
    async def applicant(self, info: Info) -> Person:
        return Person.of(await info.context["people"].load(self.row.applicant_id))

    @strawberry.field
    async def employer(self, info: Info) -> Employer | None:
        if self.row.employer_id is None:
            return None
        return Employer.of(await info.context["employers"].load(self.row.employer_id))

    @strawberry.field
    async def stages(self, info: Info) -> list[Stage]:
        return [Stage.of(row) for row in await info.context["stages"].load(self.row.id)]

    @classmethod
    def of(cls, row: tables.Registration) -> "Registration":
        return cls(
            id=strawberry.ID(f"reg_{row.id}"),
            version=row.version,
            number=row.number,
            kind=row.kind,
            profession=row.profession,
            grade=row.grade,
            state=row.state,
            created_at=local(row.created_at),
            updated_at=local(row.updated_at),
            row=row,
        )


@strawberry.type
class PageInfo:
    has_next_page: bool
    end_cursor: str | None


@strawberry.type
class RegistrationConnection:
    page_info: PageInfo
    nodes: list[Registration]
