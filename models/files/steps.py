"""The changes of file rows. Content is never touched here: see `reception`, `photo_tool` and `keeping`."""

from dataclasses import dataclass
from datetime import timedelta

from models.files import words
from models.files.errors import TicketUsed, UploadRunning
from models.files.inspection import Inspection
from models.files.limits import LIMITS
from models.files.reads import owned_by
from models.files.storage import new_key
from models.files.tables import FilePurpose, FileState, StoredFile
from models.files.tickets import LIFETIME, hash_of, ticket_of
from models.files.workflow import FILE, OWNER, SERVICE
from models.kernel.errors import FileRefused, InvalidField, LimitReached, Refused, Unauthenticated
from models.kernel.rows import for_change
from models.kernel.rules import Finding
from models.kernel.unit import Unit, unit_of_work

OPEN_TICKETS = 40
"""Most tickets of one account that wait for their content."""
CHECK_LEASE = timedelta(minutes=3)
"""After so long a check that said nothing is taken for dead; longer than any check may last."""
NAME_LENGTH = 160


@dataclass(frozen=True)
class Content:
    """What was received: its length and its digest."""

    octets: int | None
    sha256: str | None


NOTHING = Content(None, None)


@dataclass(frozen=True)
class Taken:
    """A row that is now being checked, and the storage key of an earlier try that died."""

    file: StoredFile
    abandoned_key: str | None


@unit_of_work
async def request_upload(unit: Unit, *, purpose: FilePurpose, name: str, bytes: int) -> StoredFile:
    """A row that expects its content; `ticket_of(row)` is the ticket. D-13: size is judged before anything is sent."""
    if not unit.viewer.signed_in:
        raise Unauthenticated
    name = _plain_name(name)
    _require_acceptable(purpose, name, bytes)
    await _require_few_open(unit)
    file = await StoredFile.create(
        owner_id=unit.viewer.account_id,
        purpose=purpose,
        name=name,
        announced_bytes=bytes,
        ticket_expires_at=unit.now + LIFETIME,
        refusals=[],
    )
    file.ticket_hash = hash_of(ticket_of(file))
    await file.save(update_fields=["ticket_hash"])
    return file


@unit_of_work
async def take(unit: Unit, *, key: int) -> Taken:
    """Begin the check of content that has arrived whole. Of two that arrive at once, one gets the row."""
    file = await for_change(StoredFile, owned_by(unit.viewer), key)
    if file.state is FileState.SCANNING and unit.now - file.updated_at < CHECK_LEASE:
        raise Refused(UploadRunning())
    if file.state in (FileState.CLEAN, FileState.REFUSED):
        raise Refused(TicketUsed(file=file))
    abandoned, file.storage_key = file.storage_key, new_key()
    FILE.enter(file, await FILE.require(file, "~take", {OWNER}))
    return Taken(await file.store("state", "storage_key"), abandoned)


@unit_of_work
async def accept(unit: Unit, *, file: StoredFile, content: Content, found: Inspection) -> StoredFile:
    """The content is in storage under the row's key and may be used."""
    FILE.enter(file, await FILE.require(file, "~accept", {SERVICE}))
    _describe(file, content, found)
    return await file.store("state", *_DESCRIBED)


@unit_of_work
async def refuse(
    unit: Unit, *, file: StoredFile, found: Inspection, reasons: list[Finding], content: Content = NOTHING
) -> StoredFile:
    """Nothing was kept; the row says why."""
    FILE.enter(file, await FILE.require(file, "~refuse", {SERVICE}))
    file.storage_key = None
    file.refusals = [_as_kept(reason) for reason in reasons]
    _describe(file, content, found)
    return await file.store("state", "storage_key", "refusals", *_DESCRIBED)


@unit_of_work
async def give_back(unit: Unit, *, file: StoredFile) -> StoredFile:
    """The check could not be made, through no fault of the content: the same ticket may be used again."""
    FILE.enter(file, await FILE.require(file, "~give_back", {OWNER}))
    file.storage_key = None
    return await file.store("state", "storage_key")


_DESCRIBED = ("bytes", "sha256", "media_type", "pages", "width", "height", "plain_background")


def _describe(file: StoredFile, content: Content, found: Inspection) -> None:
    file.bytes, file.sha256 = content.octets, content.sha256
    file.media_type, file.pages = found.media_type, found.pages
    file.width, file.height = found.width, found.height
    file.plain_background = found.plain_background


def _as_kept(reason: Finding) -> dict[str, str]:
    kept = ("rule", "law", "message", "present", "needed", "advice")
    return {key: value for key in kept if (value := getattr(reason, key)) is not None}


def _plain_name(name: str) -> str:
    plain = name.replace("\\", "/").rsplit("/", 1)[-1].strip()
    if not plain or len(plain) > NAME_LENGTH or not plain.isprintable():
        wanted = f"1 至 {NAME_LENGTH} 个可见字符"
        raise Refused(
            InvalidField(
                path=("input", "name"),
                message=f"文件名须为 {wanted}，收到 {len(plain)} 个",
                received=plain[:NAME_LENGTH],
                wanted=wanted,
            )
        )
    return plain


def _require_acceptable(purpose: FilePurpose, name: str, octets: int) -> None:
    limit = LIMITS.get(purpose)
    if limit is None:
        raise Refused(
            InvalidField(path=("input", "purpose"), message="这种用途的上传尚未开放", received=purpose)
        )
    if octets > limit.max_bytes:
        message = f"“{name}”：收到 {words.size(octets)}，此处需要 {words.demand(limit)}"
        raise Refused(FileRefused(path=("input", "bytes"), message=message))
    if octets < 1:
        message = f"“{name}”是空文件（{octets} 字节），此处需要 {words.demand(limit)}"
        raise Refused(FileRefused(path=("input", "bytes"), message=message))


async def _require_few_open(unit: Unit) -> None:
    waiting = StoredFile.filter(
        owner_id=unit.viewer.account_id, state=FileState.EXPECTED, ticket_expires_at__gt=unit.now
    )
    if await waiting.count() >= OPEN_TICKETS:
        message = f"有 {OPEN_TICKETS} 个文件尚未上传，请先上传，或等 15 分钟后再选"
        raise Refused(LimitReached(limit=OPEN_TICKETS, retry_at=unit.now + LIFETIME, message=message))
