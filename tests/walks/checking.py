"""What must hold after every move: of the case and its journal, of its work and deadlines, of what was granted."""

from models.agencies.tables import Employment
from models.kernel.clock import today
from models.kernel.journal import Entry
from models.kernel.workflow import Workflow
from models.people.tables import Account
from models.registration import events
from models.registration.batches.kinds import BatchEntryState
from models.registration.batches.tables import BatchEntry
from models.registration.credentials import Certificate, CertificateLabel, Seal
from models.registration.deliveries.tables import Delivery
from models.registration.kinds import (
    ClaimState,
    CredentialState,
    RegistrationState,
    StageKind,
    StageState,
    WithdrawalState,
)
from models.registration.stages import route_step
from models.registration.tables import Registration, RegistrationStage, WorkItem
from models.registration.withdrawals import WithdrawalRequest
from models.registration.workflow import CREDENTIAL, ENDED, REGISTRATION
from tests.registration_story import recorded
from tests.walks.walk import Walk

_S = RegistrationState
IN_FORCE = {CredentialState.VALID, CredentialState.EXPIRING}
OVER = {CredentialState.REPLACED, CredentialState.CANCELLED, CredentialState.REVOKED}
UNDER_WAY = {_S.IN_REVIEW, _S.GRANTED}
SEVERAL = {
    events.RegistrationGranted.name(): _S.GRANTED,
    events.RegistrationCompleted.name(): _S.COMPLETED,
}
"""Events of moves that lead to one of several states."""


def states_told(table: Workflow[RegistrationState]) -> dict[str, RegistrationState]:
    """By the table: the state in which an event leaves a case; events that leave it as it is are not here."""
    found = {
        event.name(): next(iter(move.to))
        for move in table.moves
        if len(move.to) == 1
        for event in move.records
    }
    return found | SEVERAL


STATE_AFTER = states_told(REGISTRATION)


async def right(walk: Walk) -> None:
    """Everything at once."""
    told = await recorded(walk.row)
    _journal(walk.row, told)
    stages = await RegistrationStage.filter(registration_id=walk.row.id).order_by("place")
    items = await WorkItem.filter(registration_id=walk.row.id).order_by("id")
    _stages(walk.row, stages)
    await _deadlines(walk.row, stages, items)
    await _batched(stages)
    await _holders(items)
    asked = await WithdrawalRequest.filter(registration_id=walk.row.id, state=WithdrawalState.OPEN).count()
    assert asked <= (walk.row.state is _S.IN_REVIEW), "a request waits while the case is in review"
    await granted(walk)


def _journal(row: Registration, told: list[Entry]) -> None:
    """The case is what its journal says."""
    states = [STATE_AFTER[one.name] for one in told if one.name in STATE_AFTER]
    assert row.state is states[-1], "the state is the fold of the journal"
    versions = [one.subject_version for one in told]
    assert len(told) == row.version, "one event for each version"
    assert versions == sorted(versions) and versions[-1] == row.version, "in the order of the versions"
    ends = [state for state in states if state in ENDED]
    assert len(ends) <= 1 and (not ends or states[-1] is ends[0]), "nothing leaves an end"


def _stages(row: Registration, stages: list[RegistrationStage]) -> None:
    """One stage is open while the case is under way, one stands still while it is returned, none after its end."""
    opened = [one for one in stages if one.state in (StageState.OPEN, StageState.BATCHED)]
    paused = [one for one in stages if one.state is StageState.PAUSED]
    assert len(opened) == (row.state in UNDER_WAY), "one open stage"
    assert len(paused) == (row.state is _S.RETURNED), "one paused stage"
    for here in (*opened, *paused):
        before, after = stages[: here.place - 1], stages[here.place :]
        assert {one.state for one in before} <= {StageState.PASSED}, "what came before has passed"
        assert {one.state for one in after} <= {StageState.WAITING}, "what comes after waits"


