"""The port that signs what a certificate prints; the key lives outside the domain."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from models.authorities.kinds import Grade, Profession
from models.people.kinds import Sex


@dataclass(frozen=True, kw_only=True, slots=True)
class SignedFacts:
    """Everything that a certificate prints, but the address of its QR code."""

    number: str
    seal_number: str
    """Empty where the grant yields no seal."""
    label_number: str
    specialties: tuple[str, ...]
    """Their names."""
    name: str
    sex: Sex | None
    identity_masked: str
    profession: Profession
    grade: Grade | None
    employer_name: str
    authority_name: str
    region_code: str
    valid_from: date
    valid_until: date
    issued_on: date
    photo_id: int | None
    photo_sha256: str | None


class Signer:
    """Makes the code of a certificate's QR: bound to the service's key by whoever starts the service."""

    def __init__(self, sign: Callable[[SignedFacts], str]) -> None:
        self._sign = sign

    def __call__(self, facts: SignedFacts) -> str:
        return self._sign(facts)

    def __str__(self) -> str:
        """The same text in every process: a repeated idempotency key compares its inputs as text."""
        return "signer"
