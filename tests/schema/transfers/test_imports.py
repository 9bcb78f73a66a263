"""Imports over GraphQL: preview, confirmation, progress live; one's own only."""

import pytest

from models.kernel.ids import global_id
from models.kernel.viewer import PUBLIC_VIEWER
from models.people.tables import Person
from models.transfers.kinds import ImportKind
from tests.factories import corps, person
from tests.schema.live.subscribing import Box, scene
from tests.schema.registration.asking import ask, do
from tests.transfer_story import (
    PERSON_HEADINGS,
    administrator,
    csv_of,
    keeper,
    number,
    started,
    uploaded,
    work,
    xlsx_of,
)

pytestmark = pytest.mark.usefixtures("room")
FIELDS = "import { id version state rowCount faulty progress availableActions { action } }"
PREVIEW = """query($id: ID!, $filter: ImportRowFilter) { node(id: $id) { ... on Import { id version state title status kind name
    headings rowCount lookedAt faulty outcomes { outcome count } reason availableActions { action }
    rows(first: 10, filter: $filter) { totalCount nodes { number cells outcome wrong { column received wanted } } } } } }"""
FEED = "subscription { importChanged { kind cursor event { name } job { state progress rowCount } } }"


async def test_a_file_is_started_seen_confirmed(database: str) -> None:
    admin, mobile = await administrator(), "13911112222"
    content = xlsx_of(PERSON_HEADINGS, ("王海宁", number(), mobile), ("李", "1", ""))
    file = await uploaded(admin, content)
    given = {"kind": "PERSONS", "fileId": file.global_id, "idempotencyKey": "k"}
    made = await do(admin, "startImport", FIELDS, **given)
    assert made == await do(admin, "startImport", FIELDS, **given)
    key = made["import"]["id"]
    assert (made["import"]["state"], made["import"]["progress"]) == ("CHECKING", 0)
    assert [one["action"] for one in made["import"]["availableActions"]] == ["DISCARD_IMPORT"]
    await work()
    seen = (await ask(admin, PREVIEW, id=key))["node"]
    assert (seen["state"], seen["status"], seen["rowCount"], seen["faulty"]) == ("CHECKED", "待确认", 2, 1)
    assert seen["headings"] == ["姓名", "证件号码", "手机号"]
    assert seen["rows"]["nodes"][0]["cells"][2] == "139****2222"
    assert seen["outcomes"] == [{"outcome": "NEW", "count": 1}]
    (wrong,) = (await ask(admin, PREVIEW, id=key, filter={"withErrors": True}))["node"]["rows"]["nodes"]
    assert (wrong["number"], wrong["outcome"], wrong["wrong"][0]["column"]) == (3, None, "证件号码")
    given = {"id": key, "version": seen["version"]}
    refused = await do(admin, "applyImport", FIELDS, **given, idempotencyKey="a0")
    assert [(one["code"], one["path"]) for one in refused["userErrors"]] == [
        ("INVALID", ["input", "leaveOutFaulty"])
    ]
    await do(admin, "applyImport", FIELDS, **given, leaveOutFaulty=True, idempotencyKey="a")
    await work()
    done = (await ask(admin, PREVIEW, id=key))["node"]
    assert (done["state"], done["availableActions"]) == ("APPLIED", [])
    assert [one.name for one in await Person.all()] == ["王海宁"]


async def test_nobody_else_sees_it_and_kinds_are_those_one_may_import(sqlite: str) -> None:
    row = await started(
        await administrator(), ImportKind.PERSONS, csv_of(PERSON_HEADINGS, ("王", number(), ""))
    )
    await work()
    mine = "{ importableKinds imports(first: 5) { nodes { id } } }"
    for other in (PUBLIC_VIEWER, await person(), await administrator()):
        assert (await ask(other, PREVIEW, id=row.global_id))["node"] is None
        assert (await ask(other, mine))["imports"]["nodes"] == []
    assert (await ask(await keeper(await corps()), mine))["importableKinds"] == [
        "EXAMINATION_RECORDS", "EDUCATION_HOURS", "OLD_CERTIFICATES",
    ]  # fmt: skip
    assert (await ask(PUBLIC_VIEWER, mine))["importableKinds"] == []


async def test_whoever_started_it_follows_it_live(database: str) -> None:
    admin = await administrator()
    async with scene() as live:
        own = await live.subscriber(admin, FEED, Box())
        other = await live.subscriber(await person(), FEED, Box())
        await live.quiet()
        row = await started(admin, ImportKind.PERSONS, csv_of(PERSON_HEADINGS, ("王", number(), "")))
        await work()
        await do(
            admin,
            "applyImport",
            FIELDS,
            id=global_id("imp", row.id),
            version=(await type(row).get(id=row.id)).version,
            idempotencyKey="a",
        )
        await work()
        await live.quiet()
        told = [frame for frame in own.frames if frame["event"]]
        assert [frame["event"]["name"] for frame in told] == [
            "IMPORT_STARTED", "IMPORT_PROGRESSED", "IMPORT_CHECKED", "IMPORT_CONFIRMED", "IMPORT_APPLIED",
        ]  # fmt: skip
        assert told[-1]["job"] == {"state": "APPLIED", "progress": 1.0, "rowCount": 1}
        assert [frame for frame in other.frames if frame["event"]] == []
