"""Revoking a certificate: in the order anonymous, outsider, other authority, wrong state, unmet, allowed."""

from typing import Any

import pytest

from models.agencies.tables import Employment
from models.authorities.kinds import Profession, ReviewerRole
from models.files.reads import visible_to as files_visible_to
from models.files.tables import StoredFile
from models.kernel.clock import freeze
from models.kernel.errors import (
    Duplicate,
    Forbidden,
    InvalidField,
    NotFound,
    Refused,
    UnmetRequirement,
    WrongState,
)
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.registration.credentials import Certificate, Seal
from models.registration.kinds import CredentialState, RegistrationKind, StageKind
from models.registration.revocations.kinds import RevocationState
from models.registration.revocations.reads import visible_to
from models.registration.revocations.tables import Revocation
from models.registration.startable import startable
from models.registration.steps.revoking import (
    confirm_revocation,
    propose_revocation,
    reject_revocation,
    take_back_revocation,
)
from models.registration.verify import verify_certificate
from tests.factories import corps, employer_account, picture, reviewer
from tests.kind_story import ISSUED_AT, VALID_UNTIL, morning, registered
from tests.registration_story import recorded

LAW = "《注册消防工程师管理规定》第五十条"
REASON = "以欺骗手段取得注册"


async def propose(viewer: Viewer, row: Certificate, **changes: Any) -> Revocation:
    known: dict[str, Any] = {"law": LAW, "reason": REASON, "version": row.version}
    return (await propose_revocation(viewer, id=row.id, **(known | changes))).value


async def test_a_second_reviewer_confirms_what_the_first_proposed(database: str) -> None:
    with freeze(ISSUED_AT):
        story, row = await registered()
        decider, head = story.desk.officers[StageKind.DECISION], story.desk.head
        file = await picture(decider)
        asked = await propose(decider, row, documents=[file.id])
        assert (await Certificate.get(id=row.id)).state is CredentialState.VALID
        with pytest.raises(Forbidden):
            await confirm_revocation(decider, id=asked.id, version=asked.version)
        asked = (await confirm_revocation(head, id=asked.id, version=asked.version)).value
        doors = await startable(story.filer)
        row = await Certificate.get(id=row.id)
        proof = await verify_certificate(row.number, lambda _: True)
    assert (asked.state, asked.proposed_by_id, asked.decided_by_id) == (
        RevocationState.CONFIRMED,
        decider.reviewer_id,
        head.reviewer_id,
    )
    assert (row.state, row.reason) == (CredentialState.REVOKED, f"{LAW}：{REASON}")
    assert proof is not None
    assert (proof.state, proof.state_since) == (CredentialState.REVOKED, row.state_since)
    assert [seal.state for seal in await Seal.all()] == [CredentialState.REVOKED]
    assert await Employment.filter(until=None).count() == 0
    (entry,) = [one for one in await recorded(row) if one.name == "CERTIFICATE_REVOKED"]
    assert (entry.public, entry.notifies) == (True, True)
    assert [one.name for one in await recorded(asked)] == ["REVOCATION_PROPOSED", "REVOCATION_CONFIRMED"]
    assert [one.kind for one in doors if one.legal and one.profession is Profession.FIRE_ENGINEER] == []
    assert RegistrationKind.RE_REGISTRATION in {one.kind for one in doors}


async def test_until_it_is_confirmed_only_the_authority_knows(database: str) -> None:
    with freeze(ISSUED_AT):
        story, row = await registered()
        decider, head = story.desk.officers[StageKind.DECISION], story.desk.head
        file = await picture(decider)
        asked = await propose(decider, row, documents=[file.id])
        elsewhere = await reviewer(ReviewerRole.HEAD, at=await corps("浙", "330000"))
        for viewer in (PUBLIC_VIEWER, story.filer, await employer_account(story.employer), elsewhere):
            assert not await Revocation.filter(visible_to(viewer)).exists()
            assert not await StoredFile.filter(files_visible_to(viewer), id=file.id).exists()
            with pytest.raises(NotFound):
                await confirm_revocation(viewer, id=asked.id, version=asked.version)
        assert await StoredFile.filter(files_visible_to(head), id=file.id).exists()
        (entry,) = await JournalRow.filter(name="REVOCATION_PROPOSED")
    assert (entry.person_id, entry.employer_id, entry.public) == (None, None, False)
    assert entry.authority_id == story.authority.id


