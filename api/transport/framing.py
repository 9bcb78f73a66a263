"""Messages as WebSocket frames: whole, final, unmasked, not compressed, as a server sends them."""

from functools import lru_cache

TEXT = 0x81
SHORT, MEDIUM = 126, 1 << 16
KEPT_HEADS = 4096


def framed(text: bytes) -> bytes:
    """A text message as one frame."""
    return head_of(len(text)) + text


@lru_cache(maxsize=KEPT_HEADS)
def head_of(length: int) -> bytes:
    """What stands before a text of so many octets."""
    if length < SHORT:
        return bytes((TEXT, length))
    if length < MEDIUM:
        return bytes((TEXT, 126, length >> 8, length & 0xFF))
    return bytes((TEXT, 127)) + length.to_bytes(8, "big")
