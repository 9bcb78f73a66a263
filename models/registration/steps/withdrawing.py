"""Withdrawing: at once until the first claim, afterwards by a request that the reviewer answers (D-14)."""

from models.kernel.errors import InvalidField, Refused, WrongState
from models.kernel.journal import last_of
from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.professions.rulebook import Withdrawal
from models.registration.events import RegistrationWithdrawn, WithdrawalDenied, WithdrawalRequested
from models.registration.gather import book_of
from models.registration.kinds import StageKind, StageState, WithdrawalState
from models.registration.reads import visible_to
from models.registration.relations import relations_to
from models.registration.stages import SO, stop_stages
from models.registration.steps.held import Claimed, held
from models.registration.steps.texts import LONGEST_REASON, written
from models.registration.tables import Registration, RegistrationStage, WorkItem
from models.registration.withdrawals import WithdrawalRequest
from models.registration.workflow import REGISTRATION, WITHDRAWAL

CLAIMED = "审核人员已领取，不能直接撤回；可以申请撤回，由审核人员答复"
ACCEPTED = "已经受理，不能直接撤回；可以申请撤回，由审核人员答复"
UNCLAIMED = "还没有审核人员领取，可以直接撤回，不必申请"
UNACCEPTED = "还没有受理，可以直接撤回，不必申请"
ASKED = "已申请撤回，请等待审核人员答复"
NOT_ASKED = "申请人没有申请撤回，或已经答复"


@unit_of_work
async def withdraw_registration(
    unit: Unit, *, id: int, version: int, reason: str | None = None
) -> Registration:
    """Take the case back, until a reviewer has claimed it for the first time.

    The reason stands as the opinion of the stage that ends, which nobody but the parties of the case reads.
    :raises Refused: it is claimed, or the reason is too long.
    """
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    move = await REGISTRATION.require(case, "withdraw_registration", relations_to(case, unit.viewer, None))
    if await too_late(case):
        raise Refused(WrongState(message=too_late_words(case), event=await last_of(case)))
    reason = written(reason, "reason", LONGEST_REASON)
    REGISTRATION.enter(case, move)
    await case.store("state")
    await stop_stages(unit, case, reason)
    unit.record(RegistrationWithdrawn(str(case.number)), case)
    return case


@unit_of_work
async def request_withdrawal(unit: Unit, *, id: int, version: int, reason: str) -> Registration:
    """Ask that the case be withdrawn, once a reviewer has claimed it; it goes on until somebody answers.

    :raises Refused: nobody has claimed it yet, a request is open, or there is no reason.
    """
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    await REGISTRATION.require(case, "request_withdrawal", relations_to(case, unit.viewer, None))
    obstacle = await no_request_because(case)
    if obstacle:
        raise Refused(WrongState(message=obstacle, event=await last_of(case)))
    text = _given(reason, "请写明申请撤回的理由")
    await case.store()
    await WithdrawalRequest.create(registration_id=case.id, reason=text)
    unit.record(WithdrawalRequested(str(case.number)), case)
    return case


@unit_of_work
async def allow_withdrawal(unit: Unit, *, on: Claimed) -> Registration:
    """Grant the open request: the case is withdrawn in the same unit. By whoever holds the stage."""
    now = await held(unit, on, "allow_withdrawal")
    case, request = now.case, await _asked(now.case)
    await _answer(request, "~allow")
    now.stage.officer_id = unit.viewer.reviewer_id
    await now.stage.store("officer_id")
    REGISTRATION.enter(case, now.move)
    await case.store("state")
    await stop_stages(unit, case, request.reason)
    unit.record(RegistrationWithdrawn(str(case.number)), case)
    return case


@unit_of_work
async def deny_withdrawal(unit: Unit, *, on: Claimed, reason: str) -> Registration:
    """Do not grant the open request, saying why; the case goes on. By whoever holds the stage."""
    now = await held(unit, on, "deny_withdrawal")
    request = await _asked(now.case)
    request.answer = _given(reason, "请写明不同意撤回的理由")
    await _answer(request, "~deny")
    await now.case.store()
    unit.record(WithdrawalDenied(str(now.case.number)), now.case)
    return now.case


def too_late_words(case: Registration) -> str:
    return CLAIMED if _until(case) is Withdrawal.FIRST_CLAIM else ACCEPTED


def too_early_words(case: Registration) -> str:
    return UNCLAIMED if _until(case) is Withdrawal.FIRST_CLAIM else UNACCEPTED


def _until(case: Registration) -> Withdrawal:
    return book_of(case).form(case.kind).withdraw_until


async def too_late(case: Registration) -> bool:
    """Is the point over until which the kind may be taken back at once (D-28)?"""
    if _until(case) is Withdrawal.FIRST_CLAIM:
        return await ever_claimed(case)
    accepted = RegistrationStage.filter(registration_id=case.id, kind=StageKind.ACCEPTANCE)
    return await accepted.filter(state=StageState.PASSED).exists()


async def ever_claimed(case: Registration) -> bool:
    """Has any reviewer ever claimed any work item of the case?"""
    return await WorkItem.filter(registration_id=case.id, fence__gt=0).exists()


async def open_request(case: Registration) -> WithdrawalRequest | None:
    """The request that waits for an answer."""
    return await WithdrawalRequest.filter(registration_id=case.id, state=WithdrawalState.OPEN).first()


async def no_request_because(case: Registration) -> str | None:
    """Why the filer cannot ask now, or None."""
    if not await too_late(case):
        return too_early_words(case)
    return ASKED if await open_request(case) else None


async def overtake(case: Registration) -> None:
    """A request that is open loses its meaning: the case has left the review."""
    request = await open_request(case)
    if request:
        await _answer(request, "~overtake")


async def _asked(case: Registration) -> WithdrawalRequest:
    """:raises Refused: nothing was asked, or it is answered."""
    request = await open_request(case)
    if request is None:
        raise Refused(WrongState(message=NOT_ASKED, event=await last_of(case)))
    return request


async def _answer(request: WithdrawalRequest, action: str) -> None:
    WITHDRAWAL.enter(request, await WITHDRAWAL.require(request, action, SO))
    await request.store("state", "answer")


def _given(reason: str, missing: str) -> str:
    text = written(reason, "reason", LONGEST_REASON)
    if not text:
        wanted = f"1至{LONGEST_REASON}个字"
        raise Refused(InvalidField(path=("input", "reason"), message=missing, wanted=wanted))
    return text
