"""Numbers of invented people and organisations, with the check digits of their standards."""

from datetime import date

from stdnum.cn import uscc

from models.people.identity import check_character
from models.people.kinds import Sex

ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
ORGANISATION_MODULUS = 11


def identity_number(region: str, born: date, sex: Sex, serial: int) -> str:
    """A resident identity number by GB 11643; the 17th digit is odd for men. `serial`: 0 to 499."""
    order = serial * 2 + (sex is Sex.MALE)
    body = f"{region}{born:%Y%m%d}{order:03d}"
    return body + check_character(body)


def credit_code(region: str, serial: int) -> str:
    """A unified social credit code by GB 32100 of an enterprise, with its organisation code by GB 11714."""
    organisation = f"MA{serial:06d}"
    body = f"91{region}{organisation}{_organisation_check(organisation)}"
    return body + str(uscc.calc_check_digit(body))


def _organisation_check(body: str) -> str:
    total = sum(int(char, 36) * weight for char, weight in zip(body, ORGANISATION_WEIGHTS, strict=True))
    rest = ORGANISATION_MODULUS - total % ORGANISATION_MODULUS
    return {10: "X", 11: "0"}.get(rest, str(rest))
