"""Remarks of a return, what the applicant changes for each, taking back and throwing away."""

from collections.abc import AsyncIterator
from datetime import datetime

from api.demo.filing import Filer, attach, save
from models.registration.digest import preview_digest
from models.registration.kinds import AttachmentKind
from models.registration.steps.files import detach_from_registration
from models.registration.steps.filing import (
    discard_registration,
    resubmit_registration,
)
from models.registration.steps.remarks import Remark
from models.registration.steps.withdrawing import withdraw_registration
from models.registration.tables import Attachment, Registration, ReviewRemark

ON_PAPERS = {
    AttachmentKind.QUALIFICATION: ("资格证书右下角的印章不清楚，请重新扫描后上传", (0.55, 0.62, 0.34, 0.2)),
    AttachmentKind.CONTRACT: ("劳动合同的签字盖章处没有扫描完整，请重新上传", (0.08, 0.5, 0.84, 0.14)),
    AttachmentKind.IDENTITY: ("身份证件缺少背面，请正反两面扫描在一页上", (0.05, 0.05, 0.9, 0.6)),
}
ON_FIELDS = {
    ("basic", "address"): "通讯地址请写到楼栋和房间号",
    ("employment", "post"): "岗位与劳动合同不一致，请核对后填写",
}
CORRECTED_POST = "消防设施检测员（持证上岗）"


async def remarks_on(filer: Filer) -> list[Remark]:
    """One remark on a paper with its place on the page, and often one on a field."""
    attached = Attachment.filter(registration_id=filer.case_key, kind__in=list(ON_PAPERS)).order_by("id")
    slots = {slot.kind: slot for slot in reversed(await attached)}
    kind = filer.rng.choice([kind for kind in ON_PAPERS if kind in slots])
    slot, (text, box) = slots[kind], ON_PAPERS[kind]
    found = [Remark(text=text, attachment_id=slot.id, page=1, box=box, rule="REG-FILE")]
    if filer.rng.random() < 0.6 or filer.plot.script.known:
        path = filer.rng.choice(list(ON_FIELDS))
        found.append(Remark(text=ON_FIELDS[path], path=path))
    return found


async def correct(filer: Filer) -> AsyncIterator[datetime]:
    """Every remark is answered by a change, then the case is handed in again."""
    for remark in await ReviewRemark.filter(registration_id=filer.case_key, answered=False).order_by("id"):
        await _answer(filer, remark)
        yield filer.pause()
    case = await filer.case()
    digest = await preview_digest(case)
    await resubmit_registration(filer.viewer, id=case.id, version=case.version, digest=digest)


async def withdraw(filer: Filer) -> AsyncIterator[datetime]:
    case = await filer.case()
    await withdraw_registration(
        filer.viewer, id=case.id, version=case.version, reason="聘用单位有变，改日再申请"
    )
    return
    yield


async def discard(filer: Filer) -> AsyncIterator[datetime]:
    case = await filer.case()
    await discard_registration(filer.viewer, id=case.id, version=case.version)
    return
    yield


async def _answer(filer: Filer, remark: ReviewRemark) -> None:
    if remark.attachment_kind:
        await _replace(filer, remark.attachment_kind)
    elif tuple(remark.path or ()) == ("basic", "address"):
        await save(filer, address=f"{filer.who.address}2栋{filer.rng.randint(101, 1806)}室")
    else:
        await save(filer, post=CORRECTED_POST)


async def _replace(filer: Filer, kind: AttachmentKind) -> None:
    case: Registration = await filer.case()
    for old in await Attachment.filter(registration_id=case.id, kind=kind):
        done = await detach_from_registration(
            filer.viewer, id=case.id, version=case.version, attachment_id=old.id
        )
        case = done.value
    await attach(filer, kind)
