"""Opening an account, signing in and out, ending sessions."""

from collections.abc import Awaitable
from typing import Annotated

import strawberry

from models.kernel.ids import key_of
from models.kernel.unit import Done
from models.people.devices import device_words
from models.people.kinds import IdentityKind
from models.people.sessions import viewer_of_session
from models.people.steps import accounts, sessions, sign_in
from models.people.steps.sessions import Origin
from models.people.steps.sign_in import Credentials
from models.people.tables import Account as AccountRow
from models.people.tables import Session as SessionRow
from schema.common.context import Info, viewer_of
from schema.common.handover import handed_over, taken_back
from schema.common.mutations import INPUT, Payload, payload, run
from schema.common.sensitive import SENSITIVE
from schema.people.accounts import Account, Session
from schema.people.codes import SliderAnswerInput

TOKEN = "会话令牌，只给这一次"


@strawberry.input(description="凭手机验证码开户：输入")
class OpenAccountInput:
    challenge_id: strawberry.ID = strawberry.field(description="已通过的验证码")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@strawberry.input(description="登录：输入")
class SignInInput:
    login: str = strawberry.field(description="手机号、证件号或统一社会信用代码")
    identity_kind: IdentityKind | None = strawberry.field(
        default=strawberry.UNSET, description="用证件号登录时的证件类型"
    )
    password: str = strawberry.field(description="密码")
    slider: SliderAnswerInput | None = strawberry.field(
        default=strawberry.UNSET, description="多次失败后需要的滑块"
    )

    def credentials(self) -> Credentials:
        slider = self.slider.answer() if self.slider else None
        return Credentials(self.login, self.password, self.identity_kind or None, slider)


@strawberry.input(description="验证码登录：输入")
class SignInWithCodeInput:
    challenge_id: strawberry.ID = strawberry.field(description="已通过的验证码")


@strawberry.input(description="结束某个会话：输入")
class EndSessionInput:
    session_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="会话；为空则其余全部"
    )


@payload("凭手机验证码开户：结果")
class OpenAccountPayload(Payload):
    account: Account | None = strawberry.field(default=None, description="账号")
    token: str | None = strawberry.field(default=None, description=TOKEN)


@payload("登录：结果")
class SignInPayload(Payload):
    token: str | None = strawberry.field(default=None, description=TOKEN)
    account: Account | None = strawberry.field(default=None, description="账号")
    session: Session | None = strawberry.field(default=None, description="一次登录")


@payload("验证码登录：结果")
class SignInWithCodePayload(Payload):
    token: str | None = strawberry.field(default=None, description=TOKEN)
    account: Account | None = strawberry.field(default=None, description="账号")
    session: Session | None = strawberry.field(default=None, description="一次登录")


@payload("安全退出：结果")
class SignOutPayload(Payload):
    session: Session | None = strawberry.field(default=None, description="一次登录")


@payload("结束某个会话：结果")
class EndSessionPayload(Payload):
    sessions: list[Session] | None = strawberry.field(default=None, description="一次登录")


@strawberry.type
class SignInMutations:
    """Steps that open and end sessions."""

    @strawberry.mutation(description="凭手机验证码开户，草稿即归此账号", metadata=SENSITIVE)
    async def open_account(self, info: Info, input: Annotated[OpenAccountInput, INPUT]) -> OpenAccountPayload:
        step = accounts.open_and_enter(
            viewer_of(info), input.challenge_id, input.idempotency_key, origin_of(info)
        )
        return await run(info, OpenAccountPayload, entering(info, step), token=token_of, account=account_of)

    @strawberry.mutation(description="登录", metadata=SENSITIVE)
    async def sign_in(self, info: Info, input: Annotated[SignInInput, INPUT]) -> SignInPayload:
        step = sign_in.sign_in_with_password(viewer_of(info), input.credentials(), origin_of(info))
        return await run(
            info, SignInPayload, entering(info, step), token=token_of, account=account_of, session=itself
        )

    @strawberry.mutation(description="验证码登录", metadata=SENSITIVE)
    async def sign_in_with_code(
        self, info: Info, input: Annotated[SignInWithCodeInput, INPUT]
    ) -> SignInWithCodePayload:
        step = sign_in.sign_in_by_code(viewer_of(info), input.challenge_id, origin_of(info))
        return await run(
            info,
            SignInWithCodePayload,
            entering(info, step),
            token=token_of,
            account=account_of,
            session=itself,
        )

    @strawberry.mutation(description="安全退出")
    async def sign_out(self, info: Info) -> SignOutPayload:
        return await run(info, SignOutPayload, leaving(info, sessions.sign_out(viewer_of(info))))

    @strawberry.mutation(description="结束某个会话，或除现在外的全部")
    async def end_session(self, info: Info, input: Annotated[EndSessionInput, INPUT]) -> EndSessionPayload:
        chosen = key_of(SessionRow.prefix, input.session_id) if input.session_id else None
        step = sessions.end_session(viewer_of(info), id=chosen)
        return await run(info, EndSessionPayload, step, sessions=ended)


async def entering(info: Info, step: Awaitable[Done[SessionRow]]) -> Done[SessionRow]:
    """Go on as whoever just signed in, so that the answer shows the account."""
    done = await step
    if viewer := await viewer_of_session(done.value.id):
        info.context.become(viewer)
    done.value.token = handed_over(info.context, done.value.token)
    return done


async def leaving(info: Info, step: Awaitable[Done[SessionRow]]) -> Done[SessionRow]:
    """The web app's cookie goes with the session."""
    done = await step
    taken_back(info.context)
    return done


def origin_of(info: Info) -> Origin:
    return Origin(info.context.address, device_words(info.context.device))


def token_of(session: SessionRow) -> str | None:
    return session.token


def account_of(session: SessionRow) -> AccountRow:
    return session.account


def itself(session: SessionRow) -> SessionRow:
    return session


def ended(sessions_: list[SessionRow]) -> list[SessionRow]:
    return sessions_
