"""What if: another kind, day, employer or specialty, judged by the rules that judge a submission. Nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.agencies.tables import Employer, Employment
from models.authorities.kinds import Profession
from models.authorities.tables import Authority
from models.kernel.clock import today
from models.kernel.errors import Forbidden, NotFound, Unauthenticated
from models.kernel.rules import Finding
from models.kernel.viewer import Viewer, ViewerKind
from models.kernel.workdays import work_calendar
from models.people.tables import Person
from models.professions.rulebook import Rulebook
from models.professions.shelf import rulebook_on
from models.registration.batches.kinds import KIND_OF_STAGE
from models.registration.batches.upcoming import Place, upcoming_batches
from models.registration.bodies import bodies_of
from models.registration.gather import Assessment, facts_of
from models.registration.kinds import ChangeItem, RegistrationKind, RegistrationState
from models.registration.reads import visible_to
from models.registration.shown import AdviceShown, DemandShown, advice_shown, demands_shown
from models.registration.startable import footing, not_open
from models.registration.steps.prefilling import of_certificate, of_employer, of_person
from models.registration.surrounding import Surrounding, surrounding
from models.registration.tables import Registration
from models.registration.timetable import PlannedStage, timetable
from models.registration.windows import window_of

FIRST_TIME = (RegistrationKind.INITIAL, RegistrationKind.LATE_INITIAL)


@dataclass(frozen=True, kw_only=True)
class Supposed:
    """What is asked about; what is left out is as the case, or the person's record, has it.

    `case_id`: a case that the viewer sees; `person_id`: one of the viewer's own people, where an employer asks.
    """

    profession: Profession
    kind: RegistrationKind
    case_id: int | None = None
    person_id: int | None = None
    employer_id: int | None = None
    specialties: Sequence[str] | None = None
    changes: Sequence[ChangeItem] | None = None
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What would be said of it. `kind`: what it would really be; dates are China days."""

    kind: RegistrationKind
    on: date
    edition: str
    findings: Sequence[Finding]
    demands: Sequence[DemandShown] = ()
    advice: AdviceShown | None = None
    route: Sequence[PlannedStage] = ()
    window_opens_on: date | None = None
    window_closes_on: date | None = None
    due_on: date | None = None
    expected_decision_on: date | None = None
    next_batch_on: date | None = None


async def preview(viewer: Viewer, supposed: Supposed) -> Preview:
    """:raises NotFound: no such case, person or employer to this viewer, or no rules of that day.
    :raises Unauthenticated: nobody has signed in. :raises Forbidden: the viewer has nobody to ask for.
    """
    if viewer.kind is ViewerKind.PUBLIC:
        raise Unauthenticated
    day = supposed.on or today()
    book = rulebook_on(supposed.profession, day)
    case = await _case(viewer, supposed)
    await _suppose(case, supposed)
    if supposed.kind not in book.forms:
        return Preview(kind=supposed.kind, on=day, edition=book.id, findings=[not_open(supposed.kind)])
    around = _as_known_to(viewer, await surrounding([case]))
    facts = facts_of(case, book, around, day)
    assessment = Assessment(book, facts, book.findings(facts))
    advice = advice_shown(assessment.advice)
    window = window_of(book, day, lambda other: facts_of(case, book, around, other))
    route = timetable(assessment.form.route, day, await work_calendar())
    dues = [one.due_on for one in route if one.due_on]
    return Preview(
        kind=facts.kind,
        on=day,
        edition=book.id,
        findings=assessment.findings,
        demands=demands_shown(assessment),
        advice=advice,
        route=route,
        window_opens_on=window.opens_on if window else None,
        window_closes_on=window.closes_on if window else None,
        due_on=dues[0] if dues else None,
        expected_decision_on=next((one.due_on for one in route if one.decides), None),
        next_batch_on=await _next_batch(book, facts.kind, case.authority_id or advice.advised_id, day),
    )


async def _case(viewer: Viewer, supposed: Supposed) -> Registration:
    """The case as it is, or one that would be started now; it is never stored."""
    if supposed.case_id is None:
        return await _started(viewer, supposed)
    case = await Registration.filter(visible_to(viewer), id=supposed.case_id).first()
    if case is None or case.profession != supposed.profession:
        raise NotFound("没有找到这件申请")
    case.submitted_at, case.state = None, RegistrationState.DRAFT
    if case.kind is not supposed.kind and case.original_id is None and supposed.kind not in FIRST_TIME:
        newest = (await footing(case.applicant_id, case.profession)).newest
        case.original_id = newest.id if newest else None
    return case


async def _started(viewer: Viewer, supposed: Supposed) -> Registration:
    person = await _person(viewer, supposed)
    newest = None if supposed.kind in FIRST_TIME else (await footing(person.id, supposed.profession)).newest
    known = await (of_certificate(newest, person) if newest else of_person(person, supposed.profession))
    return Registration(
        id=0, profession=supposed.profession, kind=supposed.kind, edition="", applicant_id=person.id, **known
    )


async def _person(viewer: Viewer, supposed: Supposed) -> Person:
    """Whose data are looked at: one's own, or those of somebody whom the asking employer employs."""
    if viewer.kind is ViewerKind.PERSON and viewer.person_id and supposed.person_id is None:
        return await Person.get(id=viewer.person_id)
    if viewer.kind is not ViewerKind.EMPLOYER:
        raise Forbidden("只能查看本人、本单位人员或所办理的申请")
    employed = Employment.filter(
        employer_id=viewer.employer_id,
        person_id=supposed.person_id or 0,
        profession=supposed.profession,
        until=None,
    )
    if not await employed.exists():
        raise NotFound("本单位没有这名在册人员")
    return await Person.get(id=supposed.person_id or 0)


async def _suppose(case: Registration, supposed: Supposed) -> None:
    case.kind = supposed.kind
    if supposed.employer_id is not None:
        employer = await Employer.get_or_none(id=supposed.employer_id)
        if employer is None:
            raise NotFound("没有找到这个单位")
        case.employer_id = employer.id
        for column, value in of_employer(employer).items():
            setattr(case, column, value)
    if supposed.specialties is not None:
        case.specialties = list(supposed.specialties)
    if supposed.changes is not None:
        case.changes = list(supposed.changes)


def _as_known_to(viewer: Viewer, around: Surrounding) -> Surrounding:
    """An employer is not told of its people's cases at others."""
    if viewer.kind is not ViewerKind.EMPLOYER:
        return around
    known = {
        place: [case for case in cases if case.employer_id == viewer.employer_id]
        for place, cases in around.open_cases.items()
    }
    return replace(around, open_cases=known)


async def _next_batch(book: Rulebook, kind: RegistrationKind, body: int | None, day: date) -> date | None:
    """The first batch on the way that takes what is ready on the day, at the body chosen or advised."""
    step = next((step for step in book.form(kind).route if step.batched), None)
    authority = await Authority.get_or_none(id=body or 0)
    if step is None or authority is None:
        return None
    handler = (await bodies_of(book.form(kind), book.profession, authority))[step.stage]
    place = Place(KIND_OF_STAGE[step.stage], handler or authority.id, book.profession)
    return (await upcoming_batches([place], day))[place].day
