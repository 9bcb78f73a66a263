"""Uploads over HTTP: statuses, codes, and lines that break in the middle."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from urllib.parse import urlsplit

import httpx
import pytest

from api.uploads import REST_OCTETS
from models.files import steps
from models.files.links import upload_url
from models.files.tables import FilePurpose, FileState, StoredFile
from models.files.vault import Vault
from models.kernel.clock import freeze, now
from tests.api.files.conftest import OWNER, until
from tests.models.files import material


async def _ticket(data: bytes, name: str = "合同.png") -> StoredFile:
    done = await steps.request_upload(OWNER, purpose=FilePurpose.SCAN, name=name, bytes=len(data))
    return done.value


async def test_the_answer_describes_the_file(owner: httpx.AsyncClient) -> None:
    data = material.png(640, 480)
    file = await _ticket(data)
    answer = await owner.put(upload_url(file), content=data)
    assert answer.status_code == 200
    got = answer.json()["file"]
    assert (got["id"], got["state"], got["mediaType"], got["width"], got["height"], got["bytes"]) == (
        file.global_id,
        "CLEAN",
        "image/png",
        640,
        480,
        len(data),
    )
    assert (await owner.get(got["downloadUrl"])).content == data


async def test_a_second_use_gives_the_file_of_the_first(owner: httpx.AsyncClient) -> None:
    data = material.png()
    file = await _ticket(data)
    await owner.put(upload_url(file), content=data)
    again = await owner.put(upload_url(file), content=data)
    assert again.status_code == 409
    assert again.json()["errors"][0]["code"] == "WRONG_STATE"
    assert again.json()["file"]["id"] == file.global_id


@pytest.mark.requirement("D-13")
async def test_an_exe_named_jpg_is_refused_with_its_reason(owner: httpx.AsyncClient) -> None:
    data = material.exe()
    answer = await owner.put(upload_url(await _ticket(data, "照片.jpg")), content=data)
    assert answer.status_code == 422
    [error] = answer.json()["errors"]
    assert error["code"] == "FILE_REFUSED"
    assert error["message"] == "“照片.jpg”：收到 可执行程序，需要 JPG 或 PNG"
    assert error["needed"] == "JPG 或 PNG"
    assert answer.json()["file"]["state"] == "REFUSED"


async def test_anonymous_outsider_unknown_and_expired(
    anonymous: httpx.AsyncClient, outsider: httpx.AsyncClient, owner: httpx.AsyncClient
) -> None:
    data = material.png()
    url = upload_url(await _ticket(data))
    with freeze(now() - timedelta(minutes=16)):
        expired = upload_url(await _ticket(data))
    answers = [
        await anonymous.put(url, content=data),
        await outsider.put(url, content=data),
        await owner.put("/files/upload/unknown", content=data),
        await owner.put(expired, content=data),
        await owner.put(url, content=data + b"x"),
        await owner.put(url, content=data[:-1]),
    ]
    assert [(answer.status_code, answer.json()["errors"][0]["code"]) for answer in answers] == [
        (401, "UNAUTHENTICATED"),
        (403, "FORBIDDEN"),
        (404, "NOT_FOUND"),
        (410, "WRONG_STATE"),
        (413, "FILE_REFUSED"),
        (400, "FILE_REFUSED"),
    ]
    assert (await owner.put(url, content=data)).status_code == 200


async def test_a_body_that_does_not_say_its_length_and_is_too_large_hears_so(
    owner: httpx.AsyncClient,
) -> None:
    file = await _ticket(material.png())

    async def large() -> AsyncIterator[bytes]:
        for _ in range(50):
            yield bytes(65536)

    answer = await owner.put(upload_url(file), content=large())
    assert answer.status_code == 413
    assert "申报" in answer.json()["errors"][0]["message"]


async def test_an_endless_body_is_cut_off(owner: httpx.AsyncClient, room: Vault) -> None:
    file, sent = await _ticket(material.png()), 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 65536
            yield bytes(65536)

    with suppress(httpx.TransportError):  # cut off while it still sends, a client may not hear the answer
        assert (await owner.put(upload_url(file), content=endless())).status_code == 413
    assert sent < 2 * REST_OCTETS
    assert not list(room.passing.iterdir())
    assert (await StoredFile.get(id=file.id)).state is FileState.EXPECTED


async def test_a_line_that_breaks_in_the_middle_leaves_nothing_and_the_ticket_works(
    owner: httpx.AsyncClient, files_address: str, room: Vault
) -> None:
    data = material.noise(200, 200)
    file = await _ticket(data, "扫描.jpg")
    at = urlsplit(files_address)
    _, writer = await asyncio.open_connection(at.hostname, at.port)
    head = f"PUT {upload_url(file)} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer 11\r\n"
    writer.write(f"{head}Content-Length: {len(data)}\r\n\r\n".encode() + data[: len(data) // 2])
    await writer.drain()
    await until(lambda: len(list(room.passing.iterdir())) == 1)
    writer.transport.abort()
    await until(lambda: not list(room.passing.iterdir()))
    assert (await StoredFile.get(id=file.id)).state is FileState.EXPECTED
    assert (await owner.put(upload_url(file), content=data)).status_code == 200


async def test_the_same_ticket_twice_at_once(owner: httpx.AsyncClient, room: Vault) -> None:
    data = material.png()
    url = upload_url(await _ticket(data))
    answers = await asyncio.gather(*(owner.put(url, content=data) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    assert not list(room.passing.iterdir())
