"""Every move of every table, with arguments that fit the moment: whether it may be made is for the tables to say."""

from collections.abc import Awaitable, Callable
from typing import Any

from tortoise.expressions import Subquery

from models.kernel.clock import today
from models.kernel.viewer import Viewer
from models.professions.rulebook import Demand
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.credentials import Certificate
from models.registration.deliveries.address import Address
from models.registration.deliveries.tables import Delivery
from models.registration.digest import preview_digest
from models.registration.experience import WorkExperience
from models.registration.gather import assess
from models.registration.kinds import DeliveryMethod
from models.registration.revocations.tables import Revocation
from models.registration.steps import (
    batching,
    claiming,
    deciding,
    delivering,
    drafting,
    experiencing,
    files,
    filing,
    reporting,
    revoking,
    withdrawing,
)
from models.registration.steps.issuing import issue_certificate
from models.registration.tables import Attachment
from tests.factories import picture
from tests.registration_story import POST_WRONG, SIGNER
from tests.walks.walk import Walk

Make = Callable[[Walk, Viewer], Awaitable[Any]]
NOBODY = 0
HOME = Address(
    method=DeliveryMethod.COURIER_COLLECT, receiver="王海宁", phone="13800001234", address="汉口路22号"
)


def _work(walk: Walk) -> experiencing.Work:
    return experiencing.Work(since=today(), until=None, employer="南京某单位", work=walk.text())


async def _piece(walk: Walk) -> int:
    row = await WorkExperience.filter(registration_id=walk.row.id).first()
    return row.id if row else NOBODY


async def _attach(walk: Walk, viewer: Viewer) -> Any:
    """What is missing first; else one more of anything."""
    assessment = await assess(walk.row)
    there, asked = assessment.facts.attachments, assessment.form.demanded(assessment.facts)
    missing = [one for one in asked if one.required_of(assessment.facts) and not _enough(one, there)]
    demand = walk.chance.choice(missing or list(asked))
    file = await picture(viewer)
    return await files.attach_to_registration(viewer, **walk.at, kind=demand.kind, file_id=file.id)


def _enough(demand: Demand, there: Any) -> bool:
    return len(there.get(demand.kind, ())) >= (demand.min_pages or 1)


async def _detach(walk: Walk, viewer: Viewer) -> Any:
    scan = await Attachment.filter(registration_id=walk.row.id).first()
    key = scan.id if scan else NOBODY
    return await files.detach_from_registration(viewer, **walk.at, attachment_id=key)


async def _submit(walk: Walk, viewer: Viewer) -> Any:
    return await filing.submit_registration(viewer, **walk.at, digest=await preview_digest(walk.row))


async def _resubmit(walk: Walk, viewer: Viewer) -> Any:
    return await filing.resubmit_registration(viewer, **walk.at, digest=await preview_digest(walk.row))


async def _rule(walk: Walk) -> list[str]:
    return [(await assess(walk.row)).findings[0].rule]


async def _decline(walk: Walk, viewer: Viewer) -> Any:
    return await deciding.decline_registration(viewer, on=walk.on, rules=await _rule(walk), opinion="不符")


async def _refuse(walk: Walk, viewer: Viewer) -> Any:
    return await deciding.refuse_registration(viewer, on=walk.on, rules=await _rule(walk), opinion="不符")


def _item(walk: Walk) -> dict[str, int]:
    return {"id": walk.item.id if walk.item else NOBODY}


def _held(walk: Walk) -> dict[str, int]:
    return _item(walk) | {"fence": walk.item.fence if walk.item else 0}


async def _reassign(walk: Walk, viewer: Viewer) -> Any:
    able = [one.reviewer_id or 0 for one in walk.cast.at.officers.values()]
    key = walk.chance.choice(able)
    return await claiming.reassign_work(viewer, **_item(walk), reviewer_id=key, reason="休假")


async def _batch(walk: Walk) -> tuple[dict[str, int], int]:
    """The batch in which the case was last, or any; and the case's entry."""
    entry = await BatchEntry.filter(registration_id=walk.row.id).order_by("-id").first()
    batch = await (Batch.get_or_none(id=entry.batch_id) if entry else Batch.all().order_by("-id").first())
    if batch is None:
        return {"id": NOBODY, "version": 1}, NOBODY
    return {"id": batch.id, "version": batch.version}, entry.id if entry else NOBODY


async def _lock(walk: Walk, viewer: Viewer) -> Any:
    return await batching.lock_batch(viewer, **(await _batch(walk))[0])


async def _defer(walk: Walk, viewer: Viewer) -> Any:
    on, entry = await _batch(walk)
    return await batching.defer_batch_entry(viewer, **on, entry_id=entry, reason="材料待核")


async def _report(walk: Walk, viewer: Viewer) -> Any:
    on, _ = await _batch(walk)
    return await batching.report_batch(viewer, **on, stamp_number="字第1号", stamped_on=today())


async def _announce(walk: Walk, viewer: Viewer) -> Any:
    return await batching.announce_batch(viewer, **(await _batch(walk))[0], notice="现予公告。")


async def _cancel(walk: Walk, viewer: Viewer) -> Any:
    return await batching.cancel_batch(viewer, **(await _batch(walk))[0], reason="并入下一批")


async def _parcel(walk: Walk) -> dict[str, int]:
    row = await Delivery.filter(registration_id=walk.row.id).order_by("-id").first()
    return {"id": row.id, "version": row.version} if row else {"id": NOBODY, "version": 1}


