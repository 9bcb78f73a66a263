"""The kernel's own rows: journal, its epoch and sealed blocks, answers kept for idempotency keys, workdays."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from models.kernel.clock import now


class JournalRow(Model):
    """One thing that happened. Append-only; written by the unit of work, read by everybody else.

    `tx` is PostgreSQL's transaction id (0 on SQLite): (tx, id) is the commit-safe order of reading.
    The audience is its columns: a person, employer, account or authority named here was told.
    """

    id = fields.BigIntField(primary_key=True)
    tx = fields.BigIntField()
    at = fields.DatetimeField()
    name = fields.CharField(48)
    subject = fields.CharField(3)
    subject_id = fields.BigIntField()
    subject_version = fields.IntField()
    actor_kind = fields.CharField(16)
    actor_id = fields.BigIntField(null=True)
    actor_authority_id = fields.BigIntField(null=True)
    person_id = fields.BigIntField(null=True)
    employer_id = fields.BigIntField(null=True)
    account_id = fields.BigIntField(null=True)
    authority_id = fields.BigIntField(null=True)
    profession = fields.CharField(24, null=True)
    region = fields.CharField(12, null=True)
    public = fields.BooleanField(default=False)
    notifies = fields.BooleanField(default=False)
    facts = fields.JSONField[dict[str, object]]()

    class Meta:
        table = "journal"
        indexes = (
            Index(fields=("tx", "id")),
            Index(fields=("subject", "subject_id", "tx", "id")),
            Index(fields=("person_id", "tx", "id")),
            Index(fields=("employer_id", "tx", "id")),
            Index(fields=("authority_id", "tx", "id")),
            Index(fields=("account_id", "tx", "id")),
        )


class JournalEpoch(Model):
    """Which journal this is. A restored database starts a new epoch, so that old cursors are refused."""

    id = fields.IntField(primary_key=True)
    epoch = fields.BigIntField()
    started_at = fields.DatetimeField(default=now)
    horizon_tx = fields.BigIntField(default=0)
    horizon_id = fields.BigIntField(default=0)

    class Meta:
        table = "journal_epoch"


class SealedBlock(Model):
    """A run of journal rows and the hash over them and the block before: a gap or an edit shows."""

    height = fields.IntField(primary_key=True)
    last_tx = fields.BigIntField()
    last_id = fields.BigIntField()
    entries = fields.IntField()
    hash = fields.CharField(64)
    sealed_at = fields.DatetimeField(default=now)

    class Meta:
        table = "journal_block"


class JournalReader(Model):
    """How far a named reader of the journal has come: its work is done exactly up to here."""

    name = fields.CharField(40, primary_key=True)
    tx = fields.BigIntField()
    entry_id = fields.BigIntField()

    class Meta:
        table = "journal_reader"


class JobLease(Model):
    """Which process does a job of which one at a time is enough, and until when it is believed to be alive."""

    job = fields.CharField(40, primary_key=True)
    holder = fields.CharField(40)
    until = fields.DatetimeField()

    class Meta:
        table = "job_lease"


class PresentRow(Model):
    """Somebody who looks at an object just now, so that every process knows. Over at `until`."""

    id = fields.BigIntField(primary_key=True)
    subject = fields.CharField(24)
    subject_id = fields.BigIntField()
    who = fields.BigIntField()
    label = fields.CharField(120)
    editing = fields.BooleanField()
    since = fields.DatetimeField()
    until = fields.DatetimeField(db_index=True)

    class Meta:
        table = "presence"
        unique_together = (("subject", "subject_id", "who"),)


class IdempotentAnswer(Model):
    """The first answer to an idempotency key: which row, and the change's place in the journal."""

    id = fields.BigIntField(primary_key=True)
    scope = fields.CharField(40)
    key = fields.CharField(80)
    fingerprint = fields.CharField(64)
    prefix = fields.CharField(3, null=True)
    row_id = fields.BigIntField(null=True)
    tx = fields.BigIntField(null=True)
    entry_id = fields.BigIntField(null=True)
    at = fields.DatetimeField(default=now)

    class Meta:
        table = "idempotent_answer"
        unique_together = (("scope", "key"),)


class Workday(Model):
    """A day that differs from its weekday: a holiday, or a weekend worked."""

    day = fields.DateField(primary_key=True)
    working = fields.BooleanField()
    label = fields.CharField(40, default="")

    class Meta:
        table = "workday"


class WorkdayYear(Model):
    """A year whose workdays have been entered; deadlines into other years raise an alert."""

    year = fields.IntField(primary_key=True)
    entered_at = fields.DatetimeField(default=now)

    class Meta:
        table = "workday_year"
