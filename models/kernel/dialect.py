"""How SQLite and PostgreSQL differ: lists of keys, values, and how parameters are numbered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any

import orjson

from models.kernel.database import on_close
from models.kernel.errors import BadRequest
from models.kernel.orm import PLACE, reader


@dataclass(frozen=True, slots=True)
class Dialect:
    """The database spoken to."""

    postgres: bool

    def among(self, column: str) -> str:
        """The column is one of the keys given as one parameter, so that texts stay few."""
        return (
            f"{column} = any({PLACE})"
            if self.postgres
            else f"{column} in (select value from json_each({PLACE}))"  # noqa: S608 names only
        )

    def gathered(self, text: str) -> str:
        """All texts of a group as one."""
        return f"string_agg({text}, ',')" if self.postgres else f"group_concat({text})"

    def keys(self, keys: Sequence[Any]) -> Any:
        return list(keys) if self.postgres else orjson.dumps(list(keys)).decode()

    def value(self, value: Any) -> Any:
        """A parameter as the driver wants it. SQLite keeps times as UTC text: another zone would not compare.

        :raises BadRequest: a text holds the NUL character, which PostgreSQL cannot store.
        """
        if isinstance(value, Enum):
            value = value.value
        if isinstance(value, str) and PLACE in value:
            raise BadRequest("文字中含有不允许的字符（U+0000），请删去后再试")
        if self.postgres:
            return value
        if isinstance(value, datetime):
            return value.astimezone(UTC).isoformat(" ")
        return value.isoformat() if isinstance(value, date) else value

    def numbered(self, text: str) -> str:
        if not self.postgres:
            return text.replace(PLACE, "?")
        first, *rest = text.split(PLACE)
        return first + "".join(f"${index}{part}" for index, part in enumerate(rest, 1))


SQLITE, POSTGRES = Dialect(postgres=False), Dialect(postgres=True)


@cache
def dialect() -> Dialect:
    """The dialect of the open database."""
    return POSTGRES if reader().capabilities.dialect == "postgres" else SQLITE


on_close(dialect.cache_clear)
