"""The matrix at the doors of plain HTTP, and at the one that is open to everybody: files, exports, verification."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from api.files import file_routes
from api.papers.cover import cover_route
from models.authorities.kinds import Profession
from models.files.links import FileView, address
from models.files.scan import TestVirusScanner
from models.files.storage import FolderStorage
from models.files.tables import StoredFile
from models.files.vault import Vault, close_vault, open_vault
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Viewer
from models.people.masks import mask_name
from models.professions.shelf import SHELF
from models.registration.batches.tables import Batch
from models.registration.credentials import Certificate
from models.registration.kinds import RegistrationKind
from tests.everybody.bodies import bodies
from tests.everybody.handling import Case, begun, handed_in, handled
from tests.everybody.people import engineer
from tests.matrix.asking import PRIVATE, seen_by
from tests.matrix.cast import Watcher, watchers_of
from tests.matrix.doors import ask
from tests.matrix.table import Answer, Group, expected
from tests.matrix.things import seer_of, things_of

CONTENT = b"what stands in the file"
KEY = "ab/cd/content"
PROOF = """query ($code: String!) { verifyCertificate(code: $code) { genuine number name sex identityMasked photoUrl
    employerName state differences { path before after } } }"""


class SignedIn:
    """Everybody is signed in; a request says by its header who asks."""

    def __init__(self, watchers: list[Watcher]) -> None:
        self.viewers = {one.viewer.account_id: one.viewer for one in watchers}

    async def of_request(self, request: Request) -> Viewer:
        return self.viewers.get(int(request.headers.get("x-account", 0)), PUBLIC_VIEWER)

    async def of_session(self, account_id: int, session_id: int) -> Viewer | None:
        return self.viewers.get(account_id)


@pytest.fixture(autouse=True)
def _room(tmp_path: Path) -> Iterator[None]:
    folder = tmp_path / "files"
    (folder / KEY).parent.mkdir(parents=True)
    (folder / KEY).write_bytes(CONTENT)
    open_vault(Vault(FolderStorage(folder), TestVirusScanner(), tmp_path / "passing", b"secret"))
    yield
    close_vault()


@unit_of_work
async def _stored(unit: Unit) -> None:
    """Every file has its content, so that only a right to it can be missing."""
    await StoredFile.all().update(storage_key=KEY, bytes=len(CONTENT))


async def _client(watchers: list[Watcher]) -> AsyncIterator[httpx.AsyncClient]:
    askers = SignedIn(watchers)
    app = Starlette(routes=[*file_routes(askers), cover_route(askers)])
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://zhiye.test", trust_env=False
    ) as client:
        yield client


@pytest.mark.parametrize("profession", SHELF)
async def test_files_and_exports_go_to_whom_the_table_says(database: str, profession: Profession) -> None:
    """Addresses are made as if each had learnt them: the right is asked when they are used."""
    case = await begun(await bodies(profession), await engineer(profession), RegistrationKind.INITIAL)
    watchers = await watchers_of(case)
    await _stored(SYSTEM_VIEWER)
    async for client in _client(watchers):
        wrong = await _files(client, watchers, case)
        await handed_in(case)
        going = True
        while going:
            wrong += [*await _files(client, watchers, case), *await _covers(client, watchers, case)]
            going = await handled(case)
        assert not wrong, "\n".join(wrong)


async def _files(client: httpx.AsyncClient, watchers: list[Watcher], case: Case) -> list[str]:
    wrong = []
    files = [one for one in await things_of(case) if one.type == "File"]
    for watcher in (one for one in watchers if one.viewer.signed_in):
        seen = seen_by(watcher, files).ids
        for thing in files[:2]:
            row = await StoredFile.get(id=thing.key)
            url = address(watcher.viewer, row.id, row.state, FileView.CONTENT)
            answer = await client.get(str(url))
            if (answer.content == CONTENT) is not (thing.id in seen):
                wrong.append(f"{watcher.name}: {thing.id} ({thing.group}) answers {answer.status_code}")
    return wrong


async def _covers(client: httpx.AsyncClient, watchers: list[Watcher], case: Case) -> list[str]:
    """The list of a batch has everybody's name: it is its own body's, announced or not."""
    wrong = []
    for thing in (one for one in await things_of(case) if one.type == "Batch"):
        for watcher in watchers:
            allowed = expected(seer_of(watcher.viewer, thing), Group.BATCH) is not Answer.NOTHING
            headers = {"x-account": str(watcher.viewer.account_id or 0)}
            for door in ("xlsx",) if allowed else ("xlsx", "pdf"):
                answer = await client.get(f"/batches/{thing.id}/cover.{door}", headers=headers)
                if (answer.status_code == 200) is not allowed:
                    wrong.append(f"{watcher.name}: cover.{door} of {thing.id} answers {answer.status_code}")
    return wrong


@pytest.mark.parametrize("profession", SHELF)
async def test_everybody_verifies_the_same_and_nothing_private(sqlite: str, profession: Profession) -> None:
    case = await begun(await bodies(profession), await engineer(profession), RegistrationKind.INITIAL)
    watchers = await watchers_of(case)
    await handed_in(case)
    while await handled(case):
        pass
    row, made = await case.row(), await Certificate.get(registration_id=case.key)
    proofs: list[Any] = []
    for code, name in ((made.verify_code, row.name), (made.number, mask_name(row.name or ""))):
        for watcher in watchers[:: len(watchers) // 5]:
            proof = (await ask(watcher.viewer, PROOF, code=code))["verifyCertificate"]
            assert proof["name"] == name, watcher.name
            proofs.append(proof)
    told = orjson.dumps(proofs).decode()
    assert [column for column in PRIVATE if getattr(row, column) and str(getattr(row, column)) in told] == []


async def test_batches_were_there_to_export(sqlite: str) -> None:
    """Of some profession, or the doors above were not asked."""
    for profession in SHELF:
        case = await begun(await bodies(profession), await engineer(profession), RegistrationKind.INITIAL)
        await handed_in(case)
        while await handled(case):
            pass
    assert await Batch.all().exists()
