"""Class hours: entered by the person, imported from training providers, joined, confirmed by reviewers."""

from collections.abc import Sequence

from tortoise.expressions import Q

from models.education.checks import Study, checked, refuse_double
from models.education.events import HoursConfirmed, HoursDeclared, HoursJoined, HoursRejected, HoursRemoved
from models.education.kinds import HoursSource, HoursState
from models.education.reads import visible_to
from models.education.relations import relations_to
from models.education.tables import HoursRecord
from models.education.workflow import HOURS, HoursRelation
from models.files.tables import FileState, StoredFile
from models.kernel.errors import FileRefused, Forbidden, InvalidField, NotFound, Refused
from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import ViewerKind
from models.registration.steps.texts import LONGEST_REASON, written
from models.registration.tables import Registration
from models.registration.workflow import ENDED


@unit_of_work
async def import_hours_record(unit: Unit, *, person_id: int, study: Study) -> HoursRecord:
    """What a training provider reports counts at once. Only for the program itself and its imports."""
    if unit.viewer.kind is not ViewerKind.SYSTEM:
        raise Forbidden
    return await _add(unit, person_id, study, HoursSource.IMPORTED, "~import", HoursRelation.PROVIDER)


@unit_of_work
async def add_hours_record(unit: Unit, *, study: Study, proof_file_id: int | None = None) -> HoursRecord:
    """A record of one's own; it counts provisionally, until a reviewer has looked at its proof.

    :raises Refused: dates in the future or reversed, hours out of range, texts too long, or exactly this record exists.
    """
    if unit.viewer.kind is not ViewerKind.PERSON or unit.viewer.person_id is None:
        raise Forbidden("只有个人账号可以填写学时")
    row = await _add(
        unit, unit.viewer.person_id, study, HoursSource.DECLARED, "add_hours_record", HoursRelation.OWNER
    )
    if proof_file_id is not None:
        await _prove(unit, row, proof_file_id)
    return row


@unit_of_work
async def update_hours_record(
    unit: Unit, *, id: int, version: int, study: Study, proof_file_id: int | None = None
) -> HoursRecord:
    """:raises Refused: as for adding, or an application that is under review stands on it."""
    row = await _own(unit, id, version, "update_hours_record")
    values = checked(study)
    await refuse_double(row.person_id, values, besides=row.id)
    for column, value in values.items():
        setattr(row, column, value)
    await row.store(*values)
    if proof_file_id is not None:
        await _prove(unit, row, proof_file_id)
    unit.record(HoursDeclared(f"{row.hours:g}"), row)
    return row


@unit_of_work
async def remove_hours_record(unit: Unit, *, id: int, version: int) -> HoursRecord:
    """:raises Refused: an application that is under review stands on it."""
    row = await _own(unit, id, version, "remove_hours_record")
    HOURS.enter(row, await HOURS.require(row, "remove_hours_record", {HoursRelation.OWNER}))
    await row.store("state")
    unit.record(HoursRemoved(f"{row.hours:g}"), row)
    return row


@unit_of_work
async def join_hours_record(unit: Unit, *, id: int, version: int, with_id: int) -> HoursRecord:
    """The declared record is the imported one over again, and counts no more. :raises Refused: it is not."""
    row = await for_change(HoursRecord, visible_to(unit.viewer), id, version)
    move = await HOURS.require(row, "join_hours_record", await relations_to(row, unit.viewer))
    other = await HoursRecord.filter(visible_to(unit.viewer), id=with_id).first()
    if other is None:
        raise NotFound
    same = (other.person_id, other.profession) == (row.person_id, row.profession)
    if not same or other.state is not HoursState.CONFIRMED or other.id == row.id:
        raise Refused(
            InvalidField(
                path=("input", "withId"),
                message="只能与本人同一执业资格、已认定的学时记录合并",
                received=f"{other.provider_name}（{HOURS.words[other.state]}）",
                wanted="培训机构导入的记录",
            )
        )
    HOURS.enter(row, move)
    row.joined_to_id = other.id
    await row.store("state", "joined_to_id")
    unit.record(HoursJoined(f"{row.hours:g}"), row)
    return row


