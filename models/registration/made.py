"""Papers made for a case: which file holds which, and for which entry of the journal it was made."""

from collections.abc import Sequence
from enum import StrEnum

from tortoise import fields

from models.files.tables import StoredFile
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


async def is_made(registration_id: int, kind: PaperKind, entry_id: int) -> bool:
    return await Paper.filter(registration_id=registration_id, kind=kind, entry_id=entry_id).exists()


async def newest_papers(kind: PaperKind, registration_ids: Sequence[int]) -> dict[int, int]:
    """Case to the file of its newest paper of a kind."""
    rows = Paper.filter(kind=kind, registration_id__in=list(registration_ids)).order_by("entry_id", "id")
    return {row.registration_id: row.file_id for row in await rows}


@unit_of_work
async def keep_paper(
    unit: Unit, *, registration_id: int, kind: PaperKind, entry_id: int, file_id: int
) -> Paper:
    """Hang a finished file to its case; whoever watches the case is told that it can be had."""
    case = await Registration.get(id=registration_id)
    paper = await Paper.create(registration_id=case.id, kind=kind, entry_id=entry_id, file_id=file_id)
    if kind is PaperKind.CERTIFICATE:
        await Certificate.filter(registration_id=case.id).update(document_id=file_id)
    unit.record(PaperMade(PAPER_WORDS[kind]), case)
    return paper
