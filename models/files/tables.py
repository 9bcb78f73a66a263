"""Rows of files: a ticket first, then a file that was looked into."""

from datetime import datetime
from enum import StrEnum

from tortoise import fields

from models.kernel.rows import Row


class FilePurpose(StrEnum):
    """文件用途，决定格式与大小"""

    PHOTO = "PHOTO"
    SCAN = "SCAN"
    LICENCE = "LICENCE"
    IDENTITY = "IDENTITY"
    PLEDGE = "PLEDGE"
    PLAN = "PLAN"
    REPORT = "REPORT"
    OPINION = "OPINION"
    FIELD_PHOTO = "FIELD_PHOTO"
    ORIGINAL_RECORD = "ORIGINAL_RECORD"
    ANNUAL_REPORT = "ANNUAL_REPORT"
    IMPORT = "IMPORT"
    VIDEO = "VIDEO"
    CONCLUSION = "CONCLUSION"
    PROOF = "PROOF"


class FileState(StrEnum):
    """文件状态"""

    EXPECTED = "EXPECTED"
    SCANNING = "SCANNING"
    CLEAN = "CLEAN"
    REFUSED = "REFUSED"


class StoredFile(Row):
    """A file of an account, or one the service made. `subject`/`subject_id` name the object that shows it.

    Whoever may see the subject may see the file; without a subject only the owner may.
    """

    prefix = "fil"
    loose = frozenset({"subject", "subject_id", "ticket_hash"})

    owner_id = fields.BigIntField(null=True)
    """Account that uploads it; none for files the service makes."""
    purpose = fields.CharEnumField(FilePurpose, max_length=16)
    state = fields.CharEnumField(FileState, default=FileState.EXPECTED, max_length=12)
    name = fields.CharField(160)
    announced_bytes = fields.IntField(default=0)
    ticket_hash = fields.CharField(64, null=True, unique=True)
    ticket_expires_at: datetime | None = fields.DatetimeField(null=True)
    storage_key = fields.CharField(120, null=True)
    media_type = fields.CharField(100, null=True)
    bytes = fields.IntField(null=True)
    pages = fields.IntField(null=True)
    width = fields.IntField(null=True)
    height = fields.IntField(null=True)
    sha256 = fields.CharField(64, null=True)
    plain_background = fields.BooleanField(null=True)
    refusals = fields.JSONField[list[dict[str, str]]]()
    subject = fields.CharField(3, null=True)
    subject_id = fields.BigIntField(null=True)

    class Meta:
        table = "stored_file"
        indexes = (("subject", "subject_id"), ("owner_id",))
