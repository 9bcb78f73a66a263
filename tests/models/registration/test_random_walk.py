"""Random moves by random viewers: what is offered as ready succeeds, all else changes nothing."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from models.kernel.clock import freeze
from models.kernel.errors import Fault, Refused
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.registration.actions import case_options, work_options
from models.registration.credentials import Certificate, Seal
from models.registration.digest import preview_digest
from models.registration.kinds import (
    AttachmentKind,
    ClaimState,
    RegistrationState,
    StageKind,
    StageState,
    WithdrawalState,
)
from models.registration.stages import current_stage
from models.registration.startable import footing
from models.registration.steps import claiming, deciding, drafting, files, filing, withdrawing
from models.registration.steps.held import Claimed
from models.registration.steps.issuing import issue_certificate
from models.registration.sweeps import expire_certificates, expire_claims, lapse_drafts, pass_deadlines
from models.registration.tables import (
    Attachment,
    Registration,
    RegistrationStage,
    ReviewRemark,
    WorkItem,
)
from models.registration.withdrawals import WithdrawalRequest
from models.registration.workflow import ENDED
from tests.factories import Story, case, employer_account, item_of_stage, picture
from tests.registration_story import POST_WRONG, SIGNER, recorded

START = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
MOVES = 60
SWEEPS = (expire_claims, pass_deadlines, lapse_drafts, expire_certificates)
TABLES = (
    Registration,
    RegistrationStage,
    WorkItem,
    Attachment,
    ReviewRemark,
    Certificate,
    Seal,
    WithdrawalRequest,
)

STATE_AFTER = {
    "REGISTRATION_STARTED": RegistrationState.DRAFT,
    "REGISTRATION_SUBMITTED": RegistrationState.IN_REVIEW,
    "REGISTRATION_RESUBMITTED": RegistrationState.IN_REVIEW,
    "REGISTRATION_RETURNED": RegistrationState.RETURNED,
    "REGISTRATION_GRANTED": RegistrationState.GRANTED,
    "REGISTRATION_COMPLETED": RegistrationState.COMPLETED,
    "REGISTRATION_REFUSED": RegistrationState.REFUSED,
    "REGISTRATION_NOT_ACCEPTED": RegistrationState.NOT_ACCEPTED,
    "REGISTRATION_WITHDRAWN": RegistrationState.WITHDRAWN,
    "REGISTRATION_DISCARDED": RegistrationState.LAPSED,
    "REGISTRATION_LAPSED": RegistrationState.LAPSED,
}


class Walk:
    """One case, the people around it, and every move with the right arguments for the moment."""

    def __init__(self, story: Story, viewers: list[Viewer], chance: random.Random) -> None:
        self.story, self.viewers, self.chance = story, viewers, chance
        self.typed = 0

    async def offered(self, viewer: Viewer) -> dict[str, bool]:
        row = await self.story.fresh()
        found = {one.available.action: one.available.ready for one in await case_options(row, viewer)}
        item = await self.item()
        if item:
            found |= {one.available.action: one.available.ready for one in await work_options(item, viewer)}
        return found

    async def item(self) -> WorkItem | None:
        stage = await current_stage(self.story.case)
        return await item_of_stage(stage.id) if stage else None

    async def make(self, action: str, viewer: Viewer) -> None:
        row = await self.story.fresh()
        item, stage = await self.item(), await current_stage(row)
        scan = await Attachment.filter(registration_id=row.id, kind=AttachmentKind.CONTRACT).first()
        self.typed += 1
        on = Claimed(row.id, row.version, item.fence if item else 0)
        now = Moment(
            at={"id": row.id, "version": row.version},
            on=on,
            work={"id": item.id if item else 0},
            digest=await preview_digest(row),
            file_id=(await picture(viewer)).id if action == "attach_to_registration" else 0,
            attachment_id=scan.id if scan else 0,
            authority_id=self.story.authority.id,
            reviewer_id=(stage and self.story.desk.officers[stage.kind].reviewer_id) or 0,
            text=f"岗位{self.typed}",
        )
        await MAKE[action](viewer, now)


@dataclass
class Moment:
    """The right arguments for every move, as things stand."""

    at: dict[str, int]
    on: Claimed
    work: dict[str, int]
    digest: str
    file_id: int
    attachment_id: int
    authority_id: int
    reviewer_id: int
    text: str


CONTRACT = AttachmentKind.CONTRACT
MAKE: dict[str, Callable[[Viewer, Moment], Awaitable[Any]]] = {
    "accept_pledge": lambda v, m: drafting.accept_pledge(v, **m.at, pledge_edition="2026-1"),
    "save_registration": lambda v, m: drafting.save_registration(v, **m.at, changes={"post": m.text}),
    "attach_to_registration": lambda v, m: files.attach_to_registration(
        v, **m.at, kind=CONTRACT, file_id=m.file_id
    ),
    "detach_from_registration": lambda v, m: files.detach_from_registration(
        v, **m.at, attachment_id=m.attachment_id
    ),
    "choose_authority": lambda v, m: drafting.choose_authority(v, **m.at, authority_id=m.authority_id),
    "submit_registration": lambda v, m: filing.submit_registration(v, **m.at, digest=m.digest),
    "resubmit_registration": lambda v, m: filing.resubmit_registration(v, **m.at, digest=m.digest),
    "withdraw_registration": lambda v, m: withdrawing.withdraw_registration(
        v, id=m.on.id, version=m.on.version
    ),
    "request_withdrawal": lambda v, m: withdrawing.request_withdrawal(v, **m.at, reason=m.text),
    "allow_withdrawal": lambda v, m: withdrawing.allow_withdrawal(v, on=m.on),
    "deny_withdrawal": lambda v, m: withdrawing.deny_withdrawal(v, on=m.on, reason=m.text),
    "discard_registration": lambda v, m: filing.discard_registration(v, id=m.on.id, version=m.on.version),
    "pass_registration": lambda v, m: deciding.pass_registration(v, on=m.on),
    "return_registration": lambda v, m: deciding.return_registration(v, on=m.on, remarks=(POST_WRONG,)),
    "decline_registration": lambda v, m: deciding.decline_registration(
        v, on=m.on, rules=["FIRE-WHO"], opinion="不符"
    ),
    "refuse_registration": lambda v, m: deciding.refuse_registration(
        v, on=m.on, rules=["FIRE-AGE"], opinion="不符"
    ),
    "extend_deadline": lambda v, m: deciding.extend_deadline(v, **m.at, reason="核实"),
    "issue_certificate": lambda v, m: issue_certificate(v, on=m.on, signer=SIGNER),
    "claim_work": lambda v, m: claiming.claim_work(v, **m.work),
    "keep_claim": lambda v, m: claiming.keep_claim(v, **m.work, fence=m.on.fence),
    "release_work": lambda v, m: claiming.release_work(v, **m.work, fence=m.on.fence),
    "reassign_work": lambda v, m: claiming.reassign_work(
        v, **m.work, reviewer_id=m.reviewer_id, reason="休假"
    ),
}
WEIGHTS = {
    "submit_registration": 3, "resubmit_registration": 6, "claim_work": 6, "pass_registration": 12,
    "issue_certificate": 6, "return_registration": 3, "withdraw_registration": 0.2, "allow_withdrawal": 0.5,
    "discard_registration": 0.1, "decline_registration": 0.3, "refuse_registration": 0.3,
    "detach_from_registration": 0.3,
}  # fmt: skip
"""How much likelier than others a move is, so that walks get far before they end."""
CHOSEN = {"detach_from_registration", "keep_claim", "reassign_work"}
"""Whether these succeed depends on what is chosen, not on the state alone."""


@pytest.mark.parametrize("seed", range(8))
async def test_random_moves_by_random_viewers(sqlite: str, seed: int) -> None:
    chance = random.Random(seed)
    moment = START
    with freeze(moment):
        story = await case(stage=None)
        foreign = await case(stage=StageKind.ACCEPTANCE)
        viewers = [
            story.filer, *story.desk.officers.values(), story.desk.head, foreign.filer,
            foreign.desk.officers[StageKind.ACCEPTANCE], await employer_account(story.employer), SYSTEM_VIEWER,
        ]  # fmt: skip
    walk = Walk(story, viewers, chance)
    for _ in range(MOVES):
        moment += timedelta(minutes=chance.choice((1, 1, 1, 5, 40, 60 * 20)))
        with freeze(moment):
            if chance.random() < 0.1:
                await chance.choice(SWEEPS)()
                await check(story)
            await one_move(walk)
            await check(story)


async def one_move(walk: Walk) -> None:
    viewer, action = await choose(walk)
    offered = await walk.offered(viewer)
    before, version, told = await snapshot(), walk.story.case.version, len(await recorded(walk.story.case))
    try:
        await walk.make(action, viewer)
    except (Refused, Fault) as error:
        assert action in CHOSEN or not offered.get(action), f"{action} was offered, but: {error}"
        assert await snapshot() == before, f"{action} was refused, but changed something"
        return
    assert offered.get(action), f"{action} succeeded, but was not offered"
    row = await walk.story.fresh()
    assert row.version - version == len(await recorded(row)) - told


async def choose(walk: Walk) -> tuple[Viewer, str]:
    """Mostly something that is offered to somebody, so that cases get far; else anything by anybody."""
    chance = walk.chance
    if chance.random() < 0.3:
        return chance.choice(walk.viewers), chance.choice(list(MAKE))
    pairs = [
        (viewer, action)
        for viewer in walk.viewers
        for action, ready in (await walk.offered(viewer)).items()
        if ready
    ]
    if not pairs:
        return chance.choice(walk.viewers), chance.choice(list(MAKE))
    return chance.choices(pairs, [WEIGHTS.get(action, 1) for _, action in pairs])[0]


async def snapshot() -> list[Any]:
    return [await table.all().order_by("id").values() for table in TABLES] + [len(await recorded())]


async def check(story: Story) -> None:
    """The invariants of the machine, after every move."""
    row = await story.fresh()
    entries = await recorded(row)
    states = [STATE_AFTER[one.name] for one in entries if one.name in STATE_AFTER]
    assert row.state is states[-1], "the state is the fold of the journal"
    assert [one.subject_version for one in entries] == list(range(1, row.version + 1))
    ends = [state for state in states if state in ENDED]
    assert len(ends) <= 1 and (not ends or states[-1] is ends[0]), "nothing leaves an end"
    stages = await RegistrationStage.filter(registration_id=row.id).order_by("place")
    opened = [one for one in stages if one.state is StageState.OPEN]
    assert len(opened) == (row.state in {RegistrationState.IN_REVIEW, RegistrationState.GRANTED})
    items = await WorkItem.filter(registration_id=row.id).exclude(state=ClaimState.DONE)
    assert [one.stage_id for one in items] == [one.id for one in opened], "items are the open stages"
    assert items == await WorkItem.filter(registration_id=row.id, open=True), "the queue's indexes know them"
    asked = await WithdrawalRequest.filter(registration_id=row.id, state=WithdrawalState.OPEN).count()
    assert asked <= (row.state is RegistrationState.IN_REVIEW), "a request waits while the case is in review"
    certificates = await Certificate.filter(registration_id=row.id).count()
    assert certificates == (row.state is RegistrationState.COMPLETED)
    assert len((await footing(row.applicant_id, row.profession)).cases) <= 1
