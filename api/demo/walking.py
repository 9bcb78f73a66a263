"""An application of any profession, act by act, each by whoever does it: the filer, the employer, the officer."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from api.demo.founding import Place
from models.agencies.tables import Employer
from models.authorities.kinds import Profession
from models.files.tables import FilePurpose, StoredFile
from models.kernel.clock import today
from models.kernel.viewer import Viewer
from models.people.kinds import AccountKind
from models.people.sessions import viewer_of_account
from models.people.tables import Account
from models.professions.asking import years_later
from models.professions.rulebook import STAGE_ROLES
from models.registration.batches.kinds import BatchKind
from models.registration.batches.sweeps import run_batches
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.deliveries.tables import Delivery
from models.registration.digest import preview_digest
from models.registration.gather import assess, book_of
from models.registration.kinds import (
    AttachmentKind,
    ClaimState,
    DeliveryMethod,
    RegistrationKind,
    StageKind,
    StageState,
    TermKind,
)
from models.registration.signer import Signer
from models.registration.stages import current_stage
from models.registration.steps.batching import announce_batch, lock_batch, report_batch
from models.registration.steps.claiming import claim_work
from models.registration.steps.deciding import pass_registration, return_registration
from models.registration.steps.delivering import send_delivery
from models.registration.steps.drafting import (
    accept_pledge,
    choose_authority,
    save_registration,
    start_registration,
)
from models.registration.steps.files import attach_to_registration
from models.registration.steps.filing import submit_registration
from models.registration.steps.held import Claimed
from models.registration.steps.issuing import issue_certificate
from models.registration.steps.remarks import Remark
from models.registration.steps.reporting import report_up_registration
from models.registration.tables import Registration, RegistrationStage, WorkItem

NOTICE = "下列人员经审查符合注册条件，准予注册，现予公告。"
CONTRACT_YEARS = 4
FileOf = Callable[[FilePurpose, AttachmentKind | None], Awaitable[StoredFile]]
"""The photo, or the scan for a slot, as its filer has it."""


@dataclass
class Walk:
    """Somebody's application. `case_key` is set when it has been started."""

    profession: Profession
    viewer: Viewer
    firm: Employer
    place: Place
    signer: Signer
    file_of: FileOf
    case_key: int = 0

    async def case(self) -> Registration:
        return await Registration.get(id=self.case_key)

    async def stage(self) -> RegistrationStage | None:
        return await current_stage(await self.case())


async def start(walk: Walk, kind: RegistrationKind) -> None:
    done = await start_registration(walk.viewer, profession=walk.profession, kind=kind)
    walk.case_key = done.value.id


async def fill_in(walk: Walk, said: Mapping[str, Any]) -> None:
    """The pledge, what is said, the photo and declaration that the form needs, and every demanded attachment."""
    case, viewer = await walk.case(), walk.viewer
    form = book_of(case).form(case.kind)
    await accept_pledge(viewer, id=case.id, version=case.version, pledge_edition=form.pledge.edition)
    changes = dict(said)
    if "photo_id" in form.required:
        changes |= {"photo_id": (await walk.file_of(FilePurpose.PHOTO, None)).id, "capable": True}
    await save_registration(viewer, id=case.id, version=case.version + 1, changes=changes)
    found = await assess(await walk.case())
    for demand in found.form.demanded(found.facts):
        for _ in range((demand.min_pages or 1) if demand.required_of(found.facts) else 0):
            await _attach(walk, demand.kind)
    advised = (await assess(await walk.case())).advice.advised
    assert advised is not None, "the form says enough to advise a body"
    case = await walk.case()
    await choose_authority(viewer, id=case.id, version=case.version, authority_id=advised.id)


async def hand_in(walk: Walk) -> None:
    case = await walk.case()
    digest = await preview_digest(case)
    await submit_registration(walk.viewer, id=case.id, version=case.version, digest=digest)


async def pass_on(walk: Walk) -> None:
    """What the stage at which the case stands has to do, so that it goes on."""
    stage = await walk.stage()
    assert stage is not None, "a case that has ended goes nowhere"
    if stage.kind is StageKind.EMPLOYER:
        await _report_up(walk)
    elif stage.state is StageState.BATCHED:
        await _run_batch(walk, stage)
    elif stage.kind is StageKind.DELIVERY:
        await _send(walk, stage)
    else:
        await _decide(walk, stage)


