"""What every row has, and how a row is changed without losing another's change."""

from typing import ClassVar, Self, TypeVar

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model

from models.kernel.clock import now
from models.kernel.errors import NotFound, Refused, StaleVersion
from models.kernel.events import Audience
from models.kernel.ids import global_id


class Row(Model):
    """A row with a global id, a version that every change raises by one, and its times (aware, UTC)."""

    prefix: ClassVar[str]

    id = fields.BigIntField(primary_key=True)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(default=now)
    updated_at = fields.DatetimeField(default=now)

    class Meta:
        abstract = True

    @property
    def global_id(self) -> str:
        return global_id(self.prefix, self.id)

    def audience(self) -> Audience:
        """To whom events about this row may be told; rows that are subjects of events say it."""
        raise NotImplementedError(f"{type(self).__name__} is not the subject of events")

    async def store(self, *columns: str) -> Self:
        """Write the named columns as the next version; refuses when somebody else was faster."""
        changes = {column: getattr(self, column) for column in columns}
        moment = now()
        changed = (
            await type(self)
            .filter(id=self.id, version=self.version)
            .update(**changes, version=self.version + 1, updated_at=moment)
        )
        if not changed:
            current = await type(self).get(id=self.id)
            raise Refused(StaleVersion(current_version=current.version))
        self.version += 1
        self.updated_at = moment
        return self


R = TypeVar("R", bound=Row)


async def for_change(model: type[R], visible: Q, key: int, version: int | None = None) -> R:
    """The row, locked for this unit of work: NotFound when not visible, stale when the version moved on."""
    row = await model.filter(visible, id=key).select_for_update().first()
    if row is None:
        raise NotFound
    if version is not None and row.version != version:
        raise Refused(StaleVersion(current_version=row.version))
    return row
