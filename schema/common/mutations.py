"""Mutations: parse the input, call one step, wrap what it gave.

    @payload("撤回：结果")
    class WithdrawRegistrationPayload(Payload):
        registration: Registration | None = strawberry.field(default=None, description="注册申请")

    @strawberry.mutation(description="撤回")
    async def withdraw_registration(
        self, info: Info, input: Annotated[WithdrawRegistrationInput, INPUT]
    ) -> WithdrawRegistrationPayload:
        step = steps.withdraw.once(input.idempotency_key)
        return await run(
            info,
            WithdrawRegistrationPayload,
            step(viewer_of(info), id=key_of("reg", input.id), version=input.version, reason=input.reason),
        )

A step that gives a row fills the payload's field of that row's type; the object is read again, with what the
viewer may see after the step. Anything else is filled by name, each from a function of what the step gave:

        return await run(info, SignInPayload, step(...), token=lambda done: done.token, account=lambda done: done.account)
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from typing import Any, TypeVar, dataclass_transform

import strawberry
from strawberry.types.base import get_object_definition
from tortoise.models import Model

from models.kernel.errors import Refused
from models.kernel.unit import Done
from schema.common.context import Context, Info
from schema.common.errors import UserError, to_graphql
from schema.common.scalars import Cursor
from schema.plans.binding import rows_of
from schema.plans.objects import at_once
from schema.plans.unwrap import unwrapped

T = TypeVar("T")
P = TypeVar("P", bound="Payload")

INPUT = strawberry.argument(description="输入")


@strawberry.interface(description="所有操作结果共有")
class Payload:
    """What a mutation gives, besides the object it changed."""

    user_errors: list[UserError] = strawberry.field(
        default_factory=list, description="用户可以改正的错误；空列表即成功"
    )
    cursor: Cursor | None = strawberry.field(
        default=None, description="这次改动在日志中的位置；没有改动时为空"
    )


@dataclass_transform(kw_only_default=True)
def payload(description: str) -> Callable[[type[P]], type[P]]:
    """Declare a payload type. Its fields are nullable and default to None: a refused step fills none."""

    def make(cls: type[P]) -> type[P]:
        cls.user_errors = strawberry.field(default_factory=list, description="用户可以改正的错误")
        cls.__annotations__ = {**cls.__annotations__, "user_errors": list[UserError]}
        return strawberry.type(cls, description=description)

    return make


async def run(info: Info, type_: type[P], step: Awaitable[Done[T]], **give: Callable[[T], Any]) -> P:
    """Await a step and wrap its outcome: what it gave, or its refusal as user errors."""
    try:
        done = await step
    except Refused as refused:
        return answer(type_, refused)
    finally:
        info.context.forget()
    return await outcome(info, type_, done, **give)


def answer(type_: type[P], refused: Refused) -> P:
    """A payload that only says why not."""
    return type_(user_errors=[to_graphql(error) for error in refused.errors])


async def outcome(info: Info, type_: type[P], done: Done[T], **give: Callable[[T], Any]) -> P:
    """A payload of what a step gave."""
    context = info.context
    values: Mapping[str, Any] = {name: read(done.value) for name, read in give.items()}
    if not give and isinstance(done.value, Model):
        named: Any = type_  # a class, which may be a key whatever its instances are
        values = {_field_for(named, type(done.value)): done.value}
    return type_(
        cursor=Cursor(context.cursors.write(done.cursor)) if done.cursor else None,
        **{name: await _shown(type_, name, value, context) for name, value in values.items()},
    )


async def _shown(type_: type, name: str, value: Any, context: Context) -> Any:
    """A row as the object that the viewer may see now; anything else as it is."""
    if isinstance(value, Model):
        return (await at_once(_target(type_, name), [value.pk], context)).get(value.pk)
    if isinstance(value, list):
        return list(await asyncio.gather(*(_shown(type_, name, each, context) for each in value)))
    return value


@cache
def _field_for(type_: Any, model: type[Model]) -> str:
    for field in get_object_definition(type_, strict=True).fields:
        rows = rows_of(unwrapped(field.resolve_type()))
        if rows and issubclass(model, rows.model):
            return field.python_name
    raise TypeError(f"{type_.__name__} has no field for a {model.__name__}")


@cache
def _target(type_: Any, name: str) -> Any:
    fields = {field.python_name: field for field in get_object_definition(type_, strict=True).fields}
    return unwrapped(fields[name].resolve_type())
