"""Passwords, the login mobile, and showing what is masked."""

from typing import Annotated

import strawberry

from models.people.steps import accounts, passwords, redeem
from models.people.steps.reveal import Revealed, reveal
from schema.common.context import Info, viewer_of
from schema.common.findings import RevealedText
from schema.common.mutations import INPUT, Payload, payload, run
from schema.common.sensitive import SENSITIVE
from schema.people.accounts import Account
from schema.plans.binding import present

NEW, AGAIN = "新密码", "再次输入"


@strawberry.input(description="重设密码：输入")
class ResetPasswordInput:
    login: str = strawberry.field(description="登录名")
    challenge_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="已通过的验证码"
    )
    recovery_code: str | None = strawberry.field(
        default=strawberry.UNSET, description="主管机构给的一次性代码"
    )
    password: str = strawberry.field(description=NEW)
    password_again: str = strawberry.field(description=AGAIN)


@strawberry.input(description="首次设置密码：输入")
class SetPasswordInput:
    password: str = strawberry.field(description="密码")
    password_again: str = strawberry.field(description=AGAIN)


@strawberry.input(description="修改密码：输入")
class ChangePasswordInput:
    old_password: str = strawberry.field(description="原密码")
    password: str = strawberry.field(description=NEW)
    password_again: str = strawberry.field(description=AGAIN)


@strawberry.input(description="修改登录手机号：输入")
class ChangeMobileInput:
    old_challenge_id: strawberry.ID = strawberry.field(description="原手机号已通过的验证码")
    new_challenge_id: strawberry.ID = strawberry.field(description="新手机号已通过的验证码")


@strawberry.input(description="修改邮箱：输入")
class ChangeEmailInput:
    challenge_id: strawberry.ID = strawberry.field(description="新邮箱已通过的链接")


@strawberry.input(description="显示一处敏感文字：输入")
class RevealSensitiveInput:
    subject_id: strawberry.ID = strawberry.field(description="对象")
    path: list[str] = strawberry.field(description="字段")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("重设密码：结果")
class ResetPasswordPayload(Payload):
    account: Account | None = strawberry.field(default=None, description="账号")


@payload("首次设置密码：结果")
class SetPasswordPayload(Payload):
    account: Account | None = strawberry.field(default=None, description="账号")


@payload("修改密码：结果")
class ChangePasswordPayload(Payload):
    account: Account | None = strawberry.field(default=None, description="账号")


@payload("修改登录手机号：结果")
class ChangeMobilePayload(Payload):
    account: Account | None = strawberry.field(default=None, description="账号")


@payload("修改邮箱：结果")
class ChangeEmailPayload(Payload):
    account: Account | None = strawberry.field(default=None, description="账号")


@payload("显示一处敏感文字：结果")
class RevealSensitivePayload(Payload):
    revealed: RevealedText | None = strawberry.field(default=None, description="显示出来的敏感文字")


@strawberry.type
class PasswordMutations:
    """Steps of an account's owner."""

    @strawberry.mutation(description="重设密码：凭验证码、邮件链接或主管机构的一次性代码", metadata=SENSITIVE)
    async def reset_password(
        self, info: Info, input: Annotated[ResetPasswordInput, INPUT]
    ) -> ResetPasswordPayload:
        viewer, given = viewer_of(info), (input.password, input.password_again)
        if input.recovery_code:
            step = redeem.reset_by_recovery(viewer, input.login, input.recovery_code, *given)
        else:
            step = passwords.reset_by_code(viewer, input.login, input.challenge_id or None, *given)
        return await run(info, ResetPasswordPayload, step)

    @strawberry.mutation(description="首次设置密码", metadata=SENSITIVE)
    async def set_password(self, info: Info, input: Annotated[SetPasswordInput, INPUT]) -> SetPasswordPayload:
        step = passwords.set_first_password(viewer_of(info), input.password, input.password_again)
        return await run(info, SetPasswordPayload, step)

    @strawberry.mutation(description="修改密码，其他会话随之结束", metadata=SENSITIVE)
    async def change_password(
        self, info: Info, input: Annotated[ChangePasswordInput, INPUT]
    ) -> ChangePasswordPayload:
        step = passwords.change_known_password(
            viewer_of(info), input.old_password, input.password, input.password_again
        )
        return await run(info, ChangePasswordPayload, step)

    @strawberry.mutation(description="修改登录手机号：先验原号，再验新号", metadata=SENSITIVE)
    async def change_mobile(
        self, info: Info, input: Annotated[ChangeMobileInput, INPUT]
    ) -> ChangeMobilePayload:
        step = accounts.change_mobile(
            viewer_of(info), old_secret=input.old_challenge_id, new_secret=input.new_challenge_id
        )
        return await run(info, ChangeMobilePayload, step)

    @strawberry.mutation(description="修改邮箱", metadata=SENSITIVE)
    async def change_email(self, info: Info, input: Annotated[ChangeEmailInput, INPUT]) -> ChangeEmailPayload:
        step = accounts.change_email(viewer_of(info), secret=input.challenge_id)
        return await run(info, ChangeEmailPayload, step)

    @strawberry.mutation(description="显示一处敏感文字，留有记录", metadata=SENSITIVE)
    async def reveal_sensitive(
        self, info: Info, input: Annotated[RevealSensitiveInput, INPUT]
    ) -> RevealSensitivePayload:
        step = reveal(viewer_of(info), input.subject_id, tuple(input.path), input.idempotency_key)
        return await run(info, RevealSensitivePayload, step, revealed=shown)


def shown(revealed: Revealed) -> RevealedText:
    return present(RevealedText, revealed)
