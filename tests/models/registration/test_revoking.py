"""Revoking a certificate: in the order anonymous, outsider, other authority, wrong state, unmet, allowed."""

from typing import Any

import pytest

from models.agencies.tables import Employment
from models.authorities.kinds import Profession, ReviewerRole
from models.kernel.clock import freeze
from models.kernel.errors import Forbidden, InvalidField, NotFound, Refused, WrongState
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.registration.credentials import Certificate, Seal
from models.registration.kinds import CredentialState, RegistrationKind, StageKind
from models.registration.startable import startable
from models.registration.steps.revoking import revoke_certificate
from tests.factories import corps, reviewer
from tests.kind_story import ISSUED_AT, VALID_UNTIL, morning, registered
from tests.registration_story import recorded

LAW = "《注册消防工程师管理规定》第五十条"


async def revoke(viewer: Viewer, row: Certificate, **changes: Any) -> Certificate:
    known: dict[str, Any] = {
        "law": LAW,
        "reason": "以欺骗手段取得注册",
        "second_reviewer_id": 0,
        "version": row.version,
    }
    return (await revoke_certificate(viewer, id=row.id, **(known | changes))).value


async def test_a_decider_revokes_with_a_second_beside(database: str) -> None:
    with freeze(ISSUED_AT):
        story, row = await registered()
        decider, head = story.desk.officers[StageKind.DECISION], story.desk.head
        assert head.reviewer_id is not None
        for viewer in (PUBLIC_VIEWER, await reviewer(ReviewerRole.DECIDER, at=await corps("浙", "330000"))):
            with pytest.raises(NotFound):
                await revoke(viewer, row, second_reviewer_id=head.reviewer_id)
        for viewer in (story.filer, story.desk.officers[StageKind.ACCEPTANCE]):
            with pytest.raises(Forbidden):
                await revoke(viewer, row, second_reviewer_id=head.reviewer_id)
        accepts = story.desk.officers[StageKind.ACCEPTANCE].reviewer_id
        for wrong in (
            {"second_reviewer_id": decider.reviewer_id},
            {"second_reviewer_id": accepts},
            {"law": " "},
        ):
            with pytest.raises(Refused) as refused:
                await revoke(decider, row, **({"second_reviewer_id": head.reviewer_id} | wrong))
            assert isinstance(refused.value.errors[0], InvalidField)
        row = await revoke(decider, row, second_reviewer_id=head.reviewer_id)
        doors = await startable(story.filer)
    assert (row.state, row.reason) == (CredentialState.REVOKED, f"{LAW}：以欺骗手段取得注册")
    assert row.seconded_by == head.reviewer_id
    assert [seal.state for seal in await Seal.all()] == [CredentialState.REVOKED]
    assert await Employment.filter(until=None).count() == 0
    (entry,) = [one for one in await recorded(row) if one.name == "CERTIFICATE_REVOKED"]
    assert (entry.public, entry.notifies) == (True, True)
    assert [one.kind for one in doors if one.legal and one.profession is Profession.FIRE_ENGINEER] == []
    assert RegistrationKind.RE_REGISTRATION in {one.kind for one in doors}


async def test_what_has_ended_is_not_revoked(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, row = await registered()
    decider, head = story.desk.officers[StageKind.DECISION], story.desk.head
    with freeze(morning(VALID_UNTIL.replace(day=2))), pytest.raises(Refused) as refused:
        await revoke(decider, row, second_reviewer_id=head.reviewer_id)
    assert isinstance(refused.value.errors[0], WrongState)
