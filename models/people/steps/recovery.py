"""Recovery by the authority in charge: asked for, granted or refused, and overdue (D-9, S2-4, S3-18)."""

from dataclasses import dataclass

from models.authorities.kinds import Profession
from models.authorities.tables import Authority
from models.kernel.errors import InvalidField, Refused, WrongState
from models.kernel.rows import for_change
from models.kernel.unit import Done, Unit, unit_of_work
from models.kernel.viewer import Viewer
from models.people import settings
from models.people.events import RecoveryExpired, RecoveryGranted, RecoveryRefused, RecoveryRequested
from models.people.kinds import ChallengeChannel, RecoveryState
from models.people.reads import account_of_login, recoveries_visible_to
from models.people.recovery import (
    PAPERS,
    authority_in_charge,
    new_code,
    plain_code,
    recoverable,
    staff_authority,
)
from models.people.steps.code_requests import digest, typed_mobile
from models.people.steps.slider import SliderAnswer, spend_slider
from models.people.tables import OutgoingMessage, RecoveryRequest
from models.people.throttle import Act, count
from models.people.workflow import RECOVERY, SYSTEM, relations_to_recovery

LONGEST_LOGIN = 40
LONGEST_REASON = 200
BATCH = 200


@dataclass(frozen=True)
class RecoveryAsked:
    """What somebody says who can no longer be reached. `region_code`: six digits."""

    login: str
    region_code: str
    contact_mobile: str
    profession: Profession | None = None


async def ask_for_recovery(
    viewer: Viewer, asked: RecoveryAsked, slider: SliderAnswer, address: str, key: str
) -> Done[RecoveryRequest | None]:
    """The same answer whether or not the login names anybody.

    :raises Refused: InvalidField, SliderRequired, LimitReached.
    """
    mobile = typed_mobile(asked.contact_mobile, ("input", "contactMobile")).target
    if not 0 < len(asked.login.strip()) <= LONGEST_LOGIN:
        raise Refused(_no_login(asked.login))
    authority = await authority_in_charge(asked.region_code, asked.profession)
    if authority is None:
        raise Refused(_no_authority(asked.region_code))
    await check_slider(viewer, slider=slider, address=address, login=asked.login)
    profession = asked.profession or next((Profession(name) for name in authority.professions), None)
    known = RecoveryAsked(asked.login.strip(), asked.region_code, mobile, profession)
    return await request_recovery.once(key)(viewer, asked=known, authority_id=authority.id)


@unit_of_work
async def check_slider(unit: Unit, *, slider: SliderAnswer, address: str, login: str) -> None:
    if problem := await spend_slider(slider):
        unit.refuse_but_keep(problem)
        return
    await count(Act.RECOVERY_FROM_ADDRESS, address)
    await count(Act.RECOVERY_OF_LOGIN, digest(login.strip()))


@unit_of_work
async def request_recovery(unit: Unit, *, asked: RecoveryAsked, authority_id: int) -> RecoveryRequest | None:
    """None when there is nothing to recover. One that waits with the same contact is not made twice."""
    account = await account_of_login(asked.login)
    if account is None or not recoverable(account):
        return None
    own = await staff_authority(account)
    authority = await Authority.get(id=own or authority_id)
    same = RecoveryRequest.filter(
        account_id=account.id,
        authority_id=authority.id,
        state=RecoveryState.OPEN,
        contact_mobile=asked.contact_mobile,
    )
    if waiting := await same.first():
        return waiting
    row = await RecoveryRequest.create(
        account=account,
        authority_id=authority.id,
        login=asked.login,
        contact_mobile=asked.contact_mobile,
        profession=asked.profession if own is None else None,
        region=asked.region_code,
        expires_at=unit.now + settings.RECOVERY_OPEN_FOR,
    )
    unit.record(RecoveryRequested(authority.name), row)
    return row


