"""Handing in, handing in again, throwing away: by the filer."""

from collections.abc import Iterable

from models.agencies.tables import Employer
from models.authorities.tables import Authority
from models.files.tables import StoredFile
from models.kernel.errors import InvalidField, Refused, UnmetRequirement
from models.kernel.rows import for_change
from models.kernel.rules import Finding, blocking
from models.kernel.unit import Unit, unit_of_work
from models.people.pinyin import spelled
from models.people.profile import profile_gaps
from models.people.reads import may_only_draft
from models.people.tables import Person
from models.registration.asked import require_asked
from models.registration.batches.entering import batch_words
from models.registration.bodies import region_of
from models.registration.digest import preview_digest
from models.registration.events import (
    RegistrationDiscarded,
    RegistrationResubmitted,
    RegistrationSubmitted,
)
from models.registration.experience import WorkExperience
from models.registration.form import FIELDS
from models.registration.gather import Assessment, assess, book_of
from models.registration.kinds import StageState
from models.registration.letters import receipt_paper
from models.registration.made import PaperKind, order_papers
from models.registration.numbers import next_number
from models.registration.papers import application_paper
from models.registration.reads import visible_to
from models.registration.relations import relations_to
from models.registration.route_events import ApplicationFormOrdered
from models.registration.stages import open_stage, plan, resume_stage, stage_with
from models.registration.steps.remarks import unanswered
from models.registration.tables import Attachment, Registration
from models.registration.words import KIND_WORDS, STAGE_WORDS
from models.registration.workflow import REGISTRATION


@unit_of_work
async def submit_registration(unit: Unit, *, id: int, version: int, digest: str) -> Registration:
    """Hand the case in: edition, route and receipt number are fixed, the first stage opens with its deadline.

    :raises Refused: the preview is not what was confirmed, or requirements are unmet (all of them).
    """
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    move = await REGISTRATION.require(case, "submit_registration", relations_to(case, unit.viewer, None))
    await _confirmed(case, digest)
    assessment = await assess(case)
    _refuse_unmet([*await _password_set(unit), *await profile_gaps(unit.viewer), *assessment.findings])
    await _fix(unit, case, assessment)
    REGISTRATION.enter(case, move)
    await case.store(
        "state", "kind", "edition", "region", "number", "sort_number", "spelled", "submitted_at", "filed_at"
    )
    await _complete_person(case)
    first = (await plan(case))[0]
    await open_stage(unit, case, first, None)
    word, number = STAGE_WORDS[first.kind], str(case.number)
    await _order_papers(case)
    batch = await batch_words(first)
    unit.record(RegistrationSubmitted(KIND_WORDS[case.kind], number, first.kind, word, batch), case)
    return case


@unit_of_work
async def resubmit_registration(unit: Unit, *, id: int, version: int, digest: str) -> Registration:
    """Hand a corrected case in again: it returns to the stage that returned it, and the clock goes on.

    :raises Refused: a remark is not answered, or requirements are unmet (all of them).
    """
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    move = await REGISTRATION.require(case, "resubmit_registration", relations_to(case, unit.viewer, None))
    await _confirmed(case, digest)
    _refuse_unmet([*await unanswered(case), *(await assess(case)).findings])
    stage = await stage_with(case, StageState.PAUSED)
    assert stage is not None, "a returned case has a paused stage"
    REGISTRATION.enter(case, move)
    case.resubmitted_at = unit.now
    await case.store("state", "resubmitted_at")
    await resume_stage(unit, case, stage)
    await _order_papers(case)
    word, batch = STAGE_WORDS[stage.kind], await batch_words(stage)
    unit.record(RegistrationResubmitted(str(case.number), stage.kind, word, batch), case)
    return case


@unit_of_work
async def discard_registration(unit: Unit, *, id: int, version: int) -> Registration:
    """Throw a draft away; what was typed and attached is erased."""
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    move = await REGISTRATION.require(case, "discard_registration", relations_to(case, unit.viewer, None))
    REGISTRATION.enter(case, move)
    await erase(case)
    unit.record(RegistrationDiscarded(), case)
    return case


