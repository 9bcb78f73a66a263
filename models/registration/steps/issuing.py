"""Making the certificate: the last stage of a grant, with all its effects in one unit of work."""

from models.authorities.tables import Authority
from models.kernel.unit import Unit, unit_of_work
from models.registration.credentials import Certificate
from models.registration.deliveries.adding import add_delivery
from models.registration.events import RegistrationCompleted, StagePassed
from models.registration.kinds import RegistrationState, StageKind
from models.registration.signer import Signer
from models.registration.stages import pass_stage
from models.registration.steps.granting import carry_out
from models.registration.steps.held import Claimed, held, refuse_unless
from models.registration.tables import Registration, RegistrationStage
from models.registration.words import STAGE_WORDS
from models.registration.workflow import REGISTRATION


@unit_of_work
async def issue_certificate(unit: Unit, *, on: Claimed, signer: Signer) -> Registration:
    """Give numbers and validity by the case's edition, make what the kind yields, settle the employment.

    `signer` makes the code of the QR. The paper itself is drawn after the commit, by a reader of the journal.
    """
    now = await held(unit, on, "issue_certificate")
    case, stage = now.case, now.stage
    await refuse_unless(stage.kind is StageKind.CERTIFICATE_MAKING, case, stage, "制证")
    certificate = await carry_out(unit, case, await Authority.get(id=stage.authority_id), signer)
    following = await _to_deliver(unit, case, stage, certificate)
    REGISTRATION.enter(
        case, now.move, RegistrationState.GRANTED if following else RegistrationState.COMPLETED
    )
    await case.store("state")
    if following:
        words = STAGE_WORDS[stage.kind], STAGE_WORDS[following.kind]
        unit.record(StagePassed(stage.kind, words[0], following.kind, words[1]), case)
    else:
        unit.record(RegistrationCompleted(str(case.number)), case)
    return case


async def _to_deliver(
    unit: Unit, case: Registration, stage: RegistrationStage, certificate: Certificate
) -> RegistrationStage | None:
    """Pass on to the delivery, where the route has one and there is something to hand over."""
    following = await pass_stage(unit, case, stage, None)
    if following is None or following.kind is not StageKind.DELIVERY:
        return following
    if await add_delivery(case, following, certificate.number):
        return following
    return await pass_stage(unit, case, following, None)


async def certificate_of(case: Registration) -> Certificate | None:
    """The certificate that a case yielded."""
    return await Certificate.get_or_none(registration_id=case.id)
