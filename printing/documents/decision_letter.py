"""Letters of decisions: 退回补正通知书, 不予受理决定书, 不予注册决定书 with all reasons at once, 准予注销注册决定书 with what ends."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from printing.render import render_pdf


class LetterKind(StrEnum):
    """What the authority lets the applicant know."""

    RETURNED = "RETURNED"
    NOT_ACCEPTED = "NOT_ACCEPTED"
    REFUSED = "REFUSED"
    DEREGISTERED = "DEREGISTERED"


LETTER_TITLES = {
    LetterKind.RETURNED: "退回补正通知书",
    LetterKind.NOT_ACCEPTED: "不予受理决定书",
    LetterKind.REFUSED: "不予注册决定书",
    LetterKind.DEREGISTERED: "准予注销注册决定书",
}

REVIEW_DAYS = 60
"""To ask for administrative reconsideration: 行政复议法 (2023) art. 20."""

SUIT_MONTHS = 6
"""To go to court: 行政诉讼法 art. 46."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """One thing to correct: which field or attachment, and what is wrong with it; or one thing that ends."""

    subject: Annotated[str, "补正事项"]
    text: Annotated[str, "补正意见"]
    law: Annotated[str, "依据"] = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One requirement that is not met: rule, law, value now and value needed."""

    rule: Annotated[str, "规则编号"]
    law: Annotated[str, "依据"]
    message: Annotated[str, "理由"]
    present: Annotated[str, "现值"] = ""
    needed: Annotated[str, "要求"] = ""
    advice: Annotated[str, "怎样满足"] = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionLetterData:
    """All that a letter says."""

    letter: LetterKind
    document_number: Annotated[str, "文号"]
    applicant: Annotated[str, "申请人"]
    profession: Annotated[str, "执业资格"]
    grade: Annotated[str, "级别"]
    kind: Annotated[str, "注册种类"]
    registration_number: Annotated[str, "受理回执号"]
    submitted_on: date
    authority_name: Annotated[str, "机构"]
    authority_contact: Annotated[str, "机构联系方式"]
    issued_on: date
    law: Annotated[str, "依据"]
    """The article under which the authority writes: 《注册消防工程师管理规定》第十三条."""
    remarks: tuple[Remark, ...] = ()
    reasons: tuple[Reason, ...] = ()
    filed_by: Annotated[str, "申请单位"] = ""
    """The employer, where it was not the person."""
    answer_by: date | None = None
    """Last day to answer a return."""
    review_body: Annotated[str, "复议机关"] = ""
    """Who hears an administrative reconsideration of the decision."""
    demonstration: bool

    @property
    def title(self) -> str:
        """The document's name."""
        return LETTER_TITLES[self.letter]

    @property
    def review_days(self) -> int:
        """How long a reconsideration may be asked for."""
        return REVIEW_DAYS

    @property
    def suit_months(self) -> int:
        """How long a suit may be brought."""
        return SUIT_MONTHS


def decision_letter(data: DecisionLetterData) -> bytes:
    """A PDF/A-2u file, A4 upright, pages numbered.

    Raises:
        UnprintableText: a character is in no installed font.
        ValueError: a letter without any remark or reason.
    """
    if not data.remarks and not data.reasons:
        raise ValueError("a letter needs a remark or a reason")
    return render_pdf("decision_letter.html", data)