async def erase(case: Registration) -> None:
    """Empty every field of the form and let go of the files; what remains says only that there was a draft."""
    columns = [column for column in FIELDS if column != "identity_kind"]
    for column in columns:
        setattr(case, column, FIELDS[column].empty)
    case.field_versions, case.qualification_number, case.qualified_on = {}, None, None
    await case.store("state", *columns, "field_versions", "qualification_number", "qualified_on")
    await Attachment.filter(registration_id=case.id).delete()
    await WorkExperience.filter(registration_id=case.id).delete()
    await StoredFile.filter(subject=case.prefix, subject_id=case.id).update(subject=None, subject_id=None)


@unit_of_work
async def prepare_application_form(unit: Unit, *, id: int, version: int) -> Registration:
    """Have the form printed as it stands, to be signed and stamped before it is attached (S4-29).

    :raises Refused: no signed form is asked for.
    """
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    await REGISTRATION.require(case, "prepare_application_form", relations_to(case, unit.viewer, None))
    require_asked("prepare_application_form", book_of(case).form(case.kind))
    await case.store()
    await order_papers(case, {PaperKind.APPLICATION_FORM: await application_paper(case)})
    unit.record(ApplicationFormOrdered(), case)
    return case


async def _order_papers(case: Registration) -> None:
    """Form and receipt, as they are handed in now."""
    papers = {
        PaperKind.APPLICATION_FORM: await application_paper(case),
        PaperKind.RECEIPT: await receipt_paper(case),
    }
    await order_papers(case, papers)


async def _password_set(unit: Unit) -> list[Finding]:
    """Whoever has only proved a mobile may draft, and sets a password before handing anything in."""
    if not await may_only_draft(unit.viewer):
        return []
    return [
        Finding(
            rule="PWD-1",
            law="账号安全要求",
            message="请先设置密码，再提交申请",
            present="未设置",
            needed="已设置密码",
            advice="设置一个至少10位、不常见的密码",
            path=("password",),
        )
    ]


async def _confirmed(case: Registration, digest: str) -> None:
    if await preview_digest(case) != digest:
        raise Refused(
            InvalidField(
                path=("input", "previewDigest"),
                message="申请内容在您确认之后有改动，请重新核对后再提交",
                received=digest[:64],
                wanted="最新预览的摘要",
            )
        )


def _refuse_unmet(findings: Iterable[Finding]) -> None:
    unmet = blocking(findings)
    if unmet:
        raise Refused(*(UnmetRequirement(message=one.message, path=one.path, finding=one) for one in unmet))


async def _fix(unit: Unit, case: Registration, assessment: Assessment) -> None:
    """What is frozen at the first submission."""
    authority = await Authority.get(id=case.authority_id)
    employer = await Employer.get_or_none(id=case.employer_id or 0)
    case.kind, case.edition, case.region, case.submitted_at = (
        assessment.kind,
        assessment.book.id,
        region_of(authority, employer),
        unit.now,
    )
    case.number = await next_number(unit, assessment.book.numbers.receipt, assessment.book, authority, None)
    case.filed_at = unit.now
    case.sort_number, case.spelled = case.number, spelled(case.name or "")


async def _complete_person(case: Registration) -> None:
    """What a newcomer's record still lacks is taken from the first form handed in."""
    person = await Person.get(id=case.applicant_id)
    known = {
        "name": case.name,
        "sex": case.sex,
        "birth_date": case.birth_date,
        "identity_number": case.identity_number,
        "email": case.email,
        "photo_id": case.photo_id,
    }
    new = {column: value for column, value in known.items() if value and not getattr(person, column)}
    if "identity_number" in new:
        new["identity_kind"] = case.identity_kind
    for column, value in new.items():
        setattr(person, column, value)
    if new:
        await person.store(*new)
