"""The open stage of any case, handled by whoever has to: reviewer, batch, maker, courier or employer."""

from dataclasses import dataclass

from models.agencies.tables import Employer
from models.kernel.viewer import Viewer
from models.registration.batches.sweeps import run_batches
from models.registration.deliveries.tables import Delivery
from models.registration.digest import preview_digest
from models.registration.gather import book_of
from models.registration.kinds import RegistrationKind, StageKind, StageState
from models.registration.stages import current_stage, route_step
from models.registration.steps.claiming import claim_work
from models.registration.steps.deciding import pass_registration
from models.registration.steps.delivering import send_delivery
from models.registration.steps.filing import submit_registration
from models.registration.steps.held import Claimed
from models.registration.steps.issuing import issue_certificate
from models.registration.steps.reporting import report_up_registration
from models.registration.tables import Registration, RegistrationStage, WorkItem
from tests.batch_story import set_going
from tests.everybody.bodies import Bodies
from tests.everybody.filling import filled_in
from tests.everybody.people import Engineer, clerk_of, engineer
from tests.factories import Desk
from tests.registration_story import SIGNER

BY_COURIER = {"courier": "顺丰速运", "courier_number": "SF1234567890"}


@dataclass
class Case:
    """A case with everybody around it."""

    at: Bodies
    who: Engineer
    key: int
    filer: Viewer

    async def row(self) -> Registration:
        return await Registration.get(id=self.key)

    async def stage(self) -> RegistrationStage | None:
        """The open one."""
        return await current_stage(await self.row())

    async def item(self) -> WorkItem:
        """The newest one."""
        found = await WorkItem.filter(registration_id=self.key).order_by("-id").first()
        assert found is not None
        return found

    async def claimed(self, by: Viewer) -> Claimed:
        held = (await claim_work(by, id=(await self.item()).id)).value
        row = await self.row()
        return Claimed(row.id, row.version, held.fence)


async def begun(at: Bodies, who: Engineer, kind: RegistrationKind) -> Case:
    """A complete draft."""
    row = await filled_in(at, who, kind)
    return Case(at, who, row.id, who.clerk if row.filed_by_employer else who.viewer)


async def handed_in(case: Case) -> Case:
    row = await case.row()
    digest = await preview_digest(row)
    await submit_registration(case.filer, id=row.id, version=row.version, digest=digest)
    return case


async def handled(case: Case) -> bool:
    """The open stage is passed; False: none is open any more."""
    stage = await case.stage()
    if stage is None:
        return False
    row, by = await case.row(), case.at.officers.get(stage.kind)
    if by is None:
        pledge = book_of(row).form(row.kind).employer_pledge
        edition = pledge.edition if pledge else ""
        clerk = await _clerk(case.who, row)
        await report_up_registration(clerk, id=row.id, version=row.version, pledge_edition=edition)
    elif route_step(row, stage).batched:
        await set_going(Desk(case.at.handling[stage.kind], case.at.officers), stage.kind)
        await run_batches()
    elif stage.kind is StageKind.CERTIFICATE_MAKING:
        await issue_certificate(by, on=await case.claimed(by), signer=SIGNER)
    elif stage.kind is StageKind.DELIVERY and await Delivery.filter(registration_id=case.key).exists():
        parcel = await Delivery.get(registration_id=case.key)
        await send_delivery(by, id=parcel.id, version=parcel.version, **BY_COURIER)
    else:
        await pass_registration(by, on=await case.claimed(by))
    return True


async def _clerk(who: Engineer, row: Registration) -> Viewer:
    """Of the employer that the case names: after a change that is another one."""
    own = row.employer_id == who.employer.id
    return who.clerk if own else await clerk_of(await Employer.get(id=row.employer_id))


async def ended(case: Case) -> Case:
    """All stages passed."""
    while await handled(case):
        pass
    waiting = await RegistrationStage.filter(registration_id=case.key).exclude(state=StageState.PASSED)
    assert not waiting, [(one.kind, one.state) for one in waiting]
    return case


async def registered(at: Bodies, who: Engineer | None = None) -> Case:
    """Somebody who has been granted the first registration."""
    who = who or await engineer(at.profession)
    return await ended(await handed_in(await begun(at, who, RegistrationKind.INITIAL)))
