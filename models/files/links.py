"""Addresses of files: upload by ticket, download by a pass that is signed, short-lived and one session's."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from struct import Struct

from models.files.tables import FileState, StoredFile
from models.files.tickets import ticket_of
from models.files.vault import vault
from models.kernel.clock import now
from models.kernel.ids import global_id
from models.kernel.viewer import Viewer

PASS_SECONDS = 300
"""Passes live for one to two of these: all made within one span are equal, so that browsers may cache."""
_TERMS = Struct(">QQQI")
_SIGNATURE_OCTETS = 16


class FileView(StrEnum):
    """What of a file an address gives."""

    CONTENT = "CONTENT"
    PREVIEW = "PREVIEW"


@dataclass(frozen=True)
class Pass:
    """Whom an address was given to. Both ids are 0 for a file shown to anybody who holds the address."""

    account_id: int
    session_id: int

    @property
    def public(self) -> bool:
        return not self.account_id


def upload_url(file: StoredFile) -> str:
    """Where the content is to be PUT."""
    return f"{vault().origin}/files/upload/{ticket_of(file)}"


def download_url(viewer: Viewer, file: StoredFile, view: FileView = FileView.CONTENT) -> str | None:
    """An address of a file this viewer may see; None while there is nothing to see.

    The right is looked at again when the address is used. For a viewer without an account it opens the file
    to whoever holds it, so the caller must have decided that the file is to be shown.
    """
    return address(viewer, file.id, file.state, view)


def address(viewer: Viewer, id: int, state: FileState, view: FileView) -> str | None:
    """`download_url` by what it takes of the row."""
    if state is not FileState.CLEAN:
        return None
    return _address(viewer, id, "/preview" if view is FileView.PREVIEW else "")


def page_urls(viewer: Viewer, id: int, state: FileState, pages: int | None) -> list[str]:
    """Addresses of the pictures of each page, in order."""
    if state is not FileState.CLEAN:
        return []
    return [_address(viewer, id, f"/page/{number + 1}") for number in range(pages or 0)]


def read_pass(text: str, file_id: int) -> Pass | None:
    """The pass, if it was written here, for this file, and has not run out."""
    try:
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (NotBase64, ValueError):
        return None
    terms, signature = raw[: _TERMS.size], raw[_TERMS.size :]
    if _as_text(raw) != text:  # the last character has bits to spare: one pass has one spelling
        return None
    if len(terms) != _TERMS.size or not hmac.compare_digest(signature, _signature(terms)):
        return None
    signed_file, account, session, expires = _TERMS.unpack(terms)
    if signed_file != file_id or expires < now().timestamp():
        return None
    return Pass(account, session)


def _address(viewer: Viewer, id: int, rest: str) -> str:
    expires = (int(now().timestamp()) // PASS_SECONDS + 2) * PASS_SECONDS
    terms = _TERMS.pack(id, viewer.account_id or 0, viewer.session_id or 0, expires)
    text = _as_text(terms + _signature(terms))
    return f"{vault().origin}/files/{global_id(StoredFile.prefix, id)}/{text}{rest}"


def _signature(terms: bytes) -> bytes:
    return hmac.digest(vault().secret, b"download:" + terms, sha256)[:_SIGNATURE_OCTETS]


def _as_text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
