"""Global ids: `reg_123`, a prefix per type and the row's key. Opaque to clients."""

import re
import secrets

_FORM = re.compile(r"([a-z]{3})_([1-9][0-9]{0,17})")


def global_id(prefix: str, key: int) -> str:
    """`reg_123` for ("reg", 123)."""
    return f"{prefix}_{key}"


def parse_global_id(text: str) -> tuple[str, int] | None:
    """("reg", 123) for `reg_123`; None for anything malformed, so that it answers like what does not exist."""
    match = _FORM.fullmatch(text)
    return (match[1], int(match[2])) if match else None


def key_of(prefix: str, text: str) -> int:
    """The key in a global id of that type, or 0 (no row has it) for malformed ids and ids of other types."""
    parsed = parse_global_id(text)
    return parsed[1] if parsed and parsed[0] == prefix else 0


def token(octets: int = 32) -> str:
    """A URL-safe random secret of that many random octets."""
    return secrets.token_urlsafe(octets)