@unit_of_work
async def grant_recovery(unit: Unit, *, id: int, version: int, papers_seen: list[str]) -> RecoveryRequest:
    """A one-time code to the contact mobile, good for a day: whoever grants it never sees it.

    :raises NotFound: not visible. :raises Forbidden: not in charge. :raises Refused: InvalidField, WrongState.
    """
    row = await _to_decide(unit, id, version, "grant_recovery")
    papers = list(dict.fromkeys(papers_seen))
    if not papers or not set(papers) <= set(PAPERS):
        raise Refused(_no_papers(papers))
    code = new_code()
    row.papers_seen, row.code_hash = papers, code_hash(row.account_id, code)
    row.expires_at = unit.now + settings.RECOVERY_CODE_LIFETIME
    await row.store("state", "papers_seen", "code_hash", "expires_at")
    hours = int(settings.RECOVERY_CODE_LIFETIME.total_seconds() // 3600)
    await _tell(
        unit,
        row,
        f"您申请的密码重置已同意。一次性代码 {code}，{hours} 小时内有效，只能用一次。请勿告诉任何人，包括审核人员。",
    )
    unit.record(RecoveryGranted("、".join(papers)), row)
    return row


@unit_of_work
async def refuse_recovery(unit: Unit, *, id: int, version: int, reason: str) -> RecoveryRequest:
    """With a reason, which goes to the contact mobile.

    :raises NotFound: not visible. :raises Forbidden: not in charge. :raises Refused: InvalidField, WrongState.
    """
    row = await _to_decide(unit, id, version, "refuse_recovery")
    reason = reason.strip()
    if not 0 < len(reason) <= LONGEST_REASON:
        raise Refused(
            InvalidField(
                path=("input", "reason"),
                message=f"请写明不同意的原因，收到 {len(reason)} 个字",
                wanted=f"1 至 {LONGEST_REASON} 个字",
            )
        )
    row.reason = reason
    row.expires_at = unit.now
    await row.store("state", "reason", "expires_at")
    await _tell(unit, row, f"您申请的密码重置没有同意。原因：{reason}")
    unit.record(RecoveryRefused(), row)
    return row


@unit_of_work
async def expire_recoveries(unit: Unit) -> int:
    """Requests nobody decided on for a month, codes nobody used for a day; gives how many."""
    over = RecoveryRequest.filter(
        state__in=[RecoveryState.OPEN, RecoveryState.GRANTED], expires_at__lte=unit.now
    )
    rows = await over.select_for_update().order_by("id").limit(BATCH)
    for row in rows:
        await row.fetch_related("account")
        RECOVERY.enter(row, await RECOVERY.require(row, "~expire", SYSTEM))
        row.code_hash = None
        await row.store("state", "code_hash")
        unit.record(RecoveryExpired(), row)
    return len(rows)


def code_hash(account_id: int, code: str) -> str:
    return digest(f"{account_id}:{plain_code(code)}")


async def _to_decide(unit: Unit, id: int, version: int, action: str) -> RecoveryRequest:
    row = await for_change(RecoveryRequest, recoveries_visible_to(unit.viewer), id, version)
    await row.fetch_related("account")
    relations = relations_to_recovery(unit.viewer, row.authority_id, row.profession, row.region)
    move = await RECOVERY.require(row, action, relations)
    if row.expires_at <= unit.now:
        raise Refused(WrongState(message="这个申请已经过期"))
    RECOVERY.enter(row, move)
    return row


async def _tell(unit: Unit, row: RecoveryRequest, text: str) -> None:
    await OutgoingMessage.create(
        channel=ChallengeChannel.SMS,
        target=row.contact_mobile,
        text=f"【{settings.settings().site_name}】{text}",
        expires_at=unit.now + settings.RECOVERY_CODE_LIFETIME,
    )


def _no_login(login: str) -> InvalidField:
    return InvalidField(
        path=("input", "login"),
        message=f"账号应为 1 至 {LONGEST_LOGIN} 个字符，收到 {len(login.strip())} 个",
        wanted="手机号、证件号或统一社会信用代码",
    )


def _no_authority(region_code: str) -> InvalidField:
    return InvalidField(
        path=("input", "regionCode"),
        message="这个地区没有受理机构，请选择所在省份",
        received=region_code[:12],
        wanted="六位行政区划代码，例如 320000",
    )


def _no_papers(papers: list[str]) -> InvalidField:
    return InvalidField(
        path=("input", "papersSeen"),
        message="请选择核对过的证件",
        received="、".join(papers)[:80],
        wanted="、".join(PAPERS),
    )
