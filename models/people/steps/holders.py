"""First sign-in of somebody who was registered before there was an account: by certificate, identity and mobile.

All three must agree with one certificate, and the answer to whatever does not agree is always the same, so that nobody
learns who is registered. The code proves that somebody is there who can be reached; the password comes next (D-3).
"""

from dataclasses import dataclass

from tortoise.exceptions import IntegrityError

from models.kernel.errors import Duplicate, InvalidField, Refused, UnmetRequirement
from models.kernel.rules import Finding
from models.kernel.unit import Done, Unit, unit_of_work
from models.kernel.viewer import Viewer
from models.people import settings
from models.people.events import HolderAccountOpened
from models.people.identity import normalized
from models.people.imports import plain_name
from models.people.kinds import AccountKind, AccountState, ChallengeChannel, ChallengePurpose, IdentityKind
from models.people.masks import mask_identity, mask_mobile
from models.people.sessions import viewer_of_account
from models.people.steps.accounts import enter_opened
from models.people.steps.code_requests import digest
from models.people.steps.codes import use_code
from models.people.steps.sessions import Origin
from models.people.tables import Account, Challenge, OutgoingMessage, Person, Session
from models.people.throttle import Act, count
from models.registration.credentials import Certificate

NO_REGISTRATION = "没有您的注册信息"
HINT = "请核对证件号码是否与上次注册时使用的号码一致；仍查不到的，请联系注册管理中心"
LONGEST = {"name": 64, "identityNumber": 32, "certificateNumber": 32}
LABELS = {"name": "姓名", "identityNumber": "证件号码", "certificateNumber": "注册证编号"}


@dataclass(frozen=True)
class HolderClaim:
    """Who somebody says to be: as the last registration has it."""

    name: str
    kind: IdentityKind
    number: str
    certificate_number: str

    @property
    def texts(self) -> dict[str, str]:
        """By the names that clients give them."""
        return {
            "name": self.name,
            "identityNumber": self.number,
            "certificateNumber": self.certificate_number,
        }


async def open_holder_and_enter(
    viewer: Viewer, secret: str, claim: HolderClaim, key: str, origin: Origin
) -> Done[Session]:
    """An account for a registered person who has none, signed in: the session has `token` and `account`.

    :raises Refused: InvalidField; LimitReached; WrongCode; UnmetRequirement: no such registration (S2-25);
        Duplicate: there is an account already.
    """
    if wrong := [problem for name, text in claim.texts.items() if (problem := _problem(name, text))]:
        raise Refused(*wrong)
    await count_claim(viewer, number=normalized(claim.number), address=origin.address)
    opened = await open_holder_account.once(key)(viewer, secret=secret, claim=claim)
    actor = await viewer_of_account(opened.value)
    entered = await enter_opened(actor, account_id=opened.value.id, secret=secret, origin=origin)
    return Done(entered.value, entered.cursor, opened.replayed)


@unit_of_work
async def count_claim(unit: Unit, *, number: str, address: str) -> None:
    """Count before anything is compared, so that names and certificates cannot be tried out."""
    await count(Act.HOLDER_FROM_ADDRESS, address)
    await count(Act.HOLDER_OF_NUMBER, digest(number))


@unit_of_work
async def open_holder_account(unit: Unit, *, secret: str, claim: HolderClaim) -> Account:
    """A refusal leaves the proof unspent: the same code serves until what was typed is right."""
    challenge = await use_code(unit, secret, ChallengePurpose.OPEN_ACCOUNT)
    certificate = await _certificate_of(claim)
    if certificate is None:
        raise Refused(_unknown(claim))
    person = await Person.filter(id=certificate.person_id).select_for_update().get()
    if await Account.filter(person_id=person.id).exists():
        raise Refused(Duplicate(message="您已有账号，请直接登录；忘记密码的，可以重设密码"))
    account = await _opened(challenge, person)
    await _warn_old_number(unit, person.mobile, challenge)
    person.mobile = challenge.target
    await person.store("mobile")
    unit.record(HolderAccountOpened(certificate.number), account)
    return account


async def _certificate_of(claim: HolderClaim) -> Certificate | None:
    """The certificate that all of it agrees with."""
    number = normalized(claim.number)
    person = await Person.filter(identity_kind=claim.kind, identity_number=number).first()
    if person is None or plain_name(person.name) != plain_name(claim.name):
        return None
    wanted = normalized(claim.certificate_number)
    held = await Certificate.filter(person_id=person.id).order_by("id")
    return next((one for one in held if normalized(one.number) == wanted), None)


async def _opened(challenge: Challenge, person: Person) -> Account:
    taken = Duplicate(path=("input", "challengeId"), message="该手机号已有账号，请直接登录，或换一个手机号")
    if await Account.filter(mobile=challenge.target).exists():
        raise Refused(taken)
    try:
        return await Account.create(
            kind=AccountKind.PERSON,
            state=AccountState.PASSWORDLESS,
            mobile=challenge.target,
            person=person,
            profile_due=True,
        )
    except IntegrityError:
        raise Refused(taken) from None


async def _warn_old_number(unit: Unit, old: str | None, challenge: Challenge) -> None:
    """Whoever had another number on record is told there: the only one who can say that it was somebody else."""
    if not old or old == challenge.target:
        return
    await OutgoingMessage.create(
        channel=ChallengeChannel.SMS,
        target=old,
        text=f"【{settings.settings().site_name}】您的注册信息刚由手机号 {mask_mobile(challenge.target)} 首次登录。"
        "不是您本人操作的，请立即联系注册机构。",
        expires_at=unit.now + settings.RECOVERY_CODE_LIFETIME,
    )


def _problem(name: str, text: str) -> InvalidField | None:
    if 0 < len(text.strip()) <= LONGEST[name]:
        return None
    wanted = f"1 至 {LONGEST[name]} 个字符"
    return InvalidField(
        path=("input", name),
        message=f"{LABELS[name]}应为{wanted}，收到 {len(text.strip())} 个",
        wanted=wanted,
    )


def _unknown(claim: HolderClaim) -> UnmetRequirement:
    path = ("input", "identityNumber")
    finding = Finding(
        rule="HOLDER-RECORD",
        law="注册管理信息",
        message=NO_REGISTRATION,
        present=mask_identity(normalized(claim.number)),
        needed="与上次注册相同的姓名、证件号码和注册证编号",
        advice=HINT,
        path=path,
    )
    return UnmetRequirement(path=path, message=NO_REGISTRATION, finding=finding)
