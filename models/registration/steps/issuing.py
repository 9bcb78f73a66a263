"""Making the certificate: the last stage of a grant, with all its effects in one unit of work."""

from models.kernel.unit import Unit, unit_of_work
from models.registration.credentials import Certificate
from models.registration.events import RegistrationCompleted
from models.registration.kinds import StageKind
from models.registration.signer import Signer
from models.registration.stages import pass_stage
from models.registration.steps.granting import carry_out
from models.registration.steps.held import Claimed, held, refuse_unless
from models.registration.tables import Registration
from models.registration.workflow import REGISTRATION


@unit_of_work
async def issue_certificate(unit: Unit, *, on: Claimed, signer: Signer) -> Registration:
    """Give numbers and validity by the case's edition, make what the kind yields, settle the employment.

    `signer` makes the code of the QR. The paper itself is drawn after the commit, by a reader of the journal.
    """
    now = await held(unit, on, "issue_certificate")
    case, stage = now.case, now.stage
    await refuse_unless(stage.kind is StageKind.CERTIFICATE_MAKING, case, stage, "制证")
    await carry_out(unit, case, signer)
    REGISTRATION.enter(case, now.move)
    await case.store("state")
    await pass_stage(unit, case, stage, None)
    unit.record(RegistrationCompleted(str(case.number)), case)
    return case


async def certificate_of(case: Registration) -> Certificate | None:
    """The certificate that a case yielded."""
    return await Certificate.get_or_none(registration_id=case.id)
