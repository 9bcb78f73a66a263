"""As much of RFC 6455 as a measuring client needs: text out, masked; whole frames in, not masked."""

import json
import os
import struct
from base64 import b64encode

FIN_TEXT, MASKED = 0x81, 0x80
SHORT, MEDIUM = 126, 127
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
NO_MASK = b"\0\0\0\0"
"""A mask of zeros is a mask: the octets stay as they are."""


def handshake(port: int) -> bytes:
    key = b64encode(os.urandom(16)).decode()
    return (
        f"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
    ).encode()


def frame(message: object) -> bytes:
    """A JSON message as one text frame."""
    return packed(TEXT, json.dumps(message).encode())


def packed(opcode: int, body: bytes) -> bytes:
    if len(body) < SHORT:
        return struct.pack("!BB", 0x80 | opcode, MASKED | len(body)) + NO_MASK + body
    return struct.pack("!BBH", 0x80 | opcode, MASKED | SHORT, len(body)) + NO_MASK + body


def take(received: bytearray) -> tuple[int, bytes] | None:
    """Opcode and payload of the first whole frame, which is removed; None when there is none yet."""
    if len(received) < 2:
        return None
    length, begin = received[1] & 0x7F, 2
    if length == SHORT:
        begin = 4
        if len(received) < begin:
            return None
        (length,) = struct.unpack_from("!H", received, 2)
    elif length == MEDIUM:
        begin = 10
        if len(received) < begin:
            return None
        (length,) = struct.unpack_from("!Q", received, 2)
    if len(received) < begin + length:
        return None
    payload = bytes(received[begin : begin + length])
    opcode = received[0] & 0x0F
    del received[: begin + length]
    return opcode, payload
