"""Sliders and codes: what comes before an account and a session."""

from datetime import datetime
from typing import Annotated

import strawberry

from models.people.kinds import ChallengeChannel, ChallengePurpose, ChallengeState
from models.people.steps import codes
from models.people.steps.code_requests import CodeRequest
from models.people.steps.slider import ShownSlider, SliderAnswer, new_slider
from models.people.tables import Challenge as ChallengeRow
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.common.scalars import URL
from schema.common.sensitive import SENSITIVE
from schema.plans.binding import present
from schema.plans.declare import column


@strawberry.type(description="验证码的一次发送")
class Challenge:
    """Its id is a secret of whoever asked for the code, not a global id."""

    id: strawberry.ID = column("secret", description="全局标识")
    state: ChallengeState = column(description="状态")
    purpose: ChallengePurpose = column(description="用途")
    sent_to: str = column(description="发往（遮盖）")
    expires_at: datetime = column(description="何时失效")
    tries_left: int = column(description="还可试几次")


@strawberry.type(description="滑块")
class Slider:
    """Its id is a secret, not a global id."""

    id: strawberry.ID = strawberry.field(description="全局标识")
    image_url: URL = strawberry.field(description="底图")
    piece_url: URL = strawberry.field(description="滑块图")
    puzzle: str = strawberry.field(description="改用点击验证时的题目（工作量证明）")
    expires_at: datetime = strawberry.field(description="何时失效")


@strawberry.input(name="SliderAnswer", description="滑块的回答：拖动轨迹或点击验证，二者之一")
class SliderAnswerInput:
    slider_id: strawberry.ID = strawberry.field(description="滑块")
    track: list[int] | None = strawberry.field(
        default=strawberry.UNSET, description="拖动轨迹：横坐标与毫秒交替"
    )
    proof: str | None = strawberry.field(default=strawberry.UNSET, description="点击验证的结果")

    def answer(self) -> SliderAnswer:
        return SliderAnswer(self.slider_id, tuple(self.track) if self.track else None, self.proof or None)


@strawberry.input(description="拖动滑块后发送验证码：输入")
class RequestCodeInput:
    slider: SliderAnswerInput = strawberry.field(description="滑块")
    channel: ChallengeChannel = strawberry.field(description="发送方式")
    target: str | None = strawberry.field(
        default=strawberry.UNSET, description="手机号或邮箱；重设密码时可用登录名代替"
    )
    login: str | None = strawberry.field(default=strawberry.UNSET, description="登录名")
    purpose: ChallengePurpose = strawberry.field(description="用途")


@strawberry.input(description="验证：输入")
class ProveCodeInput:
    challenge_id: strawberry.ID = strawberry.field(description="验证码的发送")
    code: str = strawberry.field(description="收到的代码")


@payload("要一个滑块：结果")
class StartSliderPayload(Payload):
    slider: Slider | None = strawberry.field(default=None, description="滑块")


@payload("拖动滑块后发送验证码：结果")
class RequestCodePayload(Payload):
    challenge: Challenge | None = strawberry.field(default=None, description="验证码的一次发送")


@payload("验证：结果")
class ProveCodePayload(Payload):
    challenge: Challenge | None = strawberry.field(default=None, description="验证码的一次发送")


@strawberry.type
class CodeMutations:
    """Open to everybody."""

    @strawberry.mutation(description="要一个滑块")
    async def start_slider(self, info: Info) -> StartSliderPayload:
        step = new_slider(viewer_of(info), info.context.address)
        return await run(info, StartSliderPayload, step, slider=shown_slider)

    @strawberry.mutation(description="拖动滑块后发送验证码；无论号码是否存在，回答相同", metadata=SENSITIVE)
    async def request_code(self, info: Info, input: Annotated[RequestCodeInput, INPUT]) -> RequestCodePayload:
        step = codes.request_code(
            viewer_of(info),
            request=CodeRequest(input.purpose, input.channel, input.target or None, input.login or None),
            slider=input.slider.answer(),
            address=info.context.address,
        )
        return await run(info, RequestCodePayload, step, challenge=shown_challenge)

    @strawberry.mutation(description="验证", metadata=SENSITIVE)
    async def prove_code(self, info: Info, input: Annotated[ProveCodeInput, INPUT]) -> ProveCodePayload:
        step = codes.prove_code(viewer_of(info), secret=input.challenge_id, code=input.code)
        return await run(info, ProveCodePayload, step, challenge=shown_challenge)


def shown_slider(slider: ShownSlider) -> Slider:
    return Slider(
        id=strawberry.ID(slider.slider_id),
        image_url=URL(slider.picture.image_url),
        piece_url=URL(slider.picture.piece_url),
        puzzle=slider.puzzle,
        expires_at=slider.expires_at,
    )


def shown_challenge(row: ChallengeRow | None) -> Challenge | None:
    return present(Challenge, row) if row else None
