"""What file work stands on in this process: storage, scanner, pool, secret. Opened once, like the database."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from models.files.pool import ChildPool
from models.files.scan import Scanner
from models.files.storage import Storage


@dataclass(frozen=True)
class Vault:
    """`passing` is a local folder for content on its way; `origin` begins the addresses given to clients."""

    storage: Storage
    scanner: Scanner
    passing: Path
    secret: bytes
    origin: str = ""
    pool: ChildPool = field(default_factory=ChildPool)

    @contextmanager
    def temporary(self) -> Iterator[Path]:
        """A path of its own for content on its way; what lies there is gone at the end."""
        path = self.passing / secrets.token_hex(16)
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)


_open: list[Vault] = []


def open_vault(vault: Vault) -> None:
    """From now on every file of this process goes through this vault."""
    vault.passing.mkdir(parents=True, exist_ok=True)
    _open[:] = [vault]


def close_vault() -> None:
    """Wait for pieces of work under way."""
    for vault in _open:
        vault.pool.close()
    _open.clear()


def vault() -> Vault:
    """:raises RuntimeError: none is open."""
    if not _open:
        raise RuntimeError("no vault is open: call open_vault at start")
    return _open[0]
