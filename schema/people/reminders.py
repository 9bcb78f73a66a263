"""Mutations of the settings that keep reminders and messages quiet."""

from typing import Annotated

import strawberry

from models.people.kinds import MessageKind
from models.people.steps.reminders import change_messages, change_reminders
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.people.accounts import Account


@strawberry.input(description="打开或关闭到期提醒：输入")
class ChangeRemindersInput:
    wanted: bool = strawberry.field(description="是否要提醒")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("打开或关闭到期提醒：结果")
class ChangeRemindersPayload(Payload):
    account: Account | None = strawberry.field(default=None, description="账号")


@strawberry.input(description="打开或关闭一种短信通知：输入")
class ChangeMessagesInput:
    kind: MessageKind = strawberry.field(description="种类")
    wanted: bool = strawberry.field(description="是否要短信")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("打开或关闭一种短信通知：结果")
class ChangeMessagesPayload(Payload):
    account: Account | None = strawberry.field(default=None, description="账号")


@strawberry.type
class ReminderMutations:
    """By the owner of the account."""

    @strawberry.mutation(description="打开或关闭到期提醒；状态变化总会告知")
    async def change_reminders(
        self, info: Info, input: Annotated[ChangeRemindersInput, INPUT]
    ) -> ChangeRemindersPayload:
        step = change_reminders.once(input.idempotency_key)
        return await run(info, ChangeRemindersPayload, step(viewer_of(info), wanted=input.wanted))

    @strawberry.mutation(description="打开或关闭一种短信通知；站内消息照常")
    async def change_messages(
        self, info: Info, input: Annotated[ChangeMessagesInput, INPUT]
    ) -> ChangeMessagesPayload:
        step = change_messages.once(input.idempotency_key)
        done = step(viewer_of(info), kind=input.kind, wanted=input.wanted)
        return await run(info, ChangeMessagesPayload, done)
