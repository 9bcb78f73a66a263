"""Attaching files: one's own, looked into, fitting the slot of the checklist."""

from tortoise.expressions import Q

from models.files.tables import FilePurpose, FileState, StoredFile
from models.kernel.errors import FileRefused, InvalidField, LimitReached, NotFound, Refused
from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.professions.file_rules import misfit
from models.professions.rulebook import Demand
from models.registration.events import RegistrationSaved
from models.registration.form import attachment_key
from models.registration.gather import book_of, file_facts
from models.registration.kinds import AttachmentKind
from models.registration.reads import parts_visible_to, visible_to
from models.registration.relations import relations_to
from models.registration.steps.fields import mark
from models.registration.steps.remarks import answer
from models.registration.tables import Attachment, Registration
from models.registration.words import ATTACHMENT_WORDS
from models.registration.workflow import REGISTRATION

ATTACHMENTS_AT_MOST = 40


@unit_of_work
async def attach_to_registration(
    unit: Unit, *, id: int, version: int, kind: AttachmentKind, file_id: int
) -> Registration:
    """Put an uploaded file into a slot. :raises Refused: the slot is not asked for, or the file does not fit it."""
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    await REGISTRATION.require(case, "attach_to_registration", relations_to(case, unit.viewer, None))
    file = await _own_file(unit, case, file_id)
    wrong = misfit(_demand(case, kind), file_facts(file))
    if wrong:
        raise Refused(FileRefused(path=("input", "fileId"), message=wrong))
    if await Attachment.filter(registration_id=case.id).count() >= ATTACHMENTS_AT_MOST:
        raise Refused(
            LimitReached(
                path=("input", "fileId"),
                message=f"附件最多{ATTACHMENTS_AT_MOST}个",
                limit=ATTACHMENTS_AT_MOST,
            )
        )
    await Attachment.create(registration_id=case.id, kind=kind, file_id=file.id)
    await _show_with(file, case)
    return await _store(unit, case, kind)


@unit_of_work
async def detach_from_registration(unit: Unit, *, id: int, version: int, attachment_id: int) -> Registration:
    """Take a file out of its slot; it belongs to its uploader alone again."""
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    await REGISTRATION.require(case, "detach_from_registration", relations_to(case, unit.viewer, None))
    attachment = await Attachment.filter(
        parts_visible_to(unit.viewer), id=attachment_id, registration_id=case.id
    ).first()
    if attachment is None:
        raise NotFound
    await attachment.delete()
    if not await Attachment.filter(file_id=attachment.file_id).exists():
        await _hide(attachment.file_id)
    return await _store(unit, case, attachment.kind)


async def own_photo(unit: Unit, case: Registration, file_id: int) -> None:
    """The applicant's own clean photo, shown with the case from now on. :raises Refused: it is none."""
    file = await _own_file(unit, case, file_id)
    if file.purpose is not FilePurpose.PHOTO:
        raise Refused(FileRefused(path=("input", "basic", "photoFileId"), message="这不是照片，请用照片上传"))
    await _show_with(file, case)


async def _own_file(unit: Unit, case: Registration, file_id: int) -> StoredFile:
    free = Q(subject__isnull=True) | Q(subject=Registration.prefix, subject_id=case.id)
    file = await for_change(StoredFile, Q(owner_id=unit.viewer.account_id) & free, file_id)
    if file.state is not FileState.CLEAN:
        raise Refused(
            FileRefused(
                path=("input", "fileId"),
                message="文件已被拒绝，请重新上传"
                if file.state is FileState.REFUSED
                else "文件还没有上传完或正在检查",
            )
        )
    return file


def _demand(case: Registration, kind: AttachmentKind) -> Demand:
    demand = book_of(case).form(case.kind).demand_for(kind)
    if demand is None:
        raise Refused(
            InvalidField(
                path=("input", "kind"),
                message=f"这项申请不需要{ATTACHMENT_WORDS[kind]}",
                received=kind,
                wanted="附件清单中的种类",
            )
        )
    return demand


async def _store(unit: Unit, case: Registration, kind: AttachmentKind) -> Registration:
    mark(case, [attachment_key(kind)])
    await case.store("field_versions")
    await answer(case, [attachment_key(kind)])
    unit.record(RegistrationSaved(ATTACHMENT_WORDS[kind]), case)
    return case


async def _show_with(file: StoredFile, case: Registration) -> None:
    file.subject, file.subject_id = Registration.prefix, case.id
    await file.store("subject", "subject_id")


async def _hide(file_id: int) -> None:
    file = await StoredFile.get(id=file_id)
    file.subject = file.subject_id = None
    await file.store("subject", "subject_id")
