"""A route with half-monthly batches, for tests: pre-examination, first examination in batches, final examination,
announcement in batches, certificate, delivery; and the people of an authority that goes by it."""

from dataclasses import replace

import pytest

from models.authorities.kinds import AuthorityKind, Profession, ReviewerRole
from models.kernel.clock import today
from models.professions import shelf
from models.professions.fire_engineer import EDITION_2017
from models.professions.rulebook import STAGE_ROLES, RouteStep
from models.registration.batches.kinds import KIND_OF_STAGE, BatchKind
from models.registration.batches.sweeps import run_batches
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.digest import preview_digest
from models.registration.kinds import StageKind
from models.registration.steps.batching import announce_batch, lock_batch, report_batch
from models.registration.steps.filing import submit_registration
from tests.factories import Desk, Story, agency, complete_draft, corps, engineer, passes, reviewer

CORPS = AuthorityKind.CORPS
PRE, FIRST, FINAL = StageKind.PRE_EXAMINATION, StageKind.FIRST_EXAMINATION, StageKind.FINAL_EXAMINATION
ANNOUNCING, MAKING, DELIVERING = (
    StageKind.ANNOUNCEMENT,
    StageKind.CERTIFICATE_MAKING,
    StageKind.DELIVERY,
)
BATCHED_ROUTE = (
    RouteStep(stage=PRE, authority_kind=CORPS, workdays=5, may_return=True, may_decline=True),
    RouteStep(stage=FIRST, authority_kind=CORPS, batched=True, may_return=True, may_refuse=True),
    RouteStep(stage=FINAL, authority_kind=CORPS, workdays=20, may_return=True, may_refuse=True, decides=True),
    RouteStep(stage=ANNOUNCING, authority_kind=CORPS, batched=True),
    RouteStep(stage=MAKING, authority_kind=CORPS, workdays=10),
    RouteStep(stage=DELIVERING, authority_kind=CORPS),
)
NOTICE = "下列人员经审查符合注册条件，准予注册，现予公告。"


def go_by_batches(patch: pytest.MonkeyPatch) -> None:
    """From now on, within the test, cases take the route above."""
    forms = {kind: replace(form, route=BATCHED_ROUTE) for kind, form in EDITION_2017.forms.items()}
    patch.setitem(shelf.SHELF, Profession.FIRE_ENGINEER, (replace(EDITION_2017, forms=forms),))


async def batch_desk(**values: str) -> Desk:
    """An authority with one reviewer for every stage of the route, and a head."""
    found = Desk(await corps(**values, stages=[step.stage for step in BATCHED_ROUTE]))
    for step, name in zip(BATCHED_ROUTE, "甲乙丙丁戊己", strict=True):
        found.officers[step.stage] = await reviewer(
            STAGE_ROLES[step.stage], at=found.authority, name=f"审核{name}"
        )
    found.head = await reviewer(ReviewerRole.HEAD, at=found.authority, name="负责人")
    return found


async def case_at(stage: StageKind, at: Desk) -> Story:
    """A case that stands at a stage, by the real steps of everybody before."""
    filer, employer = await engineer(), await agency()
    row = await complete_draft(filer, at.authority, employer)
    story = Story(row, filer, at, employer)
    digest = await preview_digest(row)
    story.case = (await submit_registration(filer, id=row.id, version=row.version, digest=digest)).value
    for step in BATCHED_ROUTE:
        if step.stage is stage:
            return story
        if step.batched:
            await run(at, step.stage)
        else:
            await passes(story, step.stage)
        await story.fresh()
    raise LookupError(stage)


async def batch_of(at: Desk, stage: StageKind) -> Batch:
    """The newest batch of the stage."""
    found = Batch.filter(kind=KIND_OF_STAGE[stage], authority_id=at.authority.id).order_by("-id")
    row = await found.first()
    assert row is not None
    return row


async def locked(at: Desk, stage: StageKind) -> Batch:
    """The batch that takes cases now, locked by its officer."""
    row = await batch_of(at, stage)
    return (await lock_batch(at.officers[stage], id=row.id, version=row.version)).value


async def set_going(at: Desk, stage: StageKind) -> Batch:
    """The batch that takes cases now, locked, and reported up or announced; not carried out yet."""
    row, officer = await locked(at, stage), at.officers[stage]
    on = {"id": row.id, "version": row.version}
    if row.kind is BatchKind.ANNOUNCEMENT:
        return (await announce_batch(officer, **on, notice=NOTICE)).value
    return (await report_batch(officer, **on, stamp_number="闽应急注字第1号", stamped_on=today())).value


async def run(at: Desk, stage: StageKind) -> Batch:
    """The batch that takes cases now, carried out to its end."""
    row = await set_going(at, stage)
    await run_batches()
    return await Batch.get(id=row.id)


async def entry_of(story: Story) -> BatchEntry:
    """The case's newest entry in a batch."""
    row = await BatchEntry.filter(registration_id=story.case.id).order_by("-id").first()
    assert row is not None
    return row
