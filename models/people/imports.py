"""Examination records of the examining bodies as they come in: one pass, and how a person is found again by a hash."""

import hmac
import unicodedata
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from models.authorities.kinds import Grade, Profession
from models.people.identity import normalized, upgraded
from models.people.kinds import IdentityKind


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One pass. Of the person only a keyed hash goes on from here."""

    line: int
    certificate_number: str
    name: str
    kind: IdentityKind
    number: str
    profession: Profession
    grade: Grade | None
    obtained_on: date
    region_code: str
    management_number: str | None
    specialties: tuple[str, ...] = ()


def person_hash(secret: bytes, name: str, kind: IdentityKind, number: str) -> str:
    """What a person is found by. Old numbers of residents count as their own 18-digit form."""
    plain = normalized(number)
    if kind in {IdentityKind.RESIDENT, IdentityKind.RESIDENT_OLD}:
        kind, plain = IdentityKind.RESIDENT, upgraded(plain) or plain
    told = "\n".join((plain_name(name), kind.value, plain))
    return hmac.new(secret, told.encode(errors="replace"), sha256).hexdigest()


def plain_name(name: str) -> str:
    """Without blanks, in one spelling of characters and of the dot between parts of a name."""
    return "".join(unicodedata.normalize("NFKC", name).split()).replace("•", "·").replace("・", "·")