async def send_back(walk: Walk, path: tuple[str, ...], text: str) -> None:
    """The open stage returns the case for one field."""
    stage = await walk.stage()
    assert stage is not None, "a case that has ended goes nowhere"
    officer, on = await _claimed(walk, stage)
    await return_registration(officer, on=on, remarks=(Remark(text=text, path=path),))


def first_said(name: str, specialties: list[str], firm: Employer, post: str) -> dict[str, Any]:
    """What a first registration says beyond the person's own record."""
    begins = today() - timedelta(days=60)
    return {
        "education": "安全工程 本科", "address": "江苏省南京市鼓楼区汉口路22号", "specialties": specialties,
        "employer_id": firm.id, "department": "安全部", "post": post, "term": TermKind.FIXED, "term_from": begins,
        "term_until": years_later(begins, CONTRACT_YEARS), "retired": False,
        "delivery_method": DeliveryMethod.COURIER_COLLECT, "delivery_receiver": name,
        "delivery_phone": "13900001234", "delivery_address": "江苏省南京市鼓楼区汉口路22号",
    }  # fmt: skip


async def _attach(walk: Walk, kind: AttachmentKind) -> None:
    file, case = await walk.file_of(FilePurpose.SCAN, kind), await walk.case()
    await attach_to_registration(walk.viewer, id=case.id, version=case.version, kind=kind, file_id=file.id)


async def _report_up(walk: Walk) -> None:
    account = await Account.get(kind=AccountKind.EMPLOYER, employer_id=(await walk.case()).employer_id)
    case = await walk.case()
    pledge = book_of(case).form(case.kind).employer_pledge
    assert pledge is not None, "an employer that reports up pledges"
    clerk = await viewer_of_account(account)
    await report_up_registration(clerk, id=case.id, version=case.version, pledge_edition=pledge.edition)


async def _run_batch(walk: Walk, stage: RegistrationStage) -> None:
    """All that wait in the batch go with it."""
    entry = await BatchEntry.filter(registration_id=walk.case_key).order_by("-id").first()
    assert entry is not None, "a batched stage stands in a batch"
    batch, officer = await Batch.get(id=entry.batch_id), await _officer(walk, stage)
    batch = (await lock_batch(officer, id=batch.id, version=batch.version)).value
    on = {"id": batch.id, "version": batch.version}
    if batch.kind is BatchKind.ANNOUNCEMENT:
        await announce_batch(officer, **on, notice=NOTICE)
    else:
        number = f"苏应急注〔{today().year}〕{batch.id}号"
        await report_batch(officer, **on, stamp_number=number, stamped_on=today())
    await run_batches()


async def _send(walk: Walk, stage: RegistrationStage) -> None:
    delivery = await Delivery.filter(registration_id=walk.case_key).order_by("-id").first()
    assert delivery is not None, "what was made is to be sent"
    number = f"SF{delivery.id:012d}"
    officer = await _officer(walk, stage)
    await send_delivery(
        officer, id=delivery.id, version=delivery.version, courier="顺丰速运", courier_number=number
    )


async def _decide(walk: Walk, stage: RegistrationStage) -> None:
    officer, on = await _claimed(walk, stage)
    if stage.kind is StageKind.CERTIFICATE_MAKING:
        await issue_certificate(officer, on=on, signer=walk.signer)
    else:
        await pass_registration(officer, on=on, opinion="材料齐全，符合要求")


async def _claimed(walk: Walk, stage: RegistrationStage) -> tuple[Viewer, Claimed]:
    officer = await _officer(walk, stage)
    item = await WorkItem.filter(stage_id=stage.id).exclude(state=ClaimState.DONE).get()
    fence = (await claim_work(officer, id=item.id)).value.fence
    case = await walk.case()
    return officer, Claimed(case.id, case.version, fence)


async def _officer(walk: Walk, stage: RegistrationStage) -> Viewer:
    """Of the stage's body, somebody who has not handled another stage of the case."""
    others = await RegistrationStage.filter(registration_id=walk.case_key).exclude(id=stage.id)
    done, region = {one.officer_id for one in others}, (await walk.case()).region
    role = STAGE_ROLES[stage.kind]
    return next(
        one
        for one in walk.place.officers
        if one.authority_id == stage.authority_id
        and one.has_role(role, walk.profession, region)
        and one.reviewer_id not in done
    )
