"""Idempotency keys: the same key and input give the first answer again; other input is refused."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any, cast

import orjson
from tortoise import Tortoise

from models.kernel.clock import now
from models.kernel.dialect import Dialect, dialect
from models.kernel.errors import InvalidField, KeyReused, Refused
from models.kernel.journal import Position
from models.kernel.orm import PLACE
from models.kernel.rows import Row
from models.kernel.statements import ask, by_key
from models.kernel.tables import IdempotentAnswer
from models.kernel.viewer import Viewer

KEY_LENGTH = 80


HELD = ("scope", "key", "fingerprint", "at")
ANSWERED = ("prefix", "row_id", "tx", "entry_id")


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
        return await by_key(_model(self.kept.prefix), self.kept.row_id)


@dataclass
class Claim:
    """A key that a step is about to use, within the account that sent it."""

    scope: str
    key: str
    fingerprint: str
    held: int | None = None
    """Key of our own row, once it is written."""

    async def hold(self) -> Answer | None:
        """Take the key, or the answer that it was given before.

        One statement both looks and takes: of two at once the second waits for the first to commit or to fail.

        :raises Refused: the key was used for something else.
        """
        speech = dialect()
        values = [speech.value(value) for value in (self.scope, self.key, self.fingerprint, now())]
        if taken := await ask(_text(HOLD, speech), values):
            self.held = taken[0]["id"]
            return None
        kept = await IdempotentAnswer.get(scope=self.scope, key=self.key)
        if kept.fingerprint != self.fingerprint:
            raise Refused(KeyReused(path=("input", "idempotencyKey")))
        return Answer(kept)

    async def release(self) -> None:
        """The step refused: the same key may try again, and is not told that it was done."""
        await IdempotentAnswer.filter(id=self.held).delete()

    async def answer(self, value: object, position: Position | None) -> None:
        """Keep what the step gave, for whoever sends the key again."""
        row = (value.prefix, value.id) if isinstance(value, Row) else (None, None)
        at = (position.tx, position.id) if position else (None, None)
        await ask(_text(ANSWER, dialect()), [*row, *at, self.held])


HOLD = (
    f"insert into idempotent_answer ({', '.join(HELD)}) values ({', '.join(PLACE for _ in HELD)}) "  # noqa: S608 names only
    "on conflict (scope, key) do nothing returning id"
)
ANSWER = (
    f"update idempotent_answer set {', '.join(f'{name} = {PLACE}' for name in ANSWERED)} where id = {PLACE}"  # noqa: S608 names only
)


@cache
def _text(text: str, speech: Dialect) -> str:
    return speech.numbered(text)


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
