"""Every object of a case, and what a viewer is to each: read from the rows, not by what the program thinks of it."""

from dataclasses import dataclass
from typing import Any

from models.files.tables import StoredFile
from models.kernel.viewer import Viewer, ViewerKind
from models.professions.rulebook import STAGE_ROLES
from models.registration.batches.kinds import BatchEntryState
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.credentials import Certificate, CertificateLabel, Seal
from models.registration.deliveries.tables import Delivery
from models.registration.kinds import StageKind, StageState
from models.registration.tables import Attachment, Registration, RegistrationStage, WorkItem
from models.registration.withdrawals import WithdrawalRequest
from tests.everybody.handling import Case
from tests.matrix.table import Group, Seer

OPEN = (StageState.OPEN, StageState.BATCHED, StageState.PAUSED)
MAKER = STAGE_ROLES[StageKind.DELIVERY]


@dataclass(frozen=True)
class State:
    """A case as it stands: its row, and its stages."""

    row: Registration
    stages: tuple[RegistrationStage, ...]

    @property
    def filed(self) -> bool:
        return self.row.submitted_at is not None


@dataclass(frozen=True)
class Thing:
    """One object. `body`, `employer`: row keys, where it is one body's or one employer's; `role`: of a work item."""

    type: str
    id: str
    key: int
    group: Group
    state: State
    body: int | None = None
    region: str | None = None
    """Of what belongs to a whole body: where that is."""
    employer: int | None = None
    role: str = ""


async def things_of(case: Case) -> list[Thing]:
    """All there are now of the applicant: of this case, and of those before it."""
    found = list[Thing]()
    for row in await Registration.filter(applicant_id=case.who.viewer.person_id).order_by("id"):
        stages = await RegistrationStage.filter(registration_id=row.id).order_by("place")
        state = State(row, tuple(stages))
        found += [*await _of_case(state), *await _of_bodies(state), *await _of_batches(state)]
    return found


async def _of_case(state: State) -> list[Thing]:
    group, key = (Group.CASE if state.filed else Group.DRAFT), state.row.id
    found = [Thing("Registration", state.row.global_id, key, group, state, employer=state.row.employer_id)]
    for name, model in (
        ("RegistrationStage", RegistrationStage),
        ("Attachment", Attachment),
        ("WithdrawalRequest", WithdrawalRequest),
    ):
        found += [_thing(name, one, group, state) for one in await model.filter(registration_id=key)]
    files = await StoredFile.filter(subject=Registration.prefix, subject_id=key)
    return found + [_thing("File", one, group, state) for one in files]


async def _of_bodies(state: State) -> list[Thing]:
    key, found = state.row.id, list[Thing]()
    for item in await WorkItem.filter(registration_id=key):
        found.append(_thing("WorkItem", item, Group.WORK, state, body=item.authority_id, role=item.role))
    for made in await Certificate.filter(registration_id=key):
        own: dict[str, Any] = {"body": made.authority_id, "employer": made.employer_id}
        found.append(_thing("Certificate", made, Group.CERTIFICATE, state, **own))
        for name, model in (("Seal", Seal), ("CertificateLabel", CertificateLabel)):
            parts = await model.filter(certificate_id=made.id)
            found += [_thing(name, one, Group.CERTIFICATE, state, **own) for one in parts]
    for sent in await Delivery.filter(registration_id=key):
        found.append(_thing("Delivery", sent, Group.DELIVERY, state, body=sent.authority_id))
    return found


async def _of_batches(state: State) -> list[Thing]:
    found = []
    for entry in await BatchEntry.filter(registration_id=state.row.id):
        batch = await Batch.get(id=entry.batch_id)
        out = batch.announced_at is not None
        of: dict[str, Any] = {"body": batch.authority_id, "region": batch.region}
        gone = out and entry.state is BatchEntryState.CARRIED_OUT
        published = Group.PUBLISHED if out else Group.BATCH
        person = Thing("AnnouncedPerson", f"ann_{entry.id}", entry.id, _person(gone), state)
        found += [
            _thing("BatchEntry", entry, Group.ENTRY, state, **of),
            _thing("Batch", batch, published, state, **of),
            person,
        ]
    return found


def _person(gone: bool) -> Group:
    return Group.PUBLISHED if gone else Group.UNPUBLISHED


def _thing(name: str, row: Any, group: Group, state: State, **own: Any) -> Thing:
    own.setdefault("employer", state.row.employer_id)
    return Thing(name, row.global_id, row.id, group, state, **own)


def seer_of(viewer: Viewer, thing: Thing) -> Seer:
    """What the viewer is to the object."""
    row = thing.state.row
    match viewer.kind:
        case ViewerKind.PERSON if viewer.person_id == row.applicant_id:
            hidden = row.filed_by_employer and not thing.state.filed
            return Seer.STRANGER if hidden else Seer.APPLICANT
        case ViewerKind.EMPLOYER if viewer.employer_id is not None and viewer.employer_id == thing.employer:
            return Seer.FILING_EMPLOYER if row.filed_by_employer else Seer.EMPLOYER
        case ViewerKind.REVIEWER:
            return _reviewer(viewer, thing)
    return Seer.STRANGER


def _reviewer(viewer: Viewer, thing: Thing) -> Seer:
    row = thing.state.row
    region = (row.region or "") if thing.region is None else thing.region
    mine = [one for one in viewer.grants if one.profession == row.profession and one.covers(region)]
    if not mine:
        return Seer.OUTSIDE
    if thing.body is None:
        return _of_case_body(viewer, thing.state)
    if thing.body != viewer.authority_id:
        handled = [
            one for one in thing.state.stages if one.authority_id == viewer.authority_id and one.opened_at
        ]
        return Seer.BODY_ON_THE_WAY if handled and thing.group is Group.CERTIFICATE else Seer.OTHER_BODY
    return Seer.ITS_MAKER if any(one.role == MAKER for one in mine) else Seer.ITS_BODY


def _of_case_body(viewer: Viewer, state: State) -> Seer:
    here = [one for one in state.stages if one.authority_id == viewer.authority_id]
    if any(one.state in OPEN for one in here):
        return Seer.IN_TURN
    if any(one.opened_at for one in here):
        return Seer.BEFORE
    if viewer.authority_id == state.row.authority_id:
        return Seer.CHOSEN
    return Seer.AFTER if here else Seer.OTHER_BODY
