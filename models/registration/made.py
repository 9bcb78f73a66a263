"""Papers made for a case: which file holds which, and for which entry of the journal it was made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tortoise import fields

from models.files.tables import StoredFile
from models.kernel.plain import plain
from models.kernel.rows import Row
from models.kernel.unit import Unit, unit_of_work
from models.registration.credentials import Certificate
from models.registration.events import PaperMade
from models.registration.tables import Registration


class PaperKind(StrEnum):
    """申请材料与文书"""

    APPLICATION_FORM = "APPLICATION_FORM"
    RECEIPT = "RECEIPT"
    DECISION_LETTER = "DECISION_LETTER"
    CERTIFICATE = "CERTIFICATE"


PAPER_WORDS = {
    PaperKind.APPLICATION_FORM: "申请表",
    PaperKind.RECEIPT: "回执",
    PaperKind.DECISION_LETTER: "通知书",
    PaperKind.CERTIFICATE: "注册证",
}


class Paper(Row):
    """One paper of a case. Two processes that make the same one meet at the unique key."""

    prefix = "ppr"

    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False
    )
    kind = fields.CharEnumField(PaperKind, max_length=24)
    entry_id = fields.BigIntField()
    file: fields.ForeignKeyRelation[StoredFile] = fields.ForeignKeyField(
        "zhiye.StoredFile", related_name=False
    )

    registration_id: int
    file_id: int

    class Meta:
        table = "paper"
        unique_together = (("registration_id", "kind", "entry_id"),)


class PaperOrder(Row):
    """A paper that an event calls for, with the facts as they were at that event.

    Written in the event's own transaction, so that whatever happens before the paper is made cannot change or
    lose it; gone when the paper is kept. `case_version` is the event's `subject_version`.
    """

    prefix = "ppo"

    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False
    )
    kind = fields.CharEnumField(PaperKind, max_length=24)
    case_version = fields.IntField()
    facts = fields.JSONField[dict[str, Any]]()

    registration_id: int

    class Meta:
        table = "paper_order"
        unique_together = (("registration_id", "kind", "case_version"),)


async def order_papers(case: Registration, papers: Mapping[PaperKind, object]) -> None:
    """Keep the facts of each paper; within the unit of work that records the event, after the case was stored."""
    for kind, facts in papers.items():
        await PaperOrder.create(
            registration_id=case.id, kind=kind, case_version=case.version, facts=plain(facts)
        )


async def ordered(registration_id: int, kind: PaperKind, case_version: int) -> PaperOrder | None:
    """What is still to be made for that version of the case."""
    return await PaperOrder.filter(
        registration_id=registration_id, kind=kind, case_version=case_version
    ).first()


async def is_made(registration_id: int, kind: PaperKind, entry_id: int) -> bool:
    return await Paper.filter(registration_id=registration_id, kind=kind, entry_id=entry_id).exists()


async def newest_papers(kind: PaperKind, registration_ids: Sequence[int]) -> dict[int, int]:
    """Case to the file of its newest paper of a kind."""
    rows = Paper.filter(kind=kind, registration_id__in=list(registration_ids)).order_by("entry_id", "id")
    return {row.registration_id: row.file_id for row in await rows}


@dataclass(frozen=True)
class PaperDue:
    """A paper to be kept: for which case, for which entry of the journal, and which order it fulfils."""

    registration_id: int
    kind: PaperKind
    entry_id: int
    order_id: int | None = None


@unit_of_work
async def keep_paper(unit: Unit, *, due: PaperDue, file_id: int) -> Paper:
    """Hang a finished file to its case; whoever watches the case is told that it can be had. The order is done."""
    case = await Registration.get(id=due.registration_id)
    paper = await Paper.create(registration_id=case.id, kind=due.kind, entry_id=due.entry_id, file_id=file_id)
    if due.order_id is not None:
        await PaperOrder.filter(id=due.order_id).delete()
    if due.kind is PaperKind.CERTIFICATE:
        await Certificate.filter(registration_id=case.id).update(document_id=file_id)
    unit.record(PaperMade(PAPER_WORDS[due.kind]), case)
    return paper
