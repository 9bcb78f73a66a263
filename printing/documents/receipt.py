"""What the applicant takes home: the receipt of a submission (提交回执), of a corrected one, of the acceptance (受理凭证)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from printing.qr import qr_part
from printing.render import render_pdf


class ReceiptKind(StrEnum):
    """Which of them it is."""

    SUBMISSION = "SUBMISSION"
    RESUBMISSION = "RESUBMISSION"
    ACCEPTANCE = "ACCEPTANCE"


RECEIPT_TITLES = {
    ReceiptKind.SUBMISSION: "提交回执",
    ReceiptKind.RESUBMISSION: "补正提交回执",
    ReceiptKind.ACCEPTANCE: "受理凭证",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class NextStep:
    """A stage to come: by whom, within how many working days, until when at the latest."""

    stage: Annotated[str, "环节"]
    authority_name: Annotated[str, "办理机构"]
    workdays: int | None
    due_on: date | None
    """None while the stage before it is open: its clock has not started."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReceiptData:
    """All that a receipt shows."""

    receipt: ReceiptKind
    number: Annotated[str, "受理回执号"]
    applicant: Annotated[str, "申请人"]
    identity_masked: Annotated[str, "证件号码"]
    profession: Annotated[str, "执业资格"]
    grade: Annotated[str, "级别"]
    kind: Annotated[str, "注册种类"]
    employer_name: Annotated[str, "聘用单位"]
    authority_name: Annotated[str, "受理机构"]
    authority_contact: Annotated[str, "机构联系方式"]
    submitted_at: datetime
    resubmitted_at: datetime | None = None
    """When the corrected application came in; a receipt of a resubmission has it."""
    accepted_on: date | None
    """The day of acceptance; an acceptance receipt has one."""
    materials: Annotated[tuple[str, ...], "提交材料"]
    next_steps: tuple[NextStep, ...]
    law: Annotated[str, "依据"]
    progress_url: Annotated[str, "进度地址"]
    demonstration: bool

    @property
    def title(self) -> str:
        """The document's name."""
        return f"{self.kind}申请{RECEIPT_TITLES[self.receipt]}"


def receipt(data: ReceiptData) -> bytes:
    """A PDF/A-2u file, A4 upright.

    Raises:
        UnprintableText: a character is in no installed font.
        ValueError: an acceptance without its day, a resubmission without its time.
    """
    if data.receipt is ReceiptKind.RESUBMISSION and data.resubmitted_at is None:
        raise ValueError("a resubmission needs its time, resubmitted_at")
    if data.receipt is ReceiptKind.ACCEPTANCE and data.accepted_on is None:
        raise ValueError("an acceptance needs its day, accepted_on")
    return render_pdf("receipt.html", data, {"qr": qr_part(data.progress_url)})