async def _readdress(walk: Walk, viewer: Viewer) -> Any:
    return await delivering.change_delivery_address(viewer, **await _parcel(walk), to=HOME)


async def _send(walk: Walk, viewer: Viewer) -> Any:
    return await delivering.send_delivery(
        viewer, **await _parcel(walk), courier="顺丰速运", courier_number="SF1"
    )


async def _received(walk: Walk, viewer: Viewer) -> Any:
    return await delivering.confirm_delivery(viewer, **await _parcel(walk))


async def _back(walk: Walk, viewer: Viewer) -> Any:
    return await delivering.report_delivery_back(viewer, **await _parcel(walk), reason="无人签收")


async def _propose(walk: Walk, viewer: Viewer) -> Any:
    newest = Certificate.filter(person_id=walk.row.applicant_id, profession=walk.row.profession)
    row = await newest.order_by("-id").first()
    on = {"id": row.id, "version": row.version} if row else {"id": NOBODY, "version": 1}
    return await revoking.propose_revocation(viewer, **on, law="行政许可法第六十九条", reason="骗取许可")


async def _proposal(walk: Walk) -> dict[str, int]:
    about = Certificate.filter(person_id=walk.row.applicant_id).values("id")
    row = await Revocation.filter(certificate_id__in=Subquery(about)).order_by("-id").first()
    return {"id": row.id, "version": row.version} if row else {"id": NOBODY, "version": 1}


async def _confirm(walk: Walk, viewer: Viewer) -> Any:
    return await revoking.confirm_revocation(viewer, **await _proposal(walk))


async def _reject(walk: Walk, viewer: Viewer) -> Any:
    return await revoking.reject_revocation(viewer, **await _proposal(walk), reason="证据不足")


async def _take_back(walk: Walk, viewer: Viewer) -> Any:
    return await revoking.take_back_revocation(viewer, **await _proposal(walk), reason=None)


def _pledge(walk: Walk) -> str:
    return walk.form.employer_pledge.edition if walk.form.employer_pledge else ""


async def _change_piece(walk: Walk, viewer: Viewer) -> Any:
    key = await _piece(walk)
    return await experiencing.update_work_experience(viewer, **walk.at, experience_id=key, work=_work(walk))


async def _remove_piece(walk: Walk, viewer: Viewer) -> Any:
    return await experiencing.remove_work_experience(viewer, **walk.at, experience_id=await _piece(walk))


MAKE: dict[str, Make] = {
    "accept_pledge": lambda w, v: drafting.accept_pledge(v, **w.at, pledge_edition=w.form.pledge.edition),
    "save_registration": lambda w, v: drafting.save_registration(v, **w.at, changes={"post": w.text()}),
    "attach_to_registration": _attach,
    "detach_from_registration": _detach,
    "add_work_experience": lambda w, v: experiencing.add_work_experience(v, **w.at, work=_work(w)),
    "update_work_experience": _change_piece,
    "remove_work_experience": _remove_piece,
    "prepare_application_form": lambda w, v: filing.prepare_application_form(v, **w.at),
    "choose_authority": lambda w, v: drafting.choose_authority(v, **w.at, authority_id=w.cast.at.chosen.id),
    "submit_registration": _submit,
    "resubmit_registration": _resubmit,
    "discard_registration": lambda w, v: filing.discard_registration(v, **w.at),
    "withdraw_registration": lambda w, v: withdrawing.withdraw_registration(v, **w.at),
    "request_withdrawal": lambda w, v: withdrawing.request_withdrawal(v, **w.at, reason="改投他处"),
    "allow_withdrawal": lambda w, v: withdrawing.allow_withdrawal(v, on=w.on),
    "deny_withdrawal": lambda w, v: withdrawing.deny_withdrawal(v, on=w.on, reason="已近办结"),
    "report_up_registration": lambda w, v: reporting.report_up_registration(
        v, **w.at, pledge_edition=_pledge(w)
    ),
    "decline_report_up": lambda w, v: reporting.decline_report_up(v, **w.at, reason="岗位不符"),
    "take_back_report_up": lambda w, v: reporting.take_back_report_up(v, **w.at),
    "pass_registration": lambda w, v: deciding.pass_registration(v, on=w.on),
    "return_registration": lambda w, v: deciding.return_registration(v, on=w.on, remarks=(POST_WRONG,)),
    "decline_registration": _decline,
    "refuse_registration": _refuse,
    "extend_deadline": lambda w, v: deciding.extend_deadline(v, **w.at, reason="核实"),
    "issue_certificate": lambda w, v: issue_certificate(v, on=w.on, signer=SIGNER),
    "claim_work": lambda w, v: claiming.claim_work(v, **_item(w)),
    "claim_next_work": lambda w, v: claiming.claim_next_work(v),
    "keep_claim": lambda w, v: claiming.keep_claim(v, **_held(w)),
    "release_work": lambda w, v: claiming.release_work(v, **_held(w)),
    "reassign_work": _reassign,
    "lock_batch": _lock,
    "defer_batch_entry": _defer,
    "report_batch": _report,
    "announce_batch": _announce,
    "cancel_batch": _cancel,
    "change_delivery_address": _readdress,
    "send_delivery": _send,
    "confirm_delivery": _received,
    "report_delivery_back": _back,
    "propose_revocation": _propose,
    "confirm_revocation": _confirm,
    "reject_revocation": _reject,
    "take_back_revocation": _take_back,
}
