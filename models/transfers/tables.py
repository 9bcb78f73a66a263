"""Rows of imports with their previews, and of exports."""

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.fields import OnDelete
from tortoise.models import Model

from models.files.tables import StoredFile
from models.kernel.events import Audience
from models.kernel.rows import Row
from models.people.tables import Account
from models.transfers.kinds import (
    ExportFormat,
    ExportKind,
    ExportState,
    ImportKind,
    ImportState,
    RowOutcome,
)


class Import(Row):
    """One file taken over, or not. Whoever uploaded it sees it; nothing of it is on record before it is APPLIED."""

    prefix = "imp"
    loose = frozenset({"looked_at"})

    kind = fields.CharEnumField(ImportKind, max_length=24)
    state = fields.CharEnumField(ImportState, default=ImportState.CHECKING, max_length=12)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("zhiye.Account", related_name=False)
    file: fields.ForeignKeyNullableRelation[StoredFile] = fields.ForeignKeyField(
        "zhiye.StoredFile", related_name=False, null=True, on_delete=OnDelete.SET_NULL
    )
    """What was uploaded; forgotten at the end, for it holds what rows on record hold."""
    name = fields.CharField(160)
    headings = fields.JSONField[list[str]](default=list)
    row_count: int | None = fields.IntField(null=True)
    looked_at = fields.IntField(default=0)
    """Rows of which the preview says what becomes of them."""
    faulty = fields.IntField(default=0)
    """Rows with at least one wrong value."""
    outcomes = fields.JSONField[dict[str, int]](default=dict)
    """How many rows are new, changed and so on: as checked, and in the end as applied."""
    leave_out = fields.BooleanField(default=False)
    """Are the faulty rows left out on purpose?"""
    reason = fields.CharField(500, null=True)
    """Why it was not taken over."""
    ended_at: datetime | None = fields.DatetimeField(null=True)

    account_id: int
    file_id: int | None

    class Meta:
        table = "import"
        indexes = (("account_id", "id"), ("state", "id"))

    def audience(self) -> Audience:
        return Audience(account_id=self.account_id)


class ImportRow(Model):
    """One row of a preview: its cells as they may be shown, and what is wrong with them."""

    id = fields.BigIntField(primary_key=True)
    job: fields.ForeignKeyRelation[Import] = fields.ForeignKeyField("zhiye.Import", related_name=False)
    number = fields.IntField()
    """Its line in the file; the headings are line 1."""
    cells = fields.JSONField[list[str]]()
    faulty = fields.BooleanField(default=False)
    wrong = fields.JSONField[list[dict[str, str]]](default=list)
    """`column`, `received` and `wanted` of each wrong value."""
    outcome = fields.CharEnumField(RowOutcome, null=True, max_length=8)

    job_id: int

    class Meta:
        table = "import_row"
        indexes = (("job_id", "number"), ("job_id", "faulty", "number"))


class Export(Row):
    """One list given out as a file: made as whoever asked for it may see it at that moment, kept for some days."""

    prefix = "exp"

    kind = fields.CharEnumField(ExportKind, max_length=24)
    format = fields.CharEnumField(ExportFormat, max_length=8)
    state = fields.CharEnumField(ExportState, default=ExportState.QUEUED, max_length=12)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("zhiye.Account", related_name=False)
    file: fields.ForeignKeyNullableRelation[StoredFile] = fields.ForeignKeyField(
        "zhiye.StoredFile", related_name=False, null=True, on_delete=OnDelete.SET_NULL
    )
    criteria: Any = fields.JSONField(default=dict)
    """The filter of the list, as it was asked for."""
    row_count: int | None = fields.IntField(null=True)
    reason = fields.CharField(500, null=True)
    expires_at: datetime | None = fields.DatetimeField(null=True)

    account_id: int
    file_id: int | None

    class Meta:
        table = "export"
        indexes = (("account_id", "id"), ("state", "id"))

    def audience(self) -> Audience:
        return Audience(account_id=self.account_id)
