"""Logs identify nobody."""

import pytest

from api.logs import mask, masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("call 13812345678 now", "call 138****5678 now"),
        ("id 320102199001011234", "id 320102********1234"),
        ("id 32010219900101123x.", "id 320102********123x."),
        ("id 320102900101123", "id 320102********123"),
        ("authorization: Bearer abc.def", "authorization: Bearer ***"),
        ("/files/fil_1/" + "Ab-_9" * 9, "/files/fil_1/***"),
        ("block " + "0123456789abcdef" * 4, "block " + "0123456789abcdef" * 4),
        ("order 12345678901234567890", "order 12345678901234567890"),
    ],
)
def test_what_identifies_people_is_masked(text: str, shown: str) -> None:
    assert mask(text) == shown


def test_names_are_masked_by_their_key_and_tracebacks_too() -> None:
    event = masked(
        None, "info", {"name": "王海宁", "event": "x", "exception": "mobile=13812345678", "count": 3}
    )
    assert event == {"name": "王**", "event": "x", "exception": "mobile=138****5678", "count": 3}
