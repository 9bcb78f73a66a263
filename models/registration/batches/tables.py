"""Rows of batches: one per kind, authority, profession and date, and the cases in it."""

from datetime import date, datetime

from tortoise import fields

from models.authorities.tables import Authority, Reviewer
from models.kernel.events import Audience
from models.kernel.rows import Row
from models.registration.batches.kinds import BatchEntryState, BatchKind, BatchState
from models.registration.kinds import RegistrationKind
from models.registration.tables import Registration, RegistrationStage


class Batch(Row):
    """Cases that go on together on one day. `region`: the authority's, so that rights are read as of its cases.

    `slot` names kind, authority and profession while the batch takes cases, and is empty afterwards: unique, so
    that there is one such batch however many cases arrive at once.
    """

    prefix = "bat"
    loose = frozenset({"taken"})

    kind = fields.CharEnumField(BatchKind, max_length=24)
    state = fields.CharEnumField(BatchState, default=BatchState.OPEN, max_length=12)
    slot = fields.CharField(80, null=True, unique=True)
    number = fields.CharField(24)
    profession = fields.CharField(24)
    region = fields.CharField(12, default="")
    authority: fields.ForeignKeyRelation[Authority] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False
    )
    day = fields.DateField()
    postponed_from: date | None = fields.DateField(null=True)
    postponed_reason = fields.CharField(40, null=True)
    lock_at = fields.DatetimeField()
    """The beginning of the day, China time: what passes on the day itself goes with the next batch."""
    taken = fields.IntField(default=0)
    """Places given so far; raised without a new version, for it is no change of the batch's own."""
    officer: fields.ForeignKeyNullableRelation[Reviewer] = fields.ForeignKeyField(
        "zhiye.Reviewer", related_name=False, null=True
    )
    """Who reported or announced it, and so handled the stage of every case in it."""
    stamp_number = fields.CharField(40, null=True)
    stamped_on: date | None = fields.DateField(null=True)
    notice = fields.CharField(2000, null=True)
    announced_at: datetime | None = fields.DatetimeField(null=True)
    total = fields.IntField(default=0)
    """Entries that were waiting when it was reported or announced."""
    carried = fields.IntField(default=0)
    reason = fields.CharField(500, null=True)
    """Why it was cancelled."""

    authority_id: int
    officer_id: int | None

    class Meta:
        table = "batch"
        indexes = (("authority_id", "day", "id"), ("state", "day"), ("kind", "announced_at", "id"))

    def audience(self) -> Audience:
        return Audience(authority_id=self.authority_id, profession=self.profession, region=self.region)


class BatchEntry(Row):
    """One case in a batch. What a public list shows is kept here as it was when the case entered."""

    prefix = "ben"

    batch: fields.ForeignKeyRelation[Batch] = fields.ForeignKeyField("zhiye.Batch", related_name=False)
    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False
    )
    stage: fields.ForeignKeyRelation[RegistrationStage] = fields.ForeignKeyField(
        "zhiye.RegistrationStage", related_name=False
    )
    state = fields.CharEnumField(BatchEntryState, default=BatchEntryState.WAITING, max_length=12)
    place = fields.IntField()
    reason = fields.CharField(500, null=True)
    """Why it was deferred."""
    applicant_id = fields.BigIntField()
    registration_kind = fields.CharEnumField(RegistrationKind, max_length=24)
    profession = fields.CharField(24)
    grade = fields.CharField(16, null=True)
    number = fields.CharField(32)
    name = fields.CharField(64)
    employer_name = fields.CharField(120, default="")
    region = fields.CharField(12, default="")

    batch_id: int
    registration_id: int
    stage_id: int

    class Meta:
        table = "batch_entry"
        indexes = (("batch_id", "state", "place"), ("registration_id",), ("stage_id",), ("name",))
