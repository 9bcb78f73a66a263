"""The service's signature under a certificate: over every printed fact, read back by the verify page."""

from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from models.registration.signer import SignedFacts, Signer
from printing.keys import signing_key
from printing.signature import SignedPayload, facts_digest, read, sign


def signer_of(data_dir: Path) -> Signer:
    """Signs with the key of the data directory, made at its first use."""
    key = signing_key(data_dir)
    return Signer(lambda facts: _code(facts, key))


def genuine(code: str, data_dir: Path) -> bool:
    """Was the code signed here?"""
    return read(code, _public_key(data_dir)) is not None


@lru_cache(maxsize=1)
def _public_key(data_dir: Path) -> Ed25519PublicKey:
    return signing_key(data_dir).public_key()


def _code(facts: SignedFacts, key: Ed25519PrivateKey) -> str:
    printed = {name: str(getattr(facts, name)) for name in facts.__slots__}
    payload = SignedPayload(number=facts.number, digest=facts_digest(printed), issued_on=facts.issued_on)
    return sign(payload, key)
