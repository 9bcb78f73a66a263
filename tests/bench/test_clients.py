"""The clients' own reading of HTTP and of frames: a client that miscounts makes every figure a lie."""

import struct

import pytest

from bench.clients.frames import TEXT, packed, take
from bench.clients.http import BadAnswer, whole_body
from bench.clients.load import quantile
from bench.clients.wire import SSL_REQUEST, Counter

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def unmasked(payload: bytes) -> bytes:
    """As a server sends it."""
    if len(payload) < 126:
        return struct.pack("!BB", 0x81, len(payload)) + payload
    size = (
        struct.pack("!BH", 126, len(payload))
        if len(payload) < 65536
        else struct.pack("!BQ", 127, len(payload))
    )
    return b"\x81" + size + payload


@pytest.mark.parametrize("length", [0, 5, 125, 126, 300, 65535, 65536, 70000])
def test_a_frame_is_taken_only_when_it_is_whole(length: int) -> None:
    raw = unmasked(b"x" * length)
    for cut in (1, len(raw) - 1):
        assert take(bytearray(raw[:cut])) is None
    received = bytearray(raw + unmasked(b"next"))
    assert take(received) == (TEXT, b"x" * length)
    assert take(received) == (TEXT, b"next")
    assert not received


def test_what_a_client_sends_is_masked() -> None:
    sent = packed(TEXT, b"hello")
    assert sent[1] & 0x80
    assert sent.endswith(b"hello")


def test_a_body_of_known_length_is_whole_when_all_of_it_is_there() -> None:
    raw = HEAD + b'Content-Length: 11\r\n\r\n{"data": 1}'
    assert whole_body(bytearray(raw[:-1])) is None
    assert whole_body(bytearray(raw)) == b'{"data": 1}'


def test_a_body_in_chunks_is_put_together() -> None:
    raw = HEAD + b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"dat\r\n6\r\na": 1}\r\n0\r\n\r\n'
    assert whole_body(bytearray(raw)) == b'{"data": 1}'


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}",
        HEAD + b'Content-Length: 14\r\n\r\n{"errors": []}',
    ],
)
def test_a_refusal_is_never_timed(raw: bytes) -> None:
    with pytest.raises(BadAnswer):
        whole_body(bytearray(raw))


def test_quantiles_are_milliseconds_of_the_ordered_times() -> None:
    ordered = [number / 1000 for number in range(1, 101)]
    assert quantile(ordered, 0.5) == pytest.approx(51)
    assert quantile(ordered, 0.99) == pytest.approx(100)
    assert quantile([], 0.5) == 0.0


def message(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!I", 4 + len(body)) + body


def test_the_wire_counts_executions_however_they_are_cut() -> None:
    counter = Counter()
    reader = counter.reader()
    assert reader.take(struct.pack("!II", 8, SSL_REQUEST)) is True
    startup = struct.pack("!II", 13, 196608) + b"user\0"
    stream = (
        startup + message(b"P", b"select 1") + message(b"E", b"\0\0\0\0\0") + message(b"Q", b"listen x\0")
    )
    stream += message(b"Q", b"BEGIN;\0") + message(b"Q", b"COMMIT;\0")
    for octet in stream:
        assert reader.take(bytes([octet])) is False
    assert counter.executed == 2