@unit_of_work
async def confirm_hours_record(unit: Unit, *, id: int, version: int) -> HoursRecord:
    """The proof is good: by a reviewer who holds an application of the person."""
    row = await for_change(HoursRecord, visible_to(unit.viewer), id, version)
    move = await HOURS.require(row, "confirm_hours_record", await relations_to(row, unit.viewer))
    HOURS.enter(row, move)
    await row.store("state")
    unit.record(HoursConfirmed(f"{row.hours:g}"), row)
    return row


@unit_of_work
async def reject_hours_record(unit: Unit, *, id: int, version: int, reason: str) -> HoursRecord:
    """The proof is not good, and why. :raises Refused: no reason."""
    row = await for_change(HoursRecord, visible_to(unit.viewer), id, version)
    move = await HOURS.require(row, "reject_hours_record", await relations_to(row, unit.viewer))
    text = written(reason, "reason", LONGEST_REASON)
    if not text:
        raise Refused(InvalidField(path=("input", "reason"), message="请写明不予认定的原因"))
    HOURS.enter(row, move)
    row.reason = text
    await row.store("state", "reason")
    unit.record(HoursRejected(f"{row.hours:g}"), row)
    return row


async def write_imported(unit: Unit, studies: Sequence[tuple[int, Study]]) -> list[HoursRecord]:
    """Many records of training providers at once, each of a person; in the unit of work of their import."""
    (move,) = HOURS.moves_of("~import")
    rows = [
        HoursRecord(person_id=person, source=HoursSource.IMPORTED, created_at=unit.now, **checked(study))
        for person, study in studies
    ]
    for row in rows:
        HOURS.enter(row, move)
    last = await HoursRecord.all().order_by("-id").first()
    await HoursRecord.bulk_create(rows)
    people = {person for person, _ in studies}
    # Tortoise gives rows that it creates in bulk no keys: they are read back.
    own = HoursRecord.filter(person_id__in=people, source=HoursSource.IMPORTED, created_at=unit.now)
    made = await own.filter(id__gt=last.id if last else 0).order_by("id")
    for row in made:
        unit.record(HoursConfirmed(f"{row.hours:g}"), row)
    return made


async def join_imported(unit: Unit, own: HoursRecord, imported: HoursRecord) -> None:
    """What the person has entered is the imported record over again."""
    HOURS.enter(own, await HOURS.require(own, "~join", {HoursRelation.PROVIDER}))
    own.joined_to_id = imported.id
    await own.store("state", "joined_to_id")
    unit.record(HoursJoined(f"{own.hours:g}"), own)


async def _add(  # noqa: PLR0913, PLR0917 the columns of a fresh row
    unit: Unit, person_id: int, study: Study, source: HoursSource, action: str, relation: HoursRelation
) -> HoursRecord:
    values = checked(study)
    await refuse_double(person_id, values)
    row = HoursRecord(person_id=person_id, source=source, **values)
    (move,) = HOURS.moves_of(action)
    HOURS.enter(row, move)
    await row.save(force_create=True)
    event: type[HoursConfirmed | HoursDeclared] = (
        HoursConfirmed if relation is HoursRelation.PROVIDER else HoursDeclared
    )
    unit.record(event(f"{row.hours:g}"), row)
    return row


async def _own(unit: Unit, id: int, version: int, action: str) -> HoursRecord:
    """The viewer's own, unless it lies before reviewers: what they look at stays as it is."""
    row = await for_change(HoursRecord, visible_to(unit.viewer), id, version)
    await HOURS.require(row, action, await relations_to(row, unit.viewer))
    running = Registration.filter(
        Q(applicant_id=row.person_id, profession=row.profession, submitted_at__isnull=False)
    ).exclude(state__in=[*ENDED, "RETURNED"])
    if await running.exists():
        raise Refused(
            InvalidField(
                path=("input", "id"), message="您的申请正在审核，学时记录不能改动；退回补正时可以修改"
            )
        )
    return row


async def _prove(unit: Unit, row: HoursRecord, file_id: int) -> None:
    """One's own clean file, shown with the record from now on."""
    file = await for_change(StoredFile, Q(owner_id=unit.viewer.account_id, subject__isnull=True), file_id)
    if file.state is not FileState.CLEAN:
        raise Refused(FileRefused(path=("input", "proofFileId"), message="文件还没有上传完，或已被拒绝"))
    file.subject, file.subject_id = row.prefix, row.id
    await file.store("subject", "subject_id")
    row.proof_id = file.id
    await row.store("proof_id")
