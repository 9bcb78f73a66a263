"""Revoking a certificate: by a decider, under a named law and with a reason, a second reviewer standing for it too."""

from models.authorities.kinds import ReviewerRole
from models.authorities.tables import Reviewer, RoleGrant
from models.kernel.clock import china_day
from models.kernel.errors import InvalidField, Refused, UnmetRequirement, WrongState
from models.kernel.journal import last_of
from models.kernel.rows import for_change
from models.kernel.rules import Finding
from models.kernel.unit import Unit, unit_of_work
from models.registration.certificate_events import CertificateRevoked
from models.registration.credentials import Certificate
from models.registration.four_eyes import LAW, RULE
from models.registration.reads import certificates_visible_to
from models.registration.relations import relations_to_certificate
from models.registration.steps.credentials import PARTS, parts_of
from models.registration.steps.employing import end_employment
from models.registration.steps.texts import LONGEST_REASON, written
from models.registration.workflow import CREDENTIAL

LONGEST_LAW = 200
SECONDS = (ReviewerRole.DECIDER, ReviewerRole.HEAD)


@unit_of_work
async def revoke_certificate(  # noqa: PLR0913 what is read out with a revocation
    unit: Unit, *, id: int, version: int, law: str, reason: str, second_reviewer_id: int
) -> Certificate:
    """REVOKED from today on; its seals and labels with it, and the employment ends.

    :param second_reviewer_id: another decider, or the head, of the same authority.
    :raises Refused: not in force any more, law or reason missing, no proper second, or one's own people.
    """
    row = await for_change(Certificate, certificates_visible_to(unit.viewer), id, version)
    move = await CREDENTIAL.require(row, "revoke_certificate", relations_to_certificate(row, unit.viewer))
    day = china_day(unit.now)
    if day > row.valid_until:
        raise Refused(WrongState(message="注册证已过期，不能撤销", event=await last_of(row)))
    named, why = _given(law, "law", LONGEST_LAW, "依据"), _given(reason, "reason", LONGEST_REASON, "理由")
    await _stay_away(row, unit.viewer.reviewer_id)
    row.seconded_by = await _second(row, unit.viewer.reviewer_id, second_reviewer_id)
    CREDENTIAL.enter(row, move)
    row.state_since, row.reason = day, f"{named}：{why}"[:LONGEST_REASON]
    await row.store("state", "state_since", "reason", "seconded_by")
    for kind in PARTS:
        for part in await parts_of(row, kind):
            CREDENTIAL.enter(part, move)
            await part.store("state")
    await end_employment(unit, row.person_id, row.profession)
    unit.record(CertificateRevoked(row.number, named), row)
    return row


def _given(value: str, name: str, longest: int, word: str) -> str:
    text = written(value, name, longest)
    if not text:
        raise Refused(
            InvalidField(path=("input", name), message=f"请写明撤销的{word}", wanted=f"1至{longest}个字")
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


async def _second(row: Certificate, first: int | None, second: int) -> int:
    """:raises Refused: not another decider or head of the certificate's authority, profession and region."""
    grants = RoleGrant.filter(
        reviewer_id=second,
        reviewer__authority_id=row.authority_id,
        profession=row.profession,
        role__in=SECONDS,
    )
    able = [one for one in await grants if not one.regions or row.region.startswith(tuple(one.regions))]
    if second == first or not able:
        raise Refused(
            InvalidField(
                path=("input", "secondReviewerId"),
                message="复核人须是本机构的另一名决定人或负责人",
                received="本人" if second == first else "没有相应职责的人员",
                wanted="另一名决定人或负责人",
            )
        )
    return second
