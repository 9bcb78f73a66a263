"""Rows of registration: the case with its form, its stages, work items, remarks and attachments."""

from datetime import date, datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.agencies.tables import Employer, EmployerNature
from models.authorities.names import NamesField
from models.authorities.tables import Authority, Reviewer
from models.files.tables import StoredFile
from models.kernel.clock import now
from models.kernel.events import Audience
from models.kernel.rows import Row
from models.people.kinds import IdentityKind, Sex
from models.people.tables import Person
from models.registration.kind_columns import KindColumns
from models.registration.kinds import (
    AttachmentKind,
    ClaimState,
    DeliveryMethod,
    RegistrationKind,
    RegistrationState,
    StageKind,
    StageState,
    TermKind,
)


class Registration(Row, KindColumns):
    """One application of one kind, with everything its form holds. Region: the chosen authority's."""

    prefix = "reg"
    loose = frozenset({"standing_at_id"})

    profession = fields.CharField(24)
    grade = fields.CharField(16, null=True)
    kind = fields.CharEnumField(RegistrationKind, max_length=24)
    state = fields.CharEnumField(RegistrationState, default=RegistrationState.DRAFT, max_length=16)
    edition = fields.CharField(24)
    number = fields.CharField(32, null=True, unique=True)
    sort_number = fields.CharField(32, default="")
    """The number again, empty for a draft: lists are ordered by columns that are never null."""
    submitted_at: datetime | None = fields.DatetimeField(null=True)
    filed_at: datetime = fields.DatetimeField(default=now)
    """When it was handed in first, begun as long as it was not: histories are ordered by it, so it is never null."""
    resubmitted_at: datetime | None = fields.DatetimeField(null=True)
    """When it was handed in again for the last time, corrected."""
    decided_at: datetime | None = fields.DatetimeField(null=True)
    region = fields.CharField(12, null=True)
    pledge_edition = fields.CharField(24, null=True)
    field_versions = fields.JSONField[dict[str, int]](default=dict)
    """Form field to the version that last changed it: tells which fields of a stale save overlap."""

    applicant: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("zhiye.Person", related_name=False)
    employer: fields.ForeignKeyNullableRelation[Employer] = fields.ForeignKeyField(
        "zhiye.Employer", related_name=False, null=True
    )
    authority: fields.ForeignKeyNullableRelation[Authority] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False, null=True
    )
    standing_at: fields.ForeignKeyNullableRelation[Authority] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False, null=True
    )
    """The body that handles its open stage; after the last one, the one that had it."""
    photo: fields.ForeignKeyNullableRelation[StoredFile] = fields.ForeignKeyField(
        "zhiye.StoredFile", related_name=False, null=True
    )
    qualification: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "zhiye.Qualification", related_name=False, null=True
    )

    name = fields.CharField(64, null=True)
    spelled = fields.CharField(300, default="")
    """The name in pinyin, for searches; empty for a draft."""
    sex = fields.CharEnumField(Sex, null=True, max_length=8)
    birth_date: date | None = fields.DateField(null=True)
    identity_kind = fields.CharEnumField(IdentityKind, default=IdentityKind.RESIDENT, max_length=16)
    identity_number = fields.CharField(32, null=True)
    mobile = fields.CharField(20, null=True)
    email = fields.CharField(120, null=True)
    education = fields.CharField(80, null=True)
    address = fields.CharField(200, null=True)
    capable = fields.BooleanField(null=True)
    qualification_number = fields.CharField(40, null=True)
    qualified_on: date | None = fields.DateField(null=True)

    employer_name = fields.CharField(120, null=True)
    employer_code = fields.CharField(18, null=True)
    employer_nature = fields.CharEnumField(EmployerNature, null=True, max_length=24)
    employer_address = fields.CharField(200, null=True)
    employer_postcode = fields.CharField(12, null=True)
    employer_phone = fields.CharField(40, null=True)
    employer_fax = fields.CharField(40, null=True)
    department = fields.CharField(80, null=True)
    post = fields.CharField(80, null=True)
    term = fields.CharEnumField(TermKind, null=True, max_length=12)
    term_from: date | None = fields.DateField(null=True)
    term_until: date | None = fields.DateField(null=True)
    retired = fields.BooleanField(null=True)

    specialties: Any = NamesField(null=True, default=list)
    """Codes of the rulebook."""
    delivery_method = fields.CharEnumField(DeliveryMethod, null=True, max_length=16)
    delivery_receiver = fields.CharField(64, null=True)
    delivery_phone = fields.CharField(40, null=True)
    delivery_region = fields.CharField(12, null=True)
    delivery_address = fields.CharField(200, null=True)

    applicant_id: int
    employer_id: int | None
    authority_id: int | None
    standing_at_id: int | None
    photo_id: int | None
    qualification_id: int | None

    class Meta:
        table = "registration"
        indexes = (
            ("applicant_id", "updated_at", "id"),
            ("applicant_id", "filed_at", "id"),
            ("authority_id", "updated_at", "id"),
            ("authority_id", "state", "updated_at", "id"),
            ("employer_id", "updated_at", "id"),
        )

    @property
    def filed_by_employer(self) -> bool:
        """Does the employer file it, about one of its people, instead of the person?"""
        return self.kind is RegistrationKind.FORCED_DEREGISTRATION

    def audience(self) -> Audience:
        hidden = self.filed_by_employer and self.submitted_at is None
        applicant = None if hidden else self.applicant_id
        return Audience(applicant, self.employer_id, self.standing_at_id, self.profession, self.region)


