"""Revoking over GraphQL: what the first and the second reviewer see, live and in their messages, and nobody else."""

from typing import Any

from models.kernel.viewer import PUBLIC_VIEWER
from models.registration.kinds import StageKind
from tests.factories import case, picture
from tests.registration_story import issue
from tests.schema.live.subscribing import Box, scene
from tests.schema.registration.asking import ask, do

LIST = """{ revocations(first: 5) { nodes { id version title status state law reason answer certificateNumber
    certificate { id state } documents { id name } proposedBy { name } decidedBy { name }
    availableActions { action label } } } }"""
CERTIFICATE = """{ certificates(first: 5) { nodes { id version state availableActions { action }
    revocation { state } } } }"""
MESSAGES = "{ viewer { unreadCount } notifications(first: 5) { nodes { text link urgent } } }"
FEED = "subscription { revocationChanged { kind cursor event { name summary } revocation { id state } } }"


async def listed(viewer: Any) -> Any:
    return (await ask(viewer, LIST))["revocations"]["nodes"]


async def certificate(viewer: Any) -> Any:
    (row,) = (await ask(viewer, CERTIFICATE))["certificates"]["nodes"]
    return row


async def test_two_reviewers_over_graphql(database: str) -> None:
    story = await case(stage=StageKind.CERTIFICATE_MAKING)
    await issue(story)
    decider, head = story.desk.officers[StageKind.DECISION], story.desk.head
    row = await certificate(decider)
    assert [one["action"] for one in row["availableActions"]] == ["PROPOSE_REVOCATION"]
    file = await picture(decider)
    async with scene() as on:
        desk = await on.subscriber(head, FEED, Box())
        holder = await on.subscriber(story.filer, FEED, Box())
        public = await on.subscriber(PUBLIC_VIEWER, FEED, Box())
        await on.quiet()
        given = {"id": row["id"], "version": row["version"], "law": "第五十条", "reason": "骗取注册"}
        payload = await do(
            decider, "proposeRevocation", "revocation { id version state }", **given,
            fileIds=[file.global_id], idempotencyKey="1",
        )  # fmt: skip
        assert payload["userErrors"] == []
        asked = payload["revocation"]
        (mine,), (theirs,) = await listed(decider), await listed(head)
        assert [one["action"] for one in mine["availableActions"]] == ["TAKE_BACK_REVOCATION"]
        assert [one["action"] for one in theirs["availableActions"]] == [
            "CONFIRM_REVOCATION",
            "REJECT_REVOCATION",
        ]
        assert (theirs["status"], theirs["certificate"]["state"]) == ("待复核", "VALID")
        assert [one["id"] for one in theirs["documents"]] == [file.global_id]
        assert await listed(story.filer) == await listed(PUBLIC_VIEWER) == []
        assert (await certificate(story.filer))["revocation"] is None
        message = (await ask(head, MESSAGES))["notifications"]["nodes"][0]
        assert message["urgent"]
        assert message["link"] == f"/desk/revocations/{asked['id']}"
        on_asked = {"id": asked["id"], "version": asked["version"]}
        payload = await do(
            head,
            "confirmRevocation",
            "revocation { state decidedBy { name } }",
            **on_asked,
            idempotencyKey="2",
        )
        assert payload["userErrors"] == []
        assert payload["revocation"] == {"state": "CONFIRMED", "decidedBy": {"name": "负责人"}}
        await on.quiet()
        heard = [(one["event"]["name"], one["revocation"]["state"]) for one in desk.frames if one["event"]]
        assert [name for name, _ in heard] == ["REVOCATION_PROPOSED", "REVOCATION_CONFIRMED"]
        assert heard[-1][1] == "CONFIRMED"
        assert [one for one in [*holder.frames, *public.frames] if one["event"]] == []
    after = await certificate(story.filer)
    assert (after["state"], after["availableActions"]) == ("REVOKED", [])


async def test_turned_down_with_the_reason(database: str) -> None:
    story = await case(stage=StageKind.CERTIFICATE_MAKING)
    await issue(story)
    decider, head = story.desk.officers[StageKind.DECISION], story.desk.head
    row = await certificate(decider)
    given = {"id": row["id"], "version": row["version"], "law": "第五十条", "reason": "骗取注册"}
    asked = (
        await do(decider, "proposeRevocation", "revocation { id version }", **given, idempotencyKey="1")
    )["revocation"]
    empty = await do(
        head, "rejectRevocation", "revocation { state }", **asked, reason=" ", idempotencyKey="2"
    )
    assert [one["path"] for one in empty["userErrors"]] == [["input", "reason"]]
    done = await do(
        head,
        "rejectRevocation",
        "revocation { state answer }",
        **asked,
        reason="证据不足",
        idempotencyKey="3",
    )
    assert done["revocation"] == {"state": "REJECTED", "answer": "证据不足"}
    late = await do(
        decider,
        "takeBackRevocation",
        "revocation { state }",
        id=asked["id"],
        version=asked["version"] + 1,
        idempotencyKey="4",
    )
    assert [one["code"] for one in late["userErrors"]] == ["WRONG_STATE"]
    assert (await certificate(decider))["revocation"] == {"state": "REJECTED"}
