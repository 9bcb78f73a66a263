"""Check characters of resident identity numbers (GB 11643)."""

RESIDENT_LENGTH = 18
OLD_LENGTH = 15

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHARACTERS = "10X98765432"


def check_character(number: str) -> str | None:
    """The character that must stand last after these first 17 digits; None when they are not digits."""
    digits = number[: len(_WEIGHTS)]
    if len(digits) < len(_WEIGHTS) or not (digits.isascii() and digits.isdigit()):
        return None
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True))
    return _CHARACTERS[total % len(_CHARACTERS)]