async def _deadlines(row: Registration, stages: list[RegistrationStage], items: list[WorkItem]) -> None:
    """No deadline is lost, none runs twice."""
    for one in stages:
        step = route_step(row, one)
        if one.state is StageState.OPEN and step.workdays:
            assert one.due_at is not None, "an open stage has its deadline"
        if one.state is StageState.PAUSED and step.workdays:
            assert one.minutes_left is not None and one.paused_at is not None, (
                "what stands still keeps its time"
            )
        if one.state is not StageState.PAUSED:
            assert one.paused_at is None, "only what is returned stands still"
    parcels = await Delivery.filter(registration_id=row.id).exists()
    open_stages = [
        one for one in stages if one.state is StageState.OPEN and _worked_on(row, one, parcels=parcels)
    ]
    waiting = [one for one in items if one.state is not ClaimState.DONE]
    batched = [one.id for one in stages if one.state is StageState.BATCHED]
    assert [one.stage_id for one in waiting if one.stage_id not in batched] == [one.id for one in open_stages]
    due = {one.id: one.due_at for one in stages}
    assert all(due[one.stage_id] in (None, one.due_at) for one in waiting), (
        "the work is due when the stage is"
    )
    assert all(one.open is (one.state is not ClaimState.DONE) for one in items), (
        "the queue's indexes know them"
    )


def _worked_on(row: Registration, stage: RegistrationStage, *, parcels: bool) -> bool:
    """Has it a work item? The employer works on the case itself, who delivers on the parcel."""
    return bool(route_step(row, stage).role) and not (stage.kind is StageKind.DELIVERY and parcels)


async def _batched(stages: list[RegistrationStage]) -> None:
    """Whoever waits for a batch waits in exactly one."""
    for one in stages:
        waiting = await BatchEntry.filter(stage_id=one.id, state=BatchEntryState.WAITING).count()
        assert waiting == (one.state is StageState.BATCHED), "one place in one batch"


async def _holders(items: list[WorkItem]) -> None:
    """Who holds the work is who the journal says took it last."""
    for item in (one for one in items if one.state is not ClaimState.DONE):
        told = [one for one in await recorded(item) if one.name in HOLDING]
        last = told[-1].name if told else ""
        if item.state is ClaimState.HELD:
            assert HOLDING[last], "the journal knows that it is held"
        if item.state is ClaimState.FREE:
            assert not HOLDING[last], "the journal knows that it is free"
        if item.state is ClaimState.HELD and last == events.WorkClaimed.name():
            taker = await Account.get(id=told[-1].actor_id)
            assert taker.reviewer_id == item.held_by_id, "the journal knows who holds it"


HOLDING = {
    events.WorkAdded.name(): False,
    events.WorkReleased.name(): False,
    events.WorkClaimed.name(): True,
    events.WorkReassigned.name(): True,
}


async def granted(walk: Walk) -> None:
    """One certificate at most is in force; its parts and the employment go with it."""
    whose = {"person_id": walk.row.applicant_id, "profession": walk.row.profession}
    rows = await Certificate.filter(**whose).order_by("id")
    valid = [one for one in rows if one.state in IN_FORCE and one.valid_until >= today()]
    assert len(valid) <= 1, "one registration at a time"
    for one in rows:
        await _parts(one)
        assert (one.replaced_by_id is not None) == (one.state is CredentialState.REPLACED)
    for one in rows[-2:]:
        await _told_of(one)
    jobs = await Employment.filter(**whose, until=None)
    assert len(jobs) <= 1, "one employer at a time"
    if valid:
        assert [job.employer_id for job in jobs] == [valid[0].employer_id], "employed where registered"
    elif rows and rows[-1].state in (CredentialState.CANCELLED, CredentialState.REVOKED):
        assert not jobs, "whose registration has ended is employed no more"


async def _parts(row: Certificate) -> None:
    """Seals and labels go with their certificate."""
    seals = await Seal.filter(certificate_id=row.id).values_list("state", "valid_until")
    labels = await CertificateLabel.filter(certificate_id=row.id).values_list("state", "valid_until")
    there = [one for one in (*seals, *labels) if one[0] is not CredentialState.REPLACED]
    if row.state in OVER:
        assert not [one for one in there if one[0] in IN_FORCE], (
            f"something of a {row.state} certificate is in force"
        )
    if row.state in IN_FORCE:
        assert {one[0] for one in there} <= IN_FORCE, f"something of a {row.state} certificate is over"
        assert {one[1] for one in there} <= {row.valid_until}, "they are valid as long as it is"


CREDENTIAL_AFTER = {
    event.name(): next(iter(move.to)) for move in CREDENTIAL.moves if move.to for event in move.records
}


async def _told_of(row: Certificate) -> None:
    states = [CREDENTIAL_AFTER[one.name] for one in await recorded(row) if one.name in CREDENTIAL_AFTER]
    assert row.state is states[-1], "the certificate is what its journal says"
