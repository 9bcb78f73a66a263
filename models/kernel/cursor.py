"""Cursors as clients hold them: opaque, signed, of one epoch of the journal."""

import hmac
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from hashlib import sha256

from models.kernel.errors import BadRequest
from models.kernel.journal import Position

_LAYOUT = struct.Struct(">IQQ")
_SIGNATURE_OCTETS = 8


class CursorTooOld(Exception):
    """The cursor is of another epoch or before the horizon: the client must fetch anew."""


@dataclass(frozen=True)
class Cursors:
    """Writes and reads cursors of one epoch. `horizon`: positions before it can no longer be replayed."""

    secret: bytes
    epoch: int
    horizon: Position

    def write(self, position: Position) -> str:
        body = _LAYOUT.pack(self.epoch, position.tx, position.id)
        return self._text(body + self._sign(body))

    def read(self, text: str) -> Position:
        """:raises BadRequest: not a cursor of this service. :raises CursorTooOld: no longer usable."""
        try:
            raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except (NotBase64, ValueError) as error:
            raise BadRequest("游标无效：请使用服务给出的游标") from error
        body, signature = raw[: _LAYOUT.size], raw[_LAYOUT.size :]
        if (
            len(body) != _LAYOUT.size
            or self._text(raw) != text
            or not hmac.compare_digest(signature, self._sign(body))
        ):
            raise BadRequest("游标无效：请使用服务给出的游标")
        epoch, tx, key = _LAYOUT.unpack(body)
        position = Position(tx, key)
        if epoch != self.epoch or position < self.horizon:
            raise CursorTooOld
        return position

    @staticmethod
    def _text(raw: bytes) -> str:
        """The one spelling of a cursor: clients compare them as text."""
        return urlsafe_b64encode(raw).rstrip(b"=").decode()

    def _sign(self, body: bytes) -> bytes:
        return hmac.digest(self.secret, body, sha256)[:_SIGNATURE_OCTETS]
