"""What every row has, and how a row is changed without losing another's change."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, ClassVar, Self, TypeVar

from tortoise import fields
from tortoise.expressions import F, Q
from tortoise.models import Model

from models.kernel.clock import now
from models.kernel.errors import NotFound, Refused, StaleVersion
from models.kernel.events import Audience
from models.kernel.ids import global_id
from models.kernel.orm import attribute
from models.kernel.statements import by_key, update


class Row(Model):
    """A row with a global id, a version that every change raises by one, and its times (aware, UTC)."""

    prefix: ClassVar[str]
    loose: ClassVar[frozenset[str]] = frozenset()
    """Columns that may change without a new version: nobody decides by them. All others raise it."""

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
        moment = now()
        names = (*(attribute(type(self), name) for name in columns), "version", "updated_at")
        values = (*(getattr(self, name) for name in names[:-2]), self.version + 1, moment)
        if not await update(self, self.id, self.version, names, values):
            current = await by_key(type(self), self.id)
            raise Refused(StaleVersion(current_version=current.version)) if current else NotFound
        self.version += 1
        self.updated_at = moment
        return self


R = TypeVar("R", bound=Row)


async def for_change(model: type[R], visible: Q, key: int, version: int | None = None) -> R:
    """The row, locked for this unit of work: NotFound when not visible, stale when the version moved on."""
    row = await by_key(model, key, visible, lock=True)
    if row is None:
        raise NotFound
    if version is not None and row.version != version:
        raise Refused(StaleVersion(current_version=row.version))
    return row


async def store_alike(rows: Sequence[R], *columns: str) -> None:
    """Write the named columns of many rows, each as its next version: one statement for all that hold the same.

    For rows that this unit of work has locked, themselves or by the row they belong to.
    """
    alike: dict[tuple[Any, ...], list[R]] = defaultdict(list)
    for row in rows:
        alike[tuple(getattr(row, column) for column in columns)].append(row)
    moment = now()
    for values, same in alike.items():
        changes = dict(zip(columns, values, strict=True))
        found = type(same[0]).filter(id__in=[row.id for row in same])
        await found.update(**changes, version=F("version") + 1, updated_at=moment)
    for row in rows:
        row.version += 1
        row.updated_at = moment