async def test_who_may_not_propose_and_what_is_missing(database: str) -> None:
    with freeze(ISSUED_AT):
        story, row = await registered()
        decider = story.desk.officers[StageKind.DECISION]
        for viewer in (PUBLIC_VIEWER, await reviewer(ReviewerRole.DECIDER, at=await corps("浙", "330000"))):
            with pytest.raises(NotFound):
                await propose(viewer, row)
        for viewer in (story.filer, story.desk.officers[StageKind.ACCEPTANCE]):
            with pytest.raises(Forbidden):
                await propose(viewer, row)
        for wrong, field in (({"law": " "}, "law"), ({"reason": ""}, "reason")):
            with pytest.raises(Refused) as refused:
                await propose(decider, row, **wrong)
            (error,) = refused.value.errors
            assert isinstance(error, InvalidField)
            assert error.path == ("input", field)
        with pytest.raises(NotFound):
            await propose(decider, row, documents=[(await picture(story.filer)).id])
        kin = await reviewer(ReviewerRole.HEAD, at=story.authority, person_id=story.filer.person_id)
        with pytest.raises(Refused) as refused:
            await propose(kin, row)
        assert isinstance(refused.value.errors[0], UnmetRequirement)
        assert await Revocation.all().count() == 0


async def test_there_is_one_proposal_at_a_time(database: str) -> None:
    with freeze(ISSUED_AT):
        story, row = await registered()
        decider, head = story.desk.officers[StageKind.DECISION], story.desk.head
        asked = await propose(decider, row)
        row = await Certificate.get(id=row.id)
        with pytest.raises(Refused) as refused:
            await propose(head, row)
        (error,) = refused.value.errors
        assert isinstance(error, Duplicate)
        assert error.existing == asked.global_id
        asked = (
            await take_back_revocation(decider, id=asked.id, version=asked.version, reason="证据不足")
        ).value
        assert (asked.state, asked.answer) == (RevocationState.TAKEN_BACK, "证据不足")
        with pytest.raises(Refused) as refused:
            await confirm_revocation(head, id=asked.id, version=asked.version)
        assert isinstance(refused.value.errors[0], WrongState)
        again = await propose(head, await Certificate.get(id=row.id))
        assert again.proposed_by_id == head.reviewer_id


async def test_the_second_turns_it_down_and_the_first_cannot(database: str) -> None:
    with freeze(ISSUED_AT):
        story, row = await registered()
        decider, head = story.desk.officers[StageKind.DECISION], story.desk.head
        asked = await propose(head, row)
        with pytest.raises(Forbidden):
            await reject_revocation(head, id=asked.id, version=asked.version, reason="x")
        with pytest.raises(Forbidden):
            await take_back_revocation(decider, id=asked.id, version=asked.version)
        with pytest.raises(Refused):
            await reject_revocation(decider, id=asked.id, version=asked.version, reason=" ")
        asked = (
            await reject_revocation(decider, id=asked.id, version=asked.version, reason="事实不清")
        ).value
        assert (asked.state, asked.answer) == (RevocationState.REJECTED, "事实不清")
        assert (await Certificate.get(id=row.id)).state is CredentialState.VALID
        assert [one.name for one in await recorded(asked)][-1] == "REVOCATION_REJECTED"


async def test_ones_own_people_are_not_for_the_second_either(database: str) -> None:
    with freeze(ISSUED_AT):
        story, row = await registered()
        asked = await propose(story.desk.head, row)
        kin = await reviewer(ReviewerRole.DECIDER, at=story.authority, employer_id=story.employer.id)
        with pytest.raises(Refused) as refused:
            await confirm_revocation(kin, id=asked.id, version=asked.version)
        assert isinstance(refused.value.errors[0], UnmetRequirement)
        assert (await Revocation.get(id=asked.id)).state is RevocationState.PROPOSED


async def test_what_has_ended_is_not_revoked(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, row = await registered()
    decider, head = story.desk.officers[StageKind.DECISION], story.desk.head
    with freeze(morning(VALID_UNTIL)):
        asked = await propose(decider, row)
    with freeze(morning(VALID_UNTIL.replace(day=2))):
        with pytest.raises(Refused) as refused:
            await confirm_revocation(head, id=asked.id, version=asked.version)
        assert isinstance(refused.value.errors[0], WrongState)
        await take_back_revocation(decider, id=asked.id, version=asked.version)
        with pytest.raises(Refused) as refused:
            await propose(decider, await Certificate.get(id=row.id))
    assert isinstance(refused.value.errors[0], WrongState)
