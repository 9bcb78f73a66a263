"""Rows of saved filters."""

from tortoise import fields

from models.kernel.events import Audience
from models.kernel.rows import Row


class SavedView(Row):
    """A filter of one page under a name; `query` is the address's own, as the page wrote it."""

    prefix = "sav"

    account_id = fields.BigIntField()
    name = fields.CharField(20)
    page = fields.CharField(60)
    query = fields.CharField(1000, default="")

    class Meta:
        table = "saved_view"
        unique_together = (("account_id", "page", "name"),)

    def audience(self) -> Audience:
        return Audience(account_id=self.account_id)
