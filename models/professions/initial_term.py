"""The time within which a qualification is to be registered for the first time, and whether there is one at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.kernel.rules import Finding, Severity
from models.professions.asking import Check, Say, years_later
from models.professions.facts import CaseFacts
from models.registration.form import FIELDS
from models.registration.kinds import RegistrationKind

INITIALS = (RegistrationKind.INITIAL, RegistrationKind.LATE_INITIAL)
NO_RECORD = "没有您的考试信息"


@dataclass(frozen=True)
class InitialTerm:
    """So many years from the qualification; qualifications of before `old_before` until `old_until` instead."""

    years: int
    old_before: date | None = None
    old_until: date | None = None

    def last_day(self, qualified_on: date) -> date:
        """The last day on which an application is an initial one."""
        if self.old_before and self.old_until and qualified_on < self.old_before:
            return self.old_until
        return years_later(qualified_on, self.years)

    def settle_kind(self, asked: RegistrationKind, qualified_on: date | None, day: date) -> RegistrationKind:
        """An initial registration is late from the day after the last one."""
        if asked not in INITIALS or qualified_on is None:
            return asked
        late = day > self.last_day(qualified_on)
        return RegistrationKind.LATE_INITIAL if late else RegistrationKind.INITIAL


def initial_in_time(term: InitialTerm) -> Check:
    """Late is allowed, under another name and with hours: advice, never a refusal."""

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        if facts.qualification is None or facts.kind not in INITIALS:
            return
        obtained = facts.qualification.obtained_on
        last = term.last_day(obtained)
        late = facts.day > last
        yield say(
            met=not late,
            severity=Severity.ADVICE if late else Severity.BLOCKING,
            message=f"初始注册期限已于{last}届满，按逾期初始注册办理，须满足继续教育要求"
            if late
            else "在初始注册的期限内",
            present=f"{obtained}取得资格",
            needed=f"{last}（含）前申请为初始注册",
            advice="请填写继续教育学时" if late else None,
            path=FIELDS["qualification_id"].path,
        )

    return check


def examination_found(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """Whoever is registered for the first time passed the examination; asked once the person is named."""
    if facts.kind not in INITIALS or not (facts.form.get("name") and facts.form.get("identity_number")):
        return
    met = facts.qualification is not None
    yield say(
        met=met,
        message="已查到考试合格记录" if met else NO_RECORD,
        present=facts.qualification.number if facts.qualification else "没有查到",
        needed="考试合格记录",
        advice=None
        if met
        else "请核对姓名和证件号码，证件号码应为参加考试时使用的号码；仍查不到的，请联系注册管理中心",
        path=FIELDS["qualification_id"].path,
    )
