"""Asking for a correction, confirming it, applying it, refusing it, taking it back (S2-26)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tortoise.exceptions import IntegrityError

from models.authorities.kinds import Profession
from models.authorities.tables import Authority
from models.files.tables import FileState, StoredFile
from models.kernel.errors import Duplicate, FileRefused, Forbidden, InvalidField, Refused
from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import ViewerKind
from models.people.corrections.checks import checked, what_of
from models.people.corrections.events import (
    CorrectionApplied,
    CorrectionConfirmed,
    CorrectionRefused,
    CorrectionRequested,
    CorrectionWithdrawn,
)
from models.people.corrections.kinds import CorrectionState
from models.people.corrections.reads import visible_to
from models.people.corrections.tables import IdentityCorrection
from models.people.corrections.where import centre_of, place_of
from models.people.corrections.workflow import CORRECTION, relations_to
from models.people.kinds import IdentityKind
from models.people.tables import Person
from models.registration.steps.texts import LONGEST_REASON, written

UNDER_WAY = (CorrectionState.SUBMITTED, CorrectionState.CONFIRMED)
MOST_PROOFS = 5


@dataclass(frozen=True)
class Wanted:
    """What the record should say; None stays as it is."""

    name: str | None = None
    identity_kind: IdentityKind | None = None
    identity_number: str | None = None
    birth_date: date | None = None


@unit_of_work
async def request_identity_correction(
    unit: Unit, *, wanted: Wanted, proof_ids: Sequence[int]
) -> IdentityCorrection:
    """:raises Refused: InvalidField: nothing differs, a value or a proof is not good; Duplicate: one is under way."""
    if unit.viewer.kind is not ViewerKind.PERSON or unit.viewer.person_id is None:
        raise Forbidden
    person = await Person.filter(id=unit.viewer.person_id).select_for_update().get()
    values = checked(person, wanted.name, wanted.identity_kind, wanted.identity_number, wanted.birth_date)
    place = await place_of(person.id)
    if place is None:
        raise Refused(InvalidField(message="您还没有注册信息，不需要更正：请在申请中直接修改"))
    if open_one := await IdentityCorrection.filter(person_id=person.id, state__in=UNDER_WAY).first():
        raise Refused(Duplicate(message="您有一件更正申请正在办理", existing=open_one.global_id))
    row = await IdentityCorrection.create(
        person_id=person.id,
        body_id=place.body.id,
        authority_id=place.body.id,
        profession=place.profession,
        region=place.region,
        **values,
    )
    await _hang(unit, row, proof_ids)
    unit.record(CorrectionRequested(what_of(row), place.body.name), row)
    return row


@unit_of_work
async def confirm_identity_correction(unit: Unit, *, id: int, version: int) -> IdentityCorrection:
    """The papers are good: on to the centre. :raises Forbidden: not at the body. :raises Refused: WrongState."""
    row = await for_change(IdentityCorrection, visible_to(unit.viewer), id, version)
    move = await CORRECTION.require(row, "confirm_identity_correction", relations_to(row, unit.viewer))
    body = await Authority.get(id=row.body_id)
    centre = await centre_of(Profession(row.profession), body)
    CORRECTION.enter(row, move)
    row.confirmed_by, row.authority_id = unit.viewer.reviewer_id, centre.id
    await row.store("state", "confirmed_by", "authority_id")
    unit.record(CorrectionConfirmed(what_of(row), body.name, centre.name), row)
    return row


@unit_of_work
async def apply_identity_correction(unit: Unit, *, id: int, version: int) -> IdentityCorrection:
    """The register says it from now on; what it said is kept with the correction.

    :raises Forbidden: not at the centre, or by whoever confirmed. :raises Refused: InvalidField, Duplicate, WrongState.
    """
    row = await for_change(IdentityCorrection, visible_to(unit.viewer), id, version)
    move = await CORRECTION.require(row, "apply_identity_correction", relations_to(row, unit.viewer))
    person = await Person.filter(id=row.person_id).select_for_update().get()
    values = checked(person, row.name, row.identity_kind, row.identity_number, row.birth_date)
    row.was = {column: str(getattr(person, column) or "") for column in values}
    await _write(person, values)
    CORRECTION.enter(row, move)
    await row.store("state", "was")
    unit.record(CorrectionApplied(what_of(row)), row)
    return row


@unit_of_work
async def refuse_identity_correction(unit: Unit, *, id: int, version: int, reason: str) -> IdentityCorrection:
    """:raises Forbidden: not where it waits. :raises Refused: InvalidField: no reason; WrongState."""
    row = await for_change(IdentityCorrection, visible_to(unit.viewer), id, version)
    move = await CORRECTION.require(row, "refuse_identity_correction", relations_to(row, unit.viewer))
    row.reason = written(reason, "reason", LONGEST_REASON)
    if row.reason is None:
        raise Refused(InvalidField(path=("input", "reason"), message="请写明不通过的原因", wanted="原因"))
    CORRECTION.enter(row, move)
    await row.store("state", "reason")
    unit.record(CorrectionRefused(what_of(row)), row)
    return row


@unit_of_work
async def withdraw_identity_correction(unit: Unit, *, id: int, version: int) -> IdentityCorrection:
    """By the person, until it is confirmed. :raises Refused: WrongState."""
    row = await for_change(IdentityCorrection, visible_to(unit.viewer), id, version)
    move = await CORRECTION.require(row, "withdraw_identity_correction", relations_to(row, unit.viewer))
    CORRECTION.enter(row, move)
    await row.store("state")
    unit.record(CorrectionWithdrawn(), row)
    return row


async def _hang(unit: Unit, row: IdentityCorrection, proof_ids: Sequence[int]) -> None:
    """The proofs belong to the correction from now on: whoever handles it may see them."""
    keys = list(dict.fromkeys(proof_ids))
    if not 0 < len(keys) <= MOST_PROOFS:
        raise Refused(
            InvalidField(
                path=("input", "proofFileIds"),
                message=f"请上传 1 至 {MOST_PROOFS} 份证明材料，收到 {len(keys)} 份",
                received=f"{len(keys)} 份",
                wanted=f"1 至 {MOST_PROOFS} 份",
            )
        )
    own = StoredFile.filter(id__in=keys, owner_id=unit.viewer.account_id, state=FileState.CLEAN, subject=None)
    if await own.update(subject=IdentityCorrection.prefix, subject_id=row.id) != len(keys):
        raise Refused(
            FileRefused(
                path=("input", "proofFileIds"), message="证明材料不存在、未通过检查或已用于别处，请重新上传"
            )
        )
    row.proof_ids = keys
    await row.store("proof_ids")


async def _write(person: Person, values: dict[str, object]) -> None:
    number = values.get("identity_number")
    taken = Duplicate(path=("input", "identityNumber"), message="这个号码已在另一份注册信息中，请先核对")
    if number and await Person.filter(identity_number=number).exclude(id=person.id).exists():
        raise Refused(taken)
    for column, value in values.items():
        setattr(person, column, value)
    try:
        await person.store(*values)
    except IntegrityError:
        raise Refused(taken) from None
