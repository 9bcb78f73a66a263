"""Downloads: for whoever may see the file at that moment; ranges, names and guards of the answer."""

from datetime import timedelta

import httpx
import pytest
from tortoise.queryset import QuerySet

from models.files import steps
from models.files.keeping import keep_document
from models.files.links import FileView, download_url, page_urls, upload_url
from models.files.reads import get_file, may_see_subject
from models.files.tables import FilePurpose, StoredFile
from models.files.vault import Vault
from models.kernel.clock import freeze, now
from models.kernel.errors import NotFound
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.people.tables import Person
from tests.api.files.conftest import OUTSIDER, OWNER, SignIns
from tests.models.files import material


async def _uploaded(
    owner: httpx.AsyncClient,
    data: bytes,
    purpose: FilePurpose = FilePurpose.LICENCE,
    name: str = "营业执照 1.pdf",
) -> StoredFile:
    file = (await steps.request_upload(OWNER, purpose=purpose, name=name, bytes=len(data))).value
    assert (await owner.put(upload_url(file), content=data)).status_code == 200
    return await StoredFile.get(id=file.id)


async def _url(viewer: Viewer, file: StoredFile) -> str:
    url = download_url(viewer, file)
    assert url
    return url


async def test_the_content_comes_with_its_name_and_guards(owner: httpx.AsyncClient) -> None:
    data = material.pdf()
    file = await _uploaded(owner, data)
    answer = await owner.get(await _url(OWNER, file))
    assert answer.status_code == 200
    assert answer.content == data
    headers = answer.headers
    assert headers["content-type"] == "application/pdf"
    assert headers["content-disposition"] == (
        "attachment; filename=\"file.pdf\"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7%201.pdf"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in headers["content-security-policy"]
    assert headers["cache-control"].startswith("private")
    assert headers["etag"] == f'"{file.sha256}"'


@pytest.mark.parametrize(
    ("wanted", "status", "start", "stop"),
    [
        ("bytes=0-9", 206, 0, 10),
        ("bytes=10-", 206, 10, None),
        ("bytes=-7", 206, -7, None),
        ("bytes=5-99999999", 206, 5, None),
        ("bytes=9-5", 200, 0, None),
        ("bytes=0-1,3-4", 200, 0, None),
        ("lines=1-2", 200, 0, None),
    ],
)
async def test_ranges(
    owner: httpx.AsyncClient, wanted: str, status: int, start: int, stop: int | None
) -> None:
    data = material.pdf()
    url = await _url(OWNER, await _uploaded(owner, data))
    answer = await owner.get(url, headers={"Range": wanted})
    assert answer.status_code == status
    assert answer.content == data[start:stop]
    if status == 206:
        first = start if start >= 0 else len(data) + start
        last = first + len(answer.content) - 1
        assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(data)}"


async def test_ranges_behind_the_end_changed_content_and_unchanged_content(owner: httpx.AsyncClient) -> None:
    data = material.pdf()
    file = await _uploaded(owner, data)
    url = await _url(OWNER, file)
    behind = await owner.get(url, headers={"Range": f"bytes={len(data)}-"})
    assert (behind.status_code, behind.headers["content-range"]) == (416, f"bytes */{len(data)}")
    changed = await owner.get(url, headers={"Range": "bytes=0-3", "If-Range": '"other"'})
    assert (changed.status_code, changed.content) == (200, data)
    same = await owner.get(url, headers={"Range": "bytes=0-3", "If-Range": f'"{file.sha256}"'})
    assert (same.status_code, same.content) == (206, data[:4])
    known = await owner.get(url, headers={"If-None-Match": f'"{file.sha256}"'})
    assert (known.status_code, known.content) == (304, b"")
    head = await owner.head(url)
    assert (head.status_code, head.headers["content-length"], head.content) == (200, str(len(data)), b"")


async def test_pages_and_previews_are_pictures(owner: httpx.AsyncClient) -> None:
    file = await _uploaded(owner, material.pdf(2))
    pages = page_urls(OWNER, file.id, file.state, file.pages)
    assert len(pages) == 2
    for url in (download_url(OWNER, file, FileView.PREVIEW), *pages):
        answer = await owner.get(str(url))
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "image/jpeg"
        assert answer.content.startswith(b"\xff\xd8\xff")
    beyond = await owner.get(pages[0].replace("/page/1", "/page/3"))
    assert (beyond.status_code, beyond.json()["errors"][0]["code"]) == (404, "NOT_FOUND")


async def test_an_address_is_of_one_file_one_session_and_a_few_minutes(
    owner: httpx.AsyncClient, anonymous: httpx.AsyncClient, sign_ins: SignIns
) -> None:
    file = await _uploaded(owner, material.png(), name="a.png")
    other = await _uploaded(owner, material.png(), name="b.png")
    url = await _url(OWNER, file)
    assert (await anonymous.get(url)).status_code == 200  # a picture tag sends no bearer token
    passed = url.rsplit("/", 1)[-1]
    forged = [
        f"/files/{other.global_id}/{passed}",
        url[:-1] + ("A" if url[-1] != "A" else "B"),
        f"/files/{file.global_id}/x",
        f"/files/reg_{file.id}/{passed}",
        f"/files/{file.global_id}/{passed}/page/1/2",
    ]
    assert [(await owner.get(one)).status_code for one in forged] == [404] * len(forged)
    with freeze(now() - timedelta(minutes=11)):
        old = await _url(OWNER, file)
    assert (await owner.get(old)).status_code == 404
    sign_ins.open.pop(11)
    assert (await owner.get(url)).status_code == 404


async def test_an_outsiders_address_opens_nothing(
    owner: httpx.AsyncClient, outsider: httpx.AsyncClient
) -> None:
    file = await _uploaded(owner, material.png(), name="a.png")
    assert (await outsider.get(await _url(OUTSIDER, file))).status_code == 404


@unit_of_work
async def make_person(unit: Unit) -> Person:
    return await Person.create(name="王海宁")


async def test_whoever_may_see_the_object_may_see_its_file_at_that_moment(
    outsider: httpx.AsyncClient, anonymous: httpx.AsyncClient, room: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = (await make_person(OWNER)).value
    file = await keep_document("回执.pdf", "application/pdf", material.pdf(), "per", person.id)
    url = await _url(OUTSIDER, file)
    assert (await outsider.get(url)).status_code == 404
    allowed = {2}

    def rows(viewer: Viewer) -> QuerySet[Person]:
        return Person.filter(id=person.id if viewer.account_id in allowed else 0)

    monkeypatch.setitem(may_see_subject, "per", rows)
    assert (await outsider.get(url)).status_code == 200
    assert (await get_file(OUTSIDER, file.id)).id == file.id
    with pytest.raises(NotFound):
        await get_file(PUBLIC_VIEWER, file.id)
    allowed.clear()
    assert (await outsider.get(url)).status_code == 404
    shown = await _url(PUBLIC_VIEWER, file)
    assert (await anonymous.get(shown)).status_code == 200
