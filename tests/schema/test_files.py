"""Tickets, files and the photo tool in the graph."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import strawberry

from models.files.reception import receive
from models.files.scan import TestVirusScanner
from models.files.storage import FolderStorage
from models.files.tables import StoredFile
from models.files.tickets import ticket_of
from models.files.vault import Vault, close_vault, open_vault
from models.kernel.cursor import Cursors
from models.kernel.journal import START
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from schema.common.context import Context
from schema.common.interfaces import Node
from schema.files import Mutation
from schema.plans.build import PlannedSchema
from schema.plans.declare import by_node_id
from tests.models.files import material
from tests.models.files.conftest import OUTSIDER, OWNER
from tests.models.files.sending import body_of

pytest.importorskip("schema.registration", reason="errors name types of every area")

ASK = """mutation ($input: RequestUploadInput!) { requestUpload(input: $input) {
  ticket { file { id state } url maxBytes mediaTypes expiresAt } userErrors { code message path } cursor } }"""
SHOW = """query ($id: ID!) { node(id: $id) { ... on File {
  state mediaType width height refusals { message law severity needed } downloadUrl previewUrl pageUrls } } }"""
CROP = """mutation ($input: CropPhotoInput!) { cropPhoto(input: $input) {
  file { id width height mediaType downloadUrl } userErrors { code message path } } }"""


@strawberry.type(description="查询")
class Query:
    node: Node | None = by_node_id()


SCHEMA = PlannedSchema(Query, Mutation)


@pytest.fixture(autouse=True)
def _room(sqlite: str, tmp_path: Path) -> Iterator[None]:
    open_vault(Vault(FolderStorage(tmp_path / "files"), TestVirusScanner(), tmp_path / "passing", b"secret"))
    yield
    close_vault()


async def _run(viewer: Viewer, document: str, **variables: Any) -> Any:
    context = Context(viewer=viewer, cursors=Cursors(b"s", epoch=1, horizon=START))
    return await SCHEMA.execute(document, variables, context)


async def _asked(data: bytes, purpose: str = "PHOTO", key: str = "k1") -> dict[str, Any]:
    given = {"purpose": purpose, "name": "照片.jpg", "bytes": len(data), "idempotencyKey": key}
    result = await _run(OWNER, ASK, input=given)
    assert result.errors is None
    answer: dict[str, Any] = result.data["requestUpload"]
    return answer


async def _sent(data: bytes) -> str:
    ticket = (await _asked(data))["ticket"]
    await receive(OWNER, ticket["url"].rsplit("/", 1)[-1], body_of(data), None)
    return str(ticket["file"]["id"])


async def test_a_ticket_says_where_what_and_how_much() -> None:
    first, again = await _asked(b"x"), await _asked(b"x")
    assert first == again
    ticket = first["ticket"]
    assert (ticket["file"]["state"], ticket["maxBytes"]) == ("EXPECTED", 20 * 1024 * 1024)
    assert ticket["mediaTypes"] == ["image/jpeg", "image/png"]
    assert ticket["url"] == f"/files/upload/{ticket_of(await StoredFile.get())}"
    assert first["userErrors"] == []
    assert first["cursor"] is None


@pytest.mark.requirement("S0-14")
async def test_what_is_too_large_gets_no_ticket() -> None:
    answer = await _asked(bytes(300 * 1024 + 1), "SCAN")
    assert answer["ticket"] is None
    [error] = answer["userErrors"]
    assert (error["code"], error["path"]) == ("FILE_REFUSED", ["input", "bytes"])
    assert "收到 301 KB" in error["message"]
    assert "不超过 300 KB" in error["message"]


async def test_nobody_gets_a_ticket_without_signing_in() -> None:
    given = {"purpose": "SCAN", "name": "a", "bytes": 1, "idempotencyKey": "k"}
    result = await _run(PUBLIC_VIEWER, ASK, input=given)
    assert result.errors is not None
    assert (result.errors[0].extensions or {})["code"] == "UNAUTHENTICATED"


async def test_files_are_the_owners() -> None:
    key = await _sent(material.jpeg(600, 840))
    own = (await _run(OWNER, SHOW, id=key)).data["node"]
    assert (own["state"], own["width"], own["height"], own["refusals"]) == ("CLEAN", 600, 840, [])
    assert own["downloadUrl"].startswith(f"/files/{key}/")
    assert own["previewUrl"].endswith("/preview")
    assert [url.rsplit("/", 2)[1:] for url in own["pageUrls"]] == [["page", "1"]]
    for viewer in (OUTSIDER, PUBLIC_VIEWER):
        assert (await _run(viewer, SHOW, id=key)).data["node"] is None


@pytest.mark.requirement("D-1")
async def test_a_refused_file_says_why_and_has_no_address() -> None:
    key = await _sent(material.gif())
    shown = (await _run(OWNER, SHOW, id=key)).data["node"]
    assert shown["state"] == "REFUSED"
    assert (shown["downloadUrl"], shown["pageUrls"]) == (None, [])
    [reason] = shown["refusals"]
    assert reason["message"] == "“照片.jpg”：收到 GIF 图片，需要 JPG 或 PNG"
    assert (reason["severity"], reason["law"], reason["needed"]) == ("BLOCKING", "S0-12 D-1", "JPG 或 PNG")


@pytest.mark.requirement("D-1")
async def test_the_photo_tool_gives_a_file_to_look_at() -> None:
    original = await _sent(material.jpeg(600, 840))
    given = {"fileId": original, "left": 0, "top": 0, "width": 590, "height": 826, "idempotencyKey": "c"}
    photo = (await _run(OWNER, CROP, input=given)).data["cropPhoto"]["file"]
    assert (photo["width"], photo["height"], photo["mediaType"]) == (295, 413, "image/jpeg")
    assert photo["id"] != original
    assert photo["downloadUrl"]
    wrong = (await _run(OWNER, CROP, input=given | {"left": 500, "idempotencyKey": "d"})).data["cropPhoto"]
    assert wrong["file"] is None
    assert wrong["userErrors"][0]["path"] == ["input", "left"]
    other = await _run(OUTSIDER, CROP, input=given)
    assert other.errors is not None
    assert (other.errors[0].extensions or {})["code"] == "NOT_FOUND"