class RegistrationStage(Row):
    """One stage of a case's frozen route. While paused, `minutes_left` keeps the working minutes left."""

    prefix = "stg"

    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False
    )
    place = fields.IntField()
    kind = fields.CharEnumField(StageKind, max_length=24)
    state = fields.CharEnumField(StageState, default=StageState.WAITING, max_length=12)
    authority: fields.ForeignKeyNullableRelation[Authority] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False, null=True
    )
    officer: fields.ForeignKeyNullableRelation[Reviewer] = fields.ForeignKeyField(
        "zhiye.Reviewer", related_name=False, null=True
    )
    opinion = fields.CharField(2000, null=True)
    opened_at: datetime | None = fields.DatetimeField(null=True)
    closed_at: datetime | None = fields.DatetimeField(null=True)
    rules = fields.JSONField[list[str]](default=list)
    """Ids of the rules that a refusal or a declined acceptance names."""
    workdays = fields.IntField(null=True)
    clock_from: datetime | None = fields.DatetimeField(null=True)
    """Since when the time runs: the opening, or an earlier one where two stages share their time."""
    due_at: datetime | None = fields.DatetimeField(null=True)
    paused_at: datetime | None = fields.DatetimeField(null=True)
    minutes_left = fields.IntField(null=True)
    extended = fields.BooleanField(default=False)
    escalated = fields.BooleanField(default=False)
    """Was it told that this due time has passed?"""

    registration_id: int
    authority_id: int | None
    officer_id: int | None

    class Meta:
        table = "registration_stage"
        unique_together = (("registration_id", "place"),)
        indexes = (("authority_id", "opened_at"), ("state", "due_at"))


class WorkItem(Row):
    """One open stage waiting for a reviewer: addressed to role, authority and region, never to a list of people."""

    prefix = "wrk"

    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False
    )
    stage: fields.ForeignKeyRelation[RegistrationStage] = fields.ForeignKeyField(
        "zhiye.RegistrationStage", related_name=False
    )
    stage_kind = fields.CharEnumField(StageKind, max_length=24)
    role = fields.CharField(24)
    profession = fields.CharField(24)
    region = fields.CharField(12)
    registration_kind = fields.CharEnumField(RegistrationKind, max_length=24)
    applicant_id = fields.BigIntField()
    authority: fields.ForeignKeyRelation[Authority] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False
    )
    state = fields.CharEnumField(ClaimState, default=ClaimState.FREE, max_length=8)
    open = fields.BooleanField(default=True)
    """Not done yet. Leads the queue's indexes, so that a page of it costs the same however much work was ever done."""
    held_by: fields.ForeignKeyNullableRelation[Reviewer] = fields.ForeignKeyField(
        "zhiye.Reviewer", related_name=False, null=True
    )
    held_until: datetime | None = fields.DatetimeField(null=True)
    fence = fields.IntField(default=0)
    due_at = fields.DatetimeField()
    """End of the stage's time; far in the future where the stage has none, so that it sorts last."""
    added_at = fields.DatetimeField(default=now)
    resubmitted = fields.BooleanField(default=False)
    search = fields.CharField(300, default="")
    """Applicant's name and its pinyin, receipt number and employer, for the queue's search."""

    registration_id: int
    stage_id: int
    authority_id: int
    held_by_id: int | None

    class Meta:
        table = "work_item"
        indexes = (
            ("authority_id", "open", "due_at", "id"),
            ("authority_id", "open", "added_at", "id"),
            ("registration_id",),
            ("stage_id",),
            ("held_by_id", "state"),
            ("state", "held_until"),
        )

    def audience(self) -> Audience:
        return Audience(
            self.applicant_id,
            authority_id=self.authority_id,
            profession=self.profession,
            region=self.region,
        )


class Attachment(Row):
    """One file in a slot of the checklist."""

    prefix = "atm"

    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False
    )
    kind = fields.CharEnumField(AttachmentKind, max_length=24)
    file: fields.ForeignKeyRelation[StoredFile] = fields.ForeignKeyField(
        "zhiye.StoredFile", related_name=False
    )

    registration_id: int
    file_id: int

    class Meta:
        table = "attachment"
        indexes = (("registration_id",),)


class ReviewRemark(Row):
    """What is to be corrected: on a field or an attachment, by the stage that returned the case."""

    prefix = "rem"

    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False
    )
    stage: fields.ForeignKeyRelation[RegistrationStage] = fields.ForeignKeyField(
        "zhiye.RegistrationStage", related_name=False
    )
    stage_kind = fields.CharEnumField(StageKind, max_length=24)
    path = fields.JSONField[list[str]](null=True)
    attachment_kind = fields.CharEnumField(AttachmentKind, null=True, max_length=24)
    attachment_id = fields.BigIntField(null=True)
    """The attachment as it was; it may have been taken out since."""
    page = fields.IntField(null=True)
    box = fields.JSONField[list[float]](null=True)
    rule = fields.CharField(32, null=True)
    text = fields.CharField(1000)
    made_at_version = fields.IntField()
    answered = fields.BooleanField(default=False)

    registration_id: int
    stage_id: int

    class Meta:
        table = "review_remark"
        indexes = (("registration_id",), ("attachment_id",))


class NumberSequence(Model):
    """Counters for receipt, certificate and seal numbers; one row per series, raised in the unit of work."""

    series = fields.CharField(60, primary_key=True)
    value = fields.IntField(default=0)

    class Meta:
        table = "number_sequence"
