"""The cover and list of a batch (上报封面与清单): stamped by the body that reports it up."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from printing.render import render_pdf


@dataclass(frozen=True, kw_only=True, slots=True)
class BatchCoverRow:
    """One case."""

    place: int
    number: Annotated[str, "受理编号"]
    name: Annotated[str, "姓名"]
    identity_masked: Annotated[str, "证件号码"]
    kind: Annotated[str, "注册种类"]
    title: Annotated[str, "注册名称"]
    employer_name: Annotated[str, "聘用单位"]


@dataclass(frozen=True, kw_only=True, slots=True)
class BatchCoverData:
    """All that the list shows. `stamp_number` is empty until it has been stamped."""

    heading: Annotated[str, "批次"]
    authority_name: Annotated[str, "机构"]
    day: date
    deed: Annotated[str, "办理"]
    postponed: Annotated[str, "顺延"]
    stamp_number: Annotated[str, "用印编号"]
    stamped_on: date | None
    rows: tuple[BatchCoverRow, ...]
    demonstration: bool

    @property
    def title(self) -> str:
        """The document's name."""
        return f"{self.heading}清单"


def batch_cover(data: BatchCoverData) -> bytes:
    """A PDF/A-2u file, A4 upright, with the heading of the list on every page.

    Raises:
        UnprintableText: a character is in no installed font.
    """
    return render_pdf("batch_cover.html", data)
