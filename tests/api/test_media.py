"""Which media type an answer has."""

import pytest

from api.transport.media import JSON, MODERN, preferred, settled

EVERYTHING = f"{MODERN}, application/graphql+json, {JSON}, text/event-stream, multipart/mixed"


@pytest.mark.parametrize(
    ("accept", "streams"),
    [
        (EVERYTHING, False),
        ("text/event-stream", True),
        (f"text/event-stream, {JSON}", True),
        ("text/event-stream;q=1, */*", True),
        (JSON, False),
        ("", False),
    ],
)
def test_an_event_stream_only_for_clients_that_ask_for_it_first(accept: str, streams: bool) -> None:
    assert ("text/event-stream" in settled(accept)) is streams


def test_the_first_known_type_is_answered() -> None:
    assert preferred(EVERYTHING) == MODERN
    assert preferred(f"text/html, {JSON};q=0.9") == JSON
    assert preferred("*/*") == JSON
