"""The code behind a certificate's QR: what was printed, signed, short enough for an address."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from struct import Struct

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

EDITION = 1
"""First byte of every code: how the rest is laid out."""

DOMAIN = b"zhiye certificate\x00"
"""Signed with the payload, so that a signature made for anything else is worth nothing here."""

DIGEST_BYTES = 16
SIGNATURE_BYTES = 64
EPOCH = date(2000, 1, 1)
HEAD = Struct(f">BH{DIGEST_BYTES}s")
NUMBER_BYTES_MAX = 64
CODE_LENGTH_MAX = 256


@dataclass(frozen=True, kw_only=True, slots=True)
class SignedPayload:
    """What a code says: the certificate's number, the digest of all printed facts, the day of issue."""

    number: str
    digest: bytes
    issued_on: date


def facts_digest(facts: Mapping[str, str]) -> bytes:
    """16 bytes of SHA-256 over the printed facts, by name; the order of the mapping does not matter."""
    canonical = json.dumps(dict(facts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).digest()[:DIGEST_BYTES]


def sign(payload: SignedPayload, private_key: Ed25519PrivateKey) -> str:
    """The code for `/verify/<code>`: about 130 letters, digits, `-` and `_`. The same input gives the same code.

    Raises:
        ValueError: the payload does not fit its layout (number empty or over 64 bytes, digest not 16 bytes).
    """
    packed = _packed(payload)
    return urlsafe_b64encode(packed + private_key.sign(DOMAIN + packed)).rstrip(b"=").decode()


def read(code: str, public_key: Ed25519PublicKey) -> SignedPayload | None:
    """What a code says, or None when it is not exactly a code that the key's owner signed."""
    raw = _decoded(code)
    if raw is None or len(raw) <= HEAD.size + SIGNATURE_BYTES:
        return None
    packed, signature = raw[:-SIGNATURE_BYTES], raw[-SIGNATURE_BYTES:]
    try:
        public_key.verify(signature, DOMAIN + packed)
    except InvalidSignature:
        return None
    return _unpacked(packed)


def _packed(payload: SignedPayload) -> bytes:
    number = payload.number.encode()
    if not 0 < len(number) <= NUMBER_BYTES_MAX or len(payload.digest) != DIGEST_BYTES:
        raise ValueError("the payload does not fit a code")
    return HEAD.pack(EDITION, (payload.issued_on - EPOCH).days, payload.digest) + number


def _unpacked(packed: bytes) -> SignedPayload | None:
    edition, days, digest = HEAD.unpack_from(packed)
    if edition != EDITION:
        return None
    return SignedPayload(
        number=packed[HEAD.size :].decode(), digest=digest, issued_on=EPOCH + timedelta(days=days)
    )


def _decoded(code: str) -> bytes | None:
    """The bytes of a code in its one canonical spelling: base64 has others for the same bytes."""
    if len(code) > CODE_LENGTH_MAX or not code.isascii():
        return None
    try:
        raw = urlsafe_b64decode(code + "=" * (-len(code) % 4))
    except ValueError:
        return None
    return raw if urlsafe_b64encode(raw).rstrip(b"=").decode() == code else None
