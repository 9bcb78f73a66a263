"""The code in the QR: short, signed, and worth nothing once touched."""

from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from printing.documents.certificate import printed_facts
from printing.keys import KEY_FILE, UnusableKey, signing_key
from printing.signature import SignedPayload, facts_digest, read, sign
from tests.printing.samples import certificate_data

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PAYLOAD = SignedPayload(
    number="5126110200381",
    digest=facts_digest(printed_facts(certificate_data())),
    issued_on=date(2026, 11, 21),
)
CODE = sign(PAYLOAD, KEY)


def test_a_code_says_what_was_signed() -> None:
    assert read(CODE, KEY.public_key()) == PAYLOAD
    assert sign(PAYLOAD, KEY) == CODE


def test_a_code_fits_an_address_and_a_small_qr() -> None:
    assert len(CODE) < 140
    assert CODE.replace("-", "").replace("_", "").isalnum()


@given(place=st.integers(0, len(CODE) - 1), letter=st.sampled_from("ABCxyz019-_"))
def test_one_changed_letter_is_noticed(place: int, letter: str) -> None:
    changed = CODE[:place] + letter + CODE[place + 1 :]
    assert (read(changed, KEY.public_key()) is not None) == (changed == CODE)


@pytest.mark.parametrize(
    "code",
    ["", "A", "AAAA", CODE[:-4], CODE + "AAAA", CODE + "=", f" {CODE}", "证" * 20, "A" * 100_000, "%2e%2e"],
)
def test_anything_else_is_no_code(code: str) -> None:
    assert read(code, KEY.public_key()) is None


@given(st.text(max_size=200))
def test_no_text_makes_it_fall_over(code: str) -> None:
    assert read(code, KEY.public_key()) is None


def test_another_key_does_not_speak_for_us() -> None:
    other = Ed25519PrivateKey.generate()
    assert read(CODE, other.public_key()) is None
    assert read(sign(PAYLOAD, other), KEY.public_key()) is None


def test_a_number_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="fit"):
        sign(SignedPayload(number="9" * 65, digest=PAYLOAD.digest, issued_on=PAYLOAD.issued_on), KEY)


def test_the_digest_does_not_care_about_order() -> None:
    assert (
        facts_digest({"a": "1", "b": "2"}) == facts_digest({"b": "2", "a": "1"}) != facts_digest({"a": "12"})
    )


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    first = signing_key(tmp_path / "data")
    assert (tmp_path / "data" / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert signing_key(tmp_path / "data").private_bytes_raw() == first.private_bytes_raw()
    assert [file.name for file in (tmp_path / "data").iterdir()] == [KEY_FILE]


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    signing_key(tmp_path)
    (tmp_path / KEY_FILE).chmod(0o644)
    with pytest.raises(UnusableKey, match="chmod 600"):
        signing_key(tmp_path)


def test_a_broken_key_is_refused_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(b"broken")
    (tmp_path / KEY_FILE).chmod(0o600)
    with pytest.raises(UnusableKey, match="备份"):
        signing_key(tmp_path)
    assert (tmp_path / KEY_FILE).read_bytes() == b"broken"
