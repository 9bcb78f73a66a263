"""What reviewers do with a case: claim it, look at it for some minutes, decide."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from api.demo.correcting import remarks_on
from api.demo.filing import Filer
from api.demo.founding import Place
from models.authorities.kinds import ReviewerRole
from models.kernel.clock import now
from models.kernel.viewer import Viewer
from models.registration.kinds import ClaimState
from models.registration.signer import Signer
from models.registration.steps.claiming import claim_work, reassign_work, release_work
from models.registration.steps.deciding import (
    decline_registration,
    extend_deadline,
    pass_registration,
    refuse_registration,
    return_registration,
)
from models.registration.steps.held import Claimed
from models.registration.steps.issuing import issue_certificate
from models.registration.tables import RegistrationStage, WorkItem

LOOKS_MINUTES = (3, 24)
"""Shorter than a claim lasts."""
PUT_BACK_SHARE = 0.06
"""So many claims are put back before another reviewer takes the case."""
OPINIONS = ("材料齐全，符合要求", "经核对，信息与证明材料一致", "符合注册条件", None)
DECLINES = (
    (("REG-DOCS",), "所交劳动合同已过有效期，经告知未能补齐，不予受理"),
    (("FIRE-WHO",), "聘用单位的消防技术服务机构登记已注销，不予受理"),
)
REFUSALS = (
    (("REG-TWO",), "经核查，申请人在其他单位缴纳社会保险，不予注册"),
    (("REG-DOCS", "REG-FILE"), "经向考试机构核实，所交资格证书与记录不符，不予注册"),
)

Decide = Callable[[Viewer, Claimed], Awaitable[object]]


@dataclass
class Desk:
    """A case at its corps: the reviewers who may handle it, and the signer of certificates."""

    filer: Filer
    place: Place
    signer: Signer

    async def pass_on(self) -> AsyncIterator[datetime]:
        opinion = self.filer.rng.choice(OPINIONS)
        async for at in self._decided(lambda who, on: pass_registration(who, on=on, opinion=opinion)):
            yield at

    async def send_back(self) -> AsyncIterator[datetime]:
        remarks = await remarks_on(self.filer)
        async for at in self._decided(lambda who, on: return_registration(who, on=on, remarks=remarks)):
            yield at

    async def decline(self) -> AsyncIterator[datetime]:
        rules, opinion = self.filer.rng.choice(DECLINES)
        async for at in self._decided(
            lambda who, on: decline_registration(who, on=on, rules=rules, opinion=opinion)
        ):
            yield at

    async def refuse(self) -> AsyncIterator[datetime]:
        rules, opinion = self.filer.rng.choice(REFUSALS)
        async for at in self._decided(
            lambda who, on: refuse_registration(who, on=on, rules=rules, opinion=opinion)
        ):
            yield at

    async def issue(self) -> AsyncIterator[datetime]:
        async for at in self._decided(lambda who, on: issue_certificate(who, on=on, signer=self.signer)):
            yield at

    async def extend(self) -> AsyncIterator[datetime]:
        case = await self.filer.case()
        await extend_deadline(
            self._head(case.region), id=case.id, version=case.version, reason="需向考试机构核实资格证书"
        )
        return
        yield

    async def reassign(self) -> AsyncIterator[datetime]:
        item = await self._item()
        head, other = self._head(item.region), (await self._free_officers(item))[0]
        assert other.reviewer_id is not None
        await reassign_work(head, id=item.id, reviewer_id=other.reviewer_id, reason="经办人休假，请接办")
        return
        yield

    async def _decided(self, decide: Decide) -> AsyncIterator[datetime]:
        rng, item = self.filer.rng, await self._item()
        officers = await self._free_officers(item)
        officer = rng.choice(officers)
        held = (await claim_work(officer, id=item.id)).value
        yield self._later()
        if len(officers) > 1 and rng.random() < PUT_BACK_SHARE:
            await release_work(officer, id=item.id, fence=held.fence)
            yield self._later()
            officer = rng.choice([other for other in officers if other != officer])
            held = (await claim_work(officer, id=item.id)).value
            yield self._later()
        case = await self.filer.case()
        await decide(officer, Claimed(case.id, case.version, held.fence))

    async def _item(self) -> WorkItem:
        open_items = WorkItem.filter(registration_id=self.filer.case_key).exclude(state=ClaimState.DONE)
        return await open_items.get()

    async def _free_officers(self, item: WorkItem) -> list[Viewer]:
        """Who has the role and has not handled another stage of this case."""
        stages = await RegistrationStage.filter(registration_id=item.registration_id)
        done = {stage.officer_id for stage in stages}
        able = self.place.able(ReviewerRole(item.role), self.filer.corps, item.region)
        return [one for one in able if one.reviewer_id not in done]

    def _head(self, region: str | None) -> Viewer:
        return self.place.able(ReviewerRole.HEAD, self.filer.corps, region)[0]

    def _later(self) -> datetime:
        rng = self.filer.rng
        return now() + timedelta(minutes=rng.randint(*LOOKS_MINUTES), seconds=rng.randint(0, 59))
