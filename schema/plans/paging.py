"""Orders and page cursors: a page begins after a key, never at an offset, so that rows cannot shift under it."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import orjson
from tortoise import fields
from tortoise.models import Model

from models.kernel.errors import BadRequest
from models.kernel.orm import field_of, key_attribute

MAX_PAGE = 100
MAX_INT, MAX_BIGINT = 2**31 - 1, 2**63 - 1

OrderSpec = str | tuple[str, ...]
"""`-updated_at`, `number` or several columns of one direction; the primary key breaks ties."""


@dataclass(frozen=True, slots=True)
class Order:
    """Columns that together order rows without ties, all in one direction. The name is kept in page cursors."""

    name: str
    columns: tuple[str, ...]
    descending: bool


@dataclass(frozen=True, slots=True)
class Window:
    """Up to `limit` rows in an order, after a key of it."""

    order: Order
    limit: int
    after: tuple[Any, ...] | None = None


def order_of(model: type[Model], spec: OrderSpec | Enum) -> Order:
    """The order that a declaration or an enum member names."""
    value: OrderSpec = spec.value if isinstance(spec, Enum) else spec
    name = spec.name if isinstance(spec, Enum) else ",".join(terms(spec))
    key = key_attribute(model)
    plain = tuple(term.removeprefix("-") for term in terms(value))
    columns = plain if key in plain else (*plain, key)
    return Order(f"{model.__name__}.{name}", columns, terms(value)[0].startswith("-"))


def terms(spec: OrderSpec) -> tuple[str, ...]:
    return (spec,) if isinstance(spec, str) else spec


def page_size(first: int) -> int:
    """:raises BadRequest: not 1 to 100."""
    if not 1 <= first <= MAX_PAGE:
        raise BadRequest(f"first 应为 1 至 {MAX_PAGE} 的整数，收到 {first}")
    return first


def page_cursor(order: Order, row: Model) -> str:
    """Where a row stands in an order; opaque to clients."""
    return cursor_text(order, [getattr(row, name) for name in order.columns])


def cursor_text(order: Order, key: Sequence[Any]) -> str:
    """A page cursor of the values of an order's columns."""
    body = orjson.dumps([order.name, *key])
    return urlsafe_b64encode(body).rstrip(b"=").decode()


def read_page_cursor(model: type[Model], order: Order, text: str) -> tuple[Any, ...]:
    """The key that a page begins after.

    :raises BadRequest: not a page cursor of this list, or one of another order.
    """
    try:
        name, *key = orjson.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (NotBase64, ValueError, TypeError) as error:
        raise BadRequest("after 无效：请使用本列表给出的页游标") from error
    if name != order.name:
        raise BadRequest("after 是另一种排序的页游标：换了排序请从第一页读起")
    return _key(model, order.columns, key)


def _key(model: type[Model], columns: Sequence[str], key: Sequence[Any]) -> tuple[Any, ...]:
    try:
        return tuple(_value(field_of(model, name), value) for name, value in zip(columns, key, strict=True))
    except (ValueError, TypeError, ArithmeticError) as error:
        raise BadRequest("after 无效：请使用本列表给出的页游标") from error


def _value(field: "fields.Field[Any]", value: Any) -> Any:
    if isinstance(field, fields.DatetimeField):
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError(value)
        return moment
    if isinstance(field, fields.DateField):
        return date.fromisoformat(value)
    if isinstance(field, fields.DecimalField):
        return Decimal(value)
    if type(value) is not (int if isinstance(field, fields.IntField) else str):
        raise TypeError(value)
    if isinstance(value, int) and abs(value) > (
        MAX_BIGINT if isinstance(field, fields.BigIntField) else MAX_INT
    ):
        raise ValueError(value)
    return value
