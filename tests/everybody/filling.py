"""A draft of any kind, filled in as its form asks, by the real steps."""

from typing import Any

from models.kernel.viewer import Viewer
from models.professions.rulebook import KindForm
from models.registration.gather import assess, book_of
from models.registration.kinds import (
    ChangeItem,
    DeliveryMethod,
    FormSection,
    RegistrationKind,
    ReissueReason,
)
from models.registration.steps.drafting import (
    accept_pledge,
    choose_authority,
    save_registration,
    start_registration,
)
from models.registration.steps.files import attach_to_registration
from models.registration.tables import Registration
from tests.everybody.bodies import Bodies
from tests.everybody.people import Engineer, answers, employer
from tests.factories import picture

K = RegistrationKind
FIRST = {K.INITIAL, K.LATE_INITIAL, K.RE_REGISTRATION}
"""Kinds whose form is filled in from nothing, or from long ago."""
TO_HOME = {
    "delivery_method": DeliveryMethod.COURIER_COLLECT,
    "delivery_phone": "13800001234",
    "delivery_address": "南京市鼓楼区汉口路22号",
}


async def filled_in(
    at: Bodies, who: Engineer, kind: RegistrationKind, by: Viewer | None = None
) -> Registration:
    """A complete draft. `by`: who files, where that is not the person."""
    by = by or (who.clerk if Registration(kind=kind).filed_by_employer else who.viewer)
    about = {"person_id": who.viewer.person_id} if by is who.clerk else {}
    row = (await start_registration(by, profession=at.profession, kind=kind, **about)).value
    form = book_of(row).form(row.kind)
    edition = form.pledge.edition
    row = (await accept_pledge(by, id=row.id, version=row.version, pledge_edition=edition)).value
    said = await said_of(at, who, row)
    if said:
        row = (await save_registration(by, id=row.id, version=row.version, changes=said)).value
    row = await attached(row, by)
    on = {"id": row.id, "version": row.version}
    return (await choose_authority(by, **on, authority_id=at.chosen.id)).value


async def said_of(at: Bodies, who: Engineer, row: Registration) -> dict[str, Any]:
    """Columns to save: of a first form all that is asked; of a later one what is missing, and what it is about."""
    form = book_of(row).form(row.kind)
    about = await _about(form)
    known = await answers(who, at.profession) | about
    if FormSection.DELIVERY in form.sections:
        known |= TO_HOME | {"delivery_receiver": row.name}
    if row.kind in FIRST:
        return known
    missing = [column for column in form.required if getattr(row, column) in (None, "", [])]
    return {column: known[column] for column in {*missing, *about}}


async def attached(row: Registration, by: Viewer) -> Registration:
    """Everything that must be there, with as many pages as are asked."""
    assessment = await assess(row)
    there = assessment.facts.attachments
    for demand in assessment.form.demanded(assessment.facts):
        if demand.required_of(assessment.facts) and not there.get(demand.kind):
            for _ in range(demand.min_pages or 1):
                file = await picture(by)
                on = {"id": row.id, "version": row.version}
                row = (await attach_to_registration(by, **on, kind=demand.kind, file_id=file.id)).value
    return row


async def _about(form: KindForm) -> dict[str, Any]:
    """What the kinds after the first ask besides."""
    later: dict[K, dict[str, Any]] = {
        K.CHANGE: await _changed(form),
        K.REISSUE: {
            "reissue_of": list(form.objects[:1]), "reissue_reason": ReissueReason.LOST, "reason": "遗失",
        },
        K.DEREGISTRATION: {"reason": "不再执业"},
        K.FORCED_DEREGISTRATION: {"reason": "已解除劳动合同"},
    }  # fmt: skip
    return later.get(form.kind, {})


async def _changed(form: KindForm) -> dict[str, Any]:
    """The first item of the form is ticked, and has a new value."""
    item = next(iter(form.items), None)
    ticked: dict[str, Any] = {"changes": [item]}
    match item:
        case ChangeItem.EMPLOYER:
            return ticked | {"employer_id": (await employer(name="苏州听澜安全技术有限公司")).id}
        case ChangeItem.EMPLOYER_NAME:
            return ticked | {"employer_name": "南京安澜集团"}
        case ChangeItem.PERSONAL:
            return ticked | {"name": "王海澜"}
    return {}
