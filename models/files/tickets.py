"""Upload tickets: secrets that can be written again for the same row, so that only their hash is stored."""

import hmac
from base64 import urlsafe_b64encode
from datetime import timedelta
from hashlib import sha256

from models.files.tables import StoredFile
from models.files.vault import vault

LIFETIME = timedelta(minutes=15)
"""How long an upload may be started; one that has started may end later."""


def ticket_of(file: StoredFile) -> str:
    """The ticket of a row that expects its content: an idempotent repeat gives the same one."""
    assert file.ticket_expires_at is not None
    terms = f"upload:{file.id}:{file.ticket_expires_at.timestamp():.6f}"
    signature = hmac.digest(vault().secret, terms.encode(), sha256)
    return urlsafe_b64encode(signature).rstrip(b"=").decode()


def hash_of(ticket: str) -> str:
    return sha256(ticket.encode()).hexdigest()
