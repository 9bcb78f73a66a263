"""Rows of the inbox. Notifications themselves are journal entries; only what was read is kept here."""

from tortoise import fields
from tortoise.models import Model

from models.kernel.clock import now


class ReadMark(Model):
    """One entry that an account has read."""

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    entry_id = fields.BigIntField()
    read_at = fields.DatetimeField(default=now)

    class Meta:
        table = "read_mark"
        unique_together = (("account_id", "entry_id"),)
