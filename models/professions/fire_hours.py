"""注册消防工程师: the class hours of continuing education that a registration needs, but the first one in time (FIRE-HOURS)."""

from collections.abc import Iterable

from models.kernel.rules import Finding, Severity
from models.professions.asking import Say, full_years
from models.professions.facts import CaseFacts
from models.registration.form import attachment_path
from models.registration.kinds import AttachmentKind, RegistrationKind

YEARLY_HOURS = {"法律法规与职业道德": 4, "专业技术": 12, "消防安全管理": 4}
"""Of every year, by part (secondary source)."""
PERIOD_YEARS = 3
"""How long a registration is valid."""


def hours_words(years: int) -> str:
    """40学时：法律法规与职业道德8、专业技术24、消防安全管理8."""
    parts = "、".join(f"{part}{hours * years}" for part, hours in YEARLY_HOURS.items())
    return f"{sum(YEARLY_HOURS.values()) * years}学时：{parts}"


HOURS_WORDS = f"每年{hours_words(1)}"


def hours_proved(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """Hours of every full year since the qualification (late initial), or of a whole period of registration.

    The service has no record of hours: the reviewer counts them on the proof, so that a proof is a reminder to
    the reviewer and never passes for hours.
    """
    years, since = _years(facts)
    if not years:
        return
    proofs = facts.attachments.get(AttachmentKind.HOURS_PROOF, ())
    wanted = hours_words(years)
    yield say(
        severity=Severity.WARNING if proofs else Severity.BLOCKING,
        message=f"继续教育证明须由审核人员核对，合计应满{wanted}"
        if proofs
        else f"继续教育还差{wanted}（没有证明）",
        present=f"已上传证明{len(proofs)}份，学时待核对" if proofs else "0学时（没有证明）",
        needed=f"{since}，共{wanted}",
        advice="请核对证明上的学时" if proofs else "请上传继续教育证明",
        path=attachment_path(AttachmentKind.HOURS_PROOF),
    )


def _years(facts: CaseFacts) -> tuple[int, str]:
    """Of how many years hours are needed, and the words for it; 0: of none."""
    if facts.kind in (RegistrationKind.RENEWAL, RegistrationKind.RE_REGISTRATION):
        return PERIOD_YEARS, f"上一注册期{PERIOD_YEARS}年"
    if facts.kind is not RegistrationKind.LATE_INITIAL or facts.qualification is None:
        return 0, ""
    years = full_years(facts.qualification.obtained_on, facts.day)
    return years, f"取得资格满{years}年"
