"""Starting a case and filling it in: by its filer, in any order, with any gaps."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tortoise.expressions import Q

from models.agencies.tables import Employer, Employment
from models.authorities.kinds import Profession
from models.authorities.tables import Authority
from models.kernel.clock import today
from models.kernel.errors import (
    Duplicate,
    Forbidden,
    InvalidField,
    NotFound,
    Refused,
    UnmetRequirement,
    WrongState,
)
from models.kernel.journal import last_of
from models.kernel.rows import for_change
from models.kernel.rules import blocking
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import ViewerKind
from models.people.profile import profile_gaps
from models.people.tables import Person, Qualification
from models.professions.common_rules import conflicting
from models.professions.shelf import rulebook_on
from models.registration.bodies import bodies_of, region_of
from models.registration.credentials import Certificate
from models.registration.employer_turn import VOUCHED, vouched_for
from models.registration.events import (
    AuthorityChosen,
    PledgeAccepted,
    RegistrationSaved,
    RegistrationStarted,
)
from models.registration.form import AUTHORITY, FIELDS
from models.registration.gather import book_of
from models.registration.kinds import ChangeItem, RegistrationKind, StageState
from models.registration.reads import visible_to
from models.registration.relations import relations_to
from models.registration.startable import Footing, door, footing
from models.registration.steps.fields import changed, checked, mark
from models.registration.steps.files import own_photo
from models.registration.steps.prefilling import (
    of_certificate,
    of_employer,
    of_person,
    of_qualification,
)
from models.registration.steps.remarks import answer
from models.registration.tables import Registration, RegistrationStage
from models.registration.words import KIND_WORDS
from models.registration.workflow import REGISTRATION

EMPLOYER_COLUMNS = {"employer_id", "employer_name", "employer_code"}


@unit_of_work
async def start_registration(
    unit: Unit,
    *,
    profession: Profession,
    kind: RegistrationKind,
    certificate_id: int | None = None,
    person_id: int | None = None,
) -> Registration:
    """A draft with what is known of the person, or what is registered, already filled in.

    :param certificate_id: the certificate it is about, to be sure that it is still the newest.
    :param person_id: who is to be deregistered, where the employer files.
    :raises Refused: the kind is not open to this person now, or a case of it is open already.
    """
    person = await _applicant(unit, kind, profession, person_id)
    book, on = rulebook_on(profession), await footing(person.id, profession)
    for other in on.hindering(kind):
        if conflicting(kind, other.kind):
            raise Refused(
                Duplicate(
                    path=("input", "kind"),
                    message=f"您有一件{KIND_WORDS[other.kind]}（{other.number or '草稿'}）正在办理",
                    existing=other.global_id,
                )
            )
    unmet = [*await profile_gaps(unit.viewer), *blocking((await door(on, book, kind, today())).findings)]
    if unmet:
        raise Refused(
            *(UnmetRequirement(message=one.message, finding=one, path=("input", "kind")) for one in unmet)
        )
    about = await _about(on, kind, certificate_id)
    known = await (of_certificate(about, person) if about else of_person(person, profession))
    settled = book.settle_kind(kind, known.get("qualified_on"), today())
    case = await Registration.create(
        profession=profession, kind=settled, edition=book.id, applicant_id=person.id, **known
    )
    unit.record(RegistrationStarted(KIND_WORDS[settled]), case)
    return case


@unit_of_work
async def accept_pledge(unit: Unit, *, id: int, version: int, pledge_edition: str) -> Registration:
    """Tick the pledge. :raises Refused: another edition of it is in force than the one that was read."""
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    await REGISTRATION.require(case, "accept_pledge", relations_to(case, unit.viewer, None))
    wanted = book_of(case).form(case.kind).pledge.edition
    if pledge_edition != wanted:
        raise Refused(
            InvalidField(
                path=("input", "pledgeEdition"),
                message="诚信承诺书已更新，请阅读新的版本后再勾选",
                received=pledge_edition,
                wanted=wanted,
            )
        )
    case.pledge_edition = pledge_edition
    await case.store("pledge_edition")
    unit.record(PledgeAccepted(pledge_edition), case)
    return case


@unit_of_work
async def save_registration(unit: Unit, *, id: int, version: int, changes: Mapping[str, Any]) -> Registration:
    """Save some fields (columns of the form to values), complete or not.

    A save that read an older version is merged when nobody else changed the same fields since.
    :raises Refused: a text is too long, a file or qualification is not one's own, or StaleVersion with differences.
    """
    case = await for_change(Registration, visible_to(unit.viewer), id)
    await REGISTRATION.require(case, "save_registration", relations_to(case, unit.viewer, None))
    new = changed(case, version, checked(changes))
    if not new:
        return case
    new |= await _consequences(unit, case, new)
    await _keep_employer(case, new)
    for column, value in new.items():
        setattr(case, column, value)
    mark(case, new)
    await case.store(*new, "field_versions")
    await answer(case, new)
    unit.record(RegistrationSaved("、".join(FIELDS[one].label for one in new if one in FIELDS)), case)
    return case


async def _keep_employer(case: Registration, new: Mapping[str, Any]) -> None:
    """Another employer would have to report the case up first. :raises Refused: it was reported up already."""
    for column in EMPLOYER_COLUMNS & new.keys():
        if new[column] != getattr(case, column) and await vouched_for(case):
            raise Refused(
                InvalidField(
                    path=("input", *FIELDS.get(column, FIELDS["employer_name"]).path),
                    message=VOUCHED,
                    wanted=case.employer_name,
                )
            )


@unit_of_work
async def choose_authority(unit: Unit, *, id: int, version: int, authority_id: int) -> Registration:
    """Choose the body that reviews. Another than the advised one is allowed, with a warning among the findings."""
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    await REGISTRATION.require(case, "choose_authority", relations_to(case, unit.viewer, None))
    authority = await Authority.get_or_none(id=authority_id)
    if authority is None or case.profession not in authority.professions:
        raise Refused(
            InvalidField(
                path=("input", "authorityId"),
                message="该机构不办理此项注册",
                received=authority.name if authority else None,
                wanted="办理此项注册的机构",
            )
        )
    case.authority_id = authority.id
    mark(case, [AUTHORITY.column])
    if case.submitted_at is not None:
        await _move_route(case, authority)
    await case.store("authority_id", "region", "standing_at_id", "field_versions")
    unit.record(AuthorityChosen(authority.name), case)
    return case


async def _move_route(case: Registration, authority: Authority) -> None:
    """A case returned by its first stage may go to another body; later it may not."""
    stages = await RegistrationStage.filter(registration_id=case.id).order_by("place")
    if stages[0].state is not StageState.PAUSED:
        raise Refused(WrongState(message="第一个环节已通过，不能更换机构", event=await last_of(case)))
    case.region = region_of(authority, await Employer.get_or_none(id=case.employer_id or 0))
    bodies = await bodies_of(book_of(case).form(case.kind), case.profession, authority)
    for stage in stages:
        stage.authority_id = bodies[stage.kind]
        await stage.store("authority_id")
    case.standing_at_id = stages[0].authority_id


async def _applicant(unit: Unit, kind: RegistrationKind, profession: str, person_id: int | None) -> Person:
    """Whom the case is about, locked, so that two starts at once are one after the other.

    A person files for himself or herself, an employer a forced deregistration of somebody it employs.
    """
    forced = kind is RegistrationKind.FORCED_DEREGISTRATION
    if not forced and unit.viewer.kind is ViewerKind.PERSON and unit.viewer.person_id is not None:
        return await for_change(Person, Q(), unit.viewer.person_id)
    if not forced or unit.viewer.kind is not ViewerKind.EMPLOYER:
        raise Forbidden("强制注销由聘用单位申请" if forced else "只有个人账号可以申请注册")
    employed = Employment.filter(
        employer_id=unit.viewer.employer_id, person_id=person_id or 0, profession=profession, until=None
    )
    if not await employed.exists():
        raise NotFound("本单位没有这名在册人员")
    return await for_change(Person, Q(), person_id or 0)


async def _about(on: Footing, kind: RegistrationKind, certificate_id: int | None) -> Certificate | None:
    """The certificate that the case is about. :raises NotFound: another one was named than the one in question."""
    if kind in (RegistrationKind.INITIAL, RegistrationKind.LATE_INITIAL):
        return None
    if certificate_id is not None and (on.newest is None or on.newest.id != certificate_id):
        raise NotFound("没有找到这张注册证，或它已换发")
    return on.newest


async def _consequences(unit: Unit, case: Registration, new: Mapping[str, Any]) -> dict[str, Any]:
    """Columns that follow from the changed ones: the employer's record, the qualification's numbers, the kind."""
    found: dict[str, Any] = {}
    if new.get("photo_id") is not None:
        await own_photo(unit, case, new["photo_id"])
    if "qualification_id" in new:
        found |= await _qualification(case, new["qualification_id"])
    if new.get("employer_id") is not None:
        found |= _unless_typed(new, await _employer(new["employer_id"]))
    elif "employer_code" in new or "employer_name" in new:
        found |= await _employer_by_code(case, new)
    found |= await _of_another_number(case, new) if "qualification_id" not in new else {}
    if case.submitted_at is None:
        found["kind"] = settled_kind(case, found.get("qualified_on", case.qualified_on))
    return {column: value for column, value in found.items() if value != getattr(case, column)}


async def _qualification(case: Registration, key: int | None) -> dict[str, Any]:
    if key is None:
        return {"qualification_number": None, "qualified_on": None, "grade": None}
    row = await Qualification.get_or_none(id=key, person_id=case.applicant_id, profession=case.profession)
    if row is None:
        raise NotFound("没有找到这份资格证书")
    return of_qualification(row)


async def _of_another_number(case: Registration, new: Mapping[str, Any]) -> dict[str, Any]:
    """A qualification that was found by the identity number goes when the number does."""
    if "identity_number" not in new or case.qualification_id is None:
        return {}
    row = await Qualification.get(id=case.qualification_id)
    if row.found_for in (None, new["identity_number"]):
        return {}
    return {"qualification_id": None} | await _qualification(case, None)


def settled_kind(case: Registration, qualified_on: date | None) -> RegistrationKind:
    """Initial, or late by now."""
    return book_of(case).settle_kind(RegistrationKind(case.kind), qualified_on, today())


async def _employer(key: int) -> dict[str, Any]:
    row = await Employer.get_or_none(id=key)
    if row is None:
        raise NotFound("没有找到这个单位")
    return of_employer(row)


def _unless_typed(new: Mapping[str, Any], recorded: Mapping[str, Any]) -> dict[str, Any]:
    """Name and code are the record's; what else was typed in the same save stands above the record."""
    return {
        column: value
        for column, value in recorded.items()
        if column in ("employer_name", "employer_code") or new.get(column) is None
    }


async def _employer_by_code(case: Registration, new: Mapping[str, Any]) -> dict[str, Any]:
    """A typed credit code finds the employer on record, so that name and record cannot differ.

    A change of the employer's name is what brings the new one into the record.
    """
    code = new.get("employer_code", case.employer_code)
    row = await Employer.get_or_none(credit_code=code) if code else None
    if row is None:
        return {"employer_id": None}
    renamed = ChangeItem.EMPLOYER_NAME in new.get("changes", case.changes)
    return {"employer_id": row.id} | ({} if renamed else {"employer_name": row.name})
