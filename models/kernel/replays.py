"""Idempotency keys: the same key and input give the first answer again; other input is refused."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any, cast

import orjson
from tortoise import Tortoise
from tortoise.exceptions import IntegrityError

from models.kernel.errors import InvalidField, KeyReused, Refused
from models.kernel.journal import Position
from models.kernel.rows import Row
from models.kernel.tables import IdempotentAnswer
from models.kernel.viewer import Viewer

KEY_LENGTH = 80


class KeyTaken(Exception):
    """Another unit of work inserted the same key first; only PostgreSQL lets it come to this."""


@dataclass
class Answer:
    """The earlier answer to a key."""

    kept: IdempotentAnswer

    @property
    def position(self) -> Position | None:
        if self.kept.tx is None or self.kept.entry_id is None:
            return None
        return Position(self.kept.tx, self.kept.entry_id)

    async def row(self) -> Row | None:
        if self.kept.prefix is None or self.kept.row_id is None:
            return None
        return await _model(self.kept.prefix).get(id=self.kept.row_id)


@dataclass
class Claim:
    """A key that a step is about to use, within the account that sent it."""

    scope: str
    key: str
    fingerprint: str
    kept: IdempotentAnswer | None = None

    async def earlier(self) -> Answer | None:
        """:raises Refused: the key was used for something else."""
        kept = await IdempotentAnswer.filter(scope=self.scope, key=self.key).first()
        if kept is None:
            return None
        if kept.fingerprint != self.fingerprint:
            raise Refused(KeyReused(path=("input", "idempotencyKey")))
        return Answer(kept)

    async def hold(self) -> None:
        try:
            self.kept = await IdempotentAnswer.create(
                scope=self.scope, key=self.key, fingerprint=self.fingerprint
            )
        except IntegrityError as error:
            raise KeyTaken from error

    async def release(self) -> None:
        """The step refused: the same key may try again, and is not told that it was done."""
        if self.kept:
            await self.kept.delete()

    async def answer(self, value: object, position: Position | None) -> None:
        if self.kept is None:
            return
        if isinstance(value, Row):
            self.kept.prefix, self.kept.row_id = value.prefix, value.id
        if position:
            self.kept.tx, self.kept.entry_id = position.tx, position.id
        await self.kept.save()


def claim(viewer: Viewer, key: str, step: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Claim:
    """:raises Refused: the key is empty or longer than 80 characters."""
    if not 0 < len(key) <= KEY_LENGTH:
        raise Refused(
            InvalidField(
                path=("input", "idempotencyKey"),
                message=f"幂等键须为 1 至 {KEY_LENGTH} 个字符，收到 {len(key)} 个",
                received=key[:KEY_LENGTH],
                wanted=f"1 至 {KEY_LENGTH} 个字符",
            )
        )
    body = orjson.dumps([step, args, kwargs], default=str, option=orjson.OPT_SORT_KEYS)
    return Claim(f"account:{viewer.account_id or 0}", key, sha256(body).hexdigest())


def _model(prefix: str) -> type[Row]:
    assert Tortoise.apps is not None
    for model in Tortoise.apps["zhiye"].values():
        if issubclass(model, Row) and getattr(model, "prefix", None) == prefix:
            return cast(type[Row], model)
    raise LookupError(prefix)
