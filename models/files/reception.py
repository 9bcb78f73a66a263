"""Taking in an upload: to a temporary file, looked into, scanned, stored, and only then entered as usable.

Whatever fails before the content is whole leaves the ticket as it was. The row names the storage key before
anything is stored under it, so that what a crash leaves behind can always be found and removed.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

from models.files import errors, findings, steps, words
from models.files.inspection import Inspection, inspect
from models.files.limits import LIMITS, Limit
from models.files.pool import Overrun
from models.files.reads import file_of_ticket
from models.files.scan import ScannerUnavailable
from models.files.steps import Content
from models.files.tables import FileState, StoredFile
from models.files.vault import vault
from models.kernel.clock import CHINA, now
from models.kernel.errors import Forbidden, NotFound, Refused, Unauthenticated
from models.kernel.rules import Finding
from models.kernel.viewer import Viewer

SILENCE_SECONDS = 30.0
"""Longest pause between two pieces of an upload."""


async def receive(viewer: Viewer, ticket: str, body: AsyncIterator[bytes], length: int | None) -> StoredFile:
    """The row, CLEAN, or REFUSED with its reasons. `length`: octets the request says it brings, if it does.

    :raises Refused: TicketExpired, TicketUsed, UploadRunning, ContentTooLarge, ContentIncomplete, UploadStalled
        or ServiceUnavailable; the ticket is then as usable as before.
    :raises Unauthenticated: nobody is signed in. :raises NotFound: no such ticket.
    :raises Forbidden: the ticket is another account's.
    """
    file = await _expecting(viewer, ticket)
    if length is not None and length > file.announced_bytes:
        raise _too_large(file, length)
    with vault().temporary() as path:
        content = await _spool(file, body, path)
        taken = await steps.take(viewer, key=file.id)
        return await _settle(viewer, taken.value, content, path)


async def _expecting(viewer: Viewer, ticket: str) -> StoredFile:
    if not viewer.signed_in:
        raise Unauthenticated
    file = await file_of_ticket(ticket)
    if file is None or file.ticket_expires_at is None:
        raise NotFound("没有这张上传凭证，请重新选择文件")
    if file.owner_id != viewer.account_id:
        raise Forbidden("这张上传凭证属于另一个账号，请用领取凭证的账号登录后上传")
    if file.state in (FileState.CLEAN, FileState.REFUSED):
        raise Refused(errors.TicketUsed(file=file))
    if file.ticket_expires_at < now():
        at = file.ticket_expires_at.astimezone(CHINA)
        raise Refused(errors.TicketExpired(message=f"上传凭证已于 {at:%H:%M} 失效，请重新选择文件"))
    return file


async def _spool(file: StoredFile, body: AsyncIterator[bytes], path: Path) -> Content:
    digest, octets = hashlib.sha256(), 0
    with await asyncio.to_thread(path.open, "xb") as target:
        async for chunk in _without_silence(body):
            octets += len(chunk)
            if octets > file.announced_bytes:
                raise _too_large(file, octets)
            digest.update(chunk)
            await asyncio.to_thread(target.write, chunk)
    if octets < file.announced_bytes:
        message = f"“{file.name}”应有 {file.announced_bytes} 字节，收到 {octets} 字节，请用同一凭证重新上传"
        raise Refused(errors.ContentIncomplete(message=message))
    return Content(octets, digest.hexdigest())


async def _without_silence(body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    while True:
        try:
            async with asyncio.timeout(SILENCE_SECONDS):
                chunk = await anext(body)
        except StopAsyncIteration:
            return
        except TimeoutError as error:
            raise Refused(errors.UploadStalled()) from error
        yield chunk


def _too_large(file: StoredFile, octets: int) -> Refused:
    received, announced = words.size(octets), words.size(file.announced_bytes)
    message = f"“{file.name}”：申报 {announced}（{file.announced_bytes} 字节），收到至少 {received}，没有保存"
    return Refused(errors.ContentTooLarge(message=message))


async def _settle(viewer: Viewer, taken: steps.Taken, content: Content, path: Path) -> StoredFile:
    file = taken.file
    try:
        if taken.abandoned_key:
            await vault().storage.delete(taken.abandoned_key)
        found, reasons = await _judge(file, path)
        if reasons:
            done = await steps.refuse(viewer, file=file, content=content, found=found, reasons=reasons)
            return done.value
        assert file.storage_key is not None
        await vault().storage.put(file.storage_key, path)
        return (await steps.accept(viewer, file=file, content=content, found=found)).value
    except Exception:
        await _undo(viewer, file)
        raise


async def _judge(file: StoredFile, path: Path) -> tuple[Inspection, list[Finding]]:
    limit = LIMITS[file.purpose]
    found = await _inspected(file.name, limit, path)
    if found.refusal:
        return found, [found.refusal]
    try:
        signature = await vault().scanner.scan(path)
    except ScannerUnavailable as error:
        raise errors.scanner_away() from error
    return found, [findings.virus(file.name, signature, limit)] if signature else []


async def _inspected(name: str, limit: Limit, path: Path) -> Inspection:
    try:
        return await vault().pool.run(inspect, path, name, limit)
    except Overrun:
        return Inspection(refusal=findings.too_complex(name, limit))


async def _undo(viewer: Viewer, file: StoredFile) -> None:
    """Make the ticket usable again; another try that has taken the row over meanwhile keeps it."""
    key = file.storage_key
    with suppress(Refused):
        await steps.give_back(viewer, file=file)
    if key:
        await vault().storage.delete(key)
