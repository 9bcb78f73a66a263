"""First sign-in of registered people, completing what is missing, and the long form of an old identity number."""

from typing import Annotated

import strawberry

from models.agencies.tables import EmployerNature
from models.authorities.kinds import Profession
from models.people.kinds import IdentityKind, Sex
from models.people.steps.holders import HolderClaim, open_holder_and_enter
from models.people.steps.profiling import Completion, complete_profile
from models.people.steps.upgrading import upgrade_identity_number
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.common.sensitive import SENSITIVE
from schema.inputs import optional
from schema.people.accounts import Account
from schema.people.persons import Person
from schema.people.sign_in import TOKEN, account_of, entering, origin_of, token_of

KEY = "幂等键：同键同内容得同一回答"


@strawberry.input(description="持证人首次登录：输入")
class OpenHolderAccountInput:
    challenge_id: strawberry.ID = strawberry.field(description="已通过的验证码")
    name: str = strawberry.field(description="姓名")
    identity_kind: IdentityKind = strawberry.field(description="证件类型")
    identity_number: str = strawberry.field(description="上次注册时所用证件号")
    certificate_number: str = strawberry.field(description="注册证编号")
    idempotency_key: str = strawberry.field(description=KEY)

    def claim(self) -> HolderClaim:
        return HolderClaim(self.name, self.identity_kind, self.identity_number, self.certificate_number)


@strawberry.input(description="补全信息：一个执业资格")
class ProfileInput:
    profession: Profession = strawberry.field(description="执业资格")
    specialty_ids: list[strawberry.ID] | None = optional("注册类别")
    employer_nature: EmployerNature | None = optional("单位属性")

    def completion(self) -> Completion:
        return Completion(
            self.profession, tuple(sorted(set(self.specialty_ids or ()))), self.employer_nature or None
        )


@strawberry.input(description="首次登录补全信息：输入")
class CompleteProfileInput:
    professions: list[ProfileInput] = strawberry.field(description="各执业资格缺少的信息；没有缺的为空列表")
    sex: Sex | None = optional("性别，没有登记的才需要")
    idempotency_key: str = strawberry.field(description=KEY)


@strawberry.input(description="一代证号码更新为二代证号码：输入")
class UpgradeIdentityNumberInput:
    identity_number: str = strawberry.field(description="十八位号码")
    idempotency_key: str = strawberry.field(description=KEY)


@payload("持证人首次登录：结果")
class OpenHolderAccountPayload(Payload):
    account: Account | None = strawberry.field(default=None, description="账号")
    token: str | None = strawberry.field(default=None, description=TOKEN)


@payload("首次登录补全信息：结果")
class CompleteProfilePayload(Payload):
    account: Account | None = strawberry.field(default=None, description="账号")


@payload("一代证号码更新为二代证号码：结果")
class UpgradeIdentityNumberPayload(Payload):
    person: Person | None = strawberry.field(default=None, description="人员")


@strawberry.type
class HolderMutations:
    """Steps of people whose registration is older than their account."""

    @strawberry.mutation(
        description="持证人首次登录：核对姓名、证件和注册证，凭手机验证码开户", metadata=SENSITIVE
    )
    async def open_holder_account(
        self, info: Info, input: Annotated[OpenHolderAccountInput, INPUT]
    ) -> OpenHolderAccountPayload:
        step = open_holder_and_enter(
            viewer_of(info), input.challenge_id, input.claim(), input.idempotency_key, origin_of(info)
        )
        return await run(
            info, OpenHolderAccountPayload, entering(info, step), token=token_of, account=account_of
        )

    @strawberry.mutation(description="首次登录补全信息：注册类别、单位属性")
    async def complete_profile(
        self, info: Info, input: Annotated[CompleteProfileInput, INPUT]
    ) -> CompleteProfilePayload:
        step = complete_profile.once(input.idempotency_key)
        said = [one.completion() for one in input.professions]
        return await run(
            info, CompleteProfilePayload, step(viewer_of(info), said=said, sex=input.sex or None)
        )

    @strawberry.mutation(
        description="一代证号码更新为二代证号码；之后全部会话结束，用新号码登录", metadata=SENSITIVE
    )
    async def upgrade_identity_number(
        self, info: Info, input: Annotated[UpgradeIdentityNumberInput, INPUT]
    ) -> UpgradeIdentityNumberPayload:
        step = upgrade_identity_number.once(input.idempotency_key)
        return await run(
            info, UpgradeIdentityNumberPayload, step(viewer_of(info), number=input.identity_number)
        )
