"""Revoking a certificate takes two: one reviewer proposes it with law, reason and documents, another confirms it."""

from collections.abc import Sequence

from tortoise.expressions import Q

from models.authorities.tables import Reviewer
from models.files.tables import FileState, StoredFile
from models.kernel.clock import china_day
from models.kernel.errors import (
    Duplicate,
    FileRefused,
    InvalidField,
    LimitReached,
    Refused,
    UnmetRequirement,
    WrongState,
)
from models.kernel.journal import last_of
from models.kernel.rows import for_change
from models.kernel.rules import Finding
from models.kernel.unit import Unit, unit_of_work
from models.registration.certificate_events import CertificateRevoked
from models.registration.credentials import Certificate
from models.registration.four_eyes import LAW, RULE
from models.registration.reads import certificates_visible_to
from models.registration.relations import relations_to_certificate
from models.registration.revocations.events import (
    RevocationConfirmed,
    RevocationProposed,
    RevocationRejected,
    RevocationTakenBack,
)
from models.registration.revocations.reads import relations_to_revocation, visible_to
from models.registration.revocations.tables import Revocation
from models.registration.revocations.workflow import REVOCATION
from models.registration.steps.credentials import PARTS, parts_of
from models.registration.steps.employing import end_employment
from models.registration.steps.texts import LONGEST_REASON, written
from models.registration.workflow import CREDENTIAL, Relation

LONGEST_LAW = 200
MOST_DOCUMENTS = 20
SO = {Relation.CONSEQUENCE}


@unit_of_work
async def propose_revocation(  # noqa: PLR0913 what is read out with a revocation
    unit: Unit, *, id: int, version: int, law: str, reason: str, documents: Sequence[int] = ()
) -> Revocation:
    """Ask for the revocation of a certificate in force; it goes on being in force until a second reviewer confirms.

    :param documents: row keys of one's own files, shown to the authority's reviewers from now on.
    :raises Refused: not in force any more, law or reason missing, one's own people, or proposed already.
    """
    row = await for_change(Certificate, certificates_visible_to(unit.viewer), id, version)
    await CREDENTIAL.require(row, "propose_revocation", relations_to_certificate(row, unit.viewer))
    await _in_force(unit, row)
    named, why = _given(law, "law", LONGEST_LAW, "依据"), _given(reason, "reason", LONGEST_REASON, "理由")
    await _stay_away(row, unit.viewer.reviewer_id)
    waiting = await Revocation.filter(slot=row.id).first()
    if waiting:
        message = "这张注册证的撤销已经提出，正等待复核"
        raise Refused(Duplicate(path=("input", "id"), message=message, existing=waiting.global_id))
    files = await _own_files(unit, documents)
    await row.store()
    made = await Revocation.create(
        certificate_id=row.id,
        slot=row.id,
        authority_id=row.authority_id,
        profession=row.profession,
        region=row.region,
        certificate_number=row.number,
        law=named,
        reason=why,
        proposed_by_id=unit.viewer.reviewer_id,
        document_ids=[file.id for file in files],
    )
    for file in files:
        file.subject, file.subject_id = Revocation.prefix, made.id
        await file.store("subject", "subject_id")
    unit.record(RevocationProposed(row.number), made)
    return made


@unit_of_work
async def confirm_revocation(unit: Unit, *, id: int, version: int) -> Revocation:
    """Stand for it too: the certificate is REVOKED from today on, its seals with it, and the employment ends.

    :raises Refused: one's own people, or the certificate is not in force any more.
    """
    asked = await _decided(unit, id, version, "confirm_revocation", None)
    row = await for_change(Certificate, Q(), asked.certificate_id)
    move = await CREDENTIAL.require(row, "~revoke", SO)
    await _in_force(unit, row)
    await _stay_away(row, unit.viewer.reviewer_id)
    CREDENTIAL.enter(row, move)
    row.state_since, row.reason = china_day(unit.now), f"{asked.law}：{asked.reason}"[:LONGEST_REASON]
    await row.store("state", "state_since", "reason")
    for kind in PARTS:
        for part in await parts_of(row, kind):
            CREDENTIAL.enter(part, move)
            await part.store("state")
    await end_employment(unit, row.person_id, row.profession)
    unit.record(RevocationConfirmed(row.number), asked)
    unit.record(CertificateRevoked(row.number, asked.law), row)
    return asked


@unit_of_work
async def reject_revocation(unit: Unit, *, id: int, version: int, reason: str) -> Revocation:
    """Turn a colleague's proposal down, with the reason."""
    row = await _decided(
        unit, id, version, "reject_revocation", _given(reason, "reason", LONGEST_REASON, "原因")
    )
    unit.record(RevocationRejected(row.certificate_number), row)
    return row


@unit_of_work
async def take_back_revocation(unit: Unit, *, id: int, version: int, reason: str | None = None) -> Revocation:
    """Take one's own proposal back, until it is confirmed."""
    row = await for_change(Revocation, visible_to(unit.viewer), id, version)
    move = await REVOCATION.require(row, "take_back_revocation", relations_to_revocation(row, unit.viewer))
    REVOCATION.enter(row, move)
    row.slot, row.answer = None, written(reason, "reason", LONGEST_REASON)
    await row.store("state", "slot", "answer")
    unit.record(RevocationTakenBack(row.certificate_number), row)
    return row


async def _decided(unit: Unit, id: int, version: int, action: str, answer: str | None) -> Revocation:
    row = await for_change(Revocation, visible_to(unit.viewer), id, version)
    move = await REVOCATION.require(row, action, relations_to_revocation(row, unit.viewer))
    REVOCATION.enter(row, move)
    row.slot, row.answer, row.decided_by_id, row.decided_at = None, answer, unit.viewer.reviewer_id, unit.now
    await row.store("state", "slot", "answer", "decided_by_id", "decided_at")
    return row


async def _in_force(unit: Unit, row: Certificate) -> None:
    if china_day(unit.now) > row.valid_until:
        raise Refused(WrongState(message="注册证已过期，不能撤销", event=await last_of(row)))


def _given(value: str, name: str, longest: int, word: str) -> str:
    text = written(value, name, longest)
    if not text:
        raise Refused(
            InvalidField(
                path=("input", name), message=f"请写明{word}", received="没有填写", wanted=f"1至{longest}个字"
            )
        )
    return text


async def _stay_away(row: Certificate, reviewer_id: int | None) -> None:
    reviewer = await Reviewer.get(id=reviewer_id)
    own = reviewer.person_id == row.person_id or reviewer.employer_id == row.employer_id
    if own and (reviewer.person_id or reviewer.employer_id):
        finding = Finding(
            rule=RULE,
            law=LAW,
            message="这是您本人或本单位人员的注册证，须由他人办理",
            needed="不是本人、本单位的",
        )
        raise Refused(UnmetRequirement(message=finding.message, finding=finding))


async def _own_files(unit: Unit, keys: Sequence[int]) -> list[StoredFile]:
    """:raises Refused: too many, or one that is not clean. :raises NotFound: not one's own, or shown elsewhere."""
    path = ("input", "fileIds")
    if len(keys) > MOST_DOCUMENTS:
        raise Refused(LimitReached(path=path, message=f"材料最多{MOST_DOCUMENTS}个", limit=MOST_DOCUMENTS))
    free = Q(owner_id=unit.viewer.account_id, subject__isnull=True)
    files = [await for_change(StoredFile, free, key) for key in dict.fromkeys(keys)]
    if any(file.state is not FileState.CLEAN for file in files):
        raise Refused(FileRefused(path=path, message="文件还没有上传完，或没有通过检查"))
    return files
