"""What the whole schema needs besides rows: a vault for files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.files.scan import TestVirusScanner
from models.files.storage import FolderStorage
from models.files.vault import Vault, close_vault, open_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[None]:
    """Open for one test."""
    open_vault(Vault(FolderStorage(tmp_path / "files"), TestVirusScanner(), tmp_path / "passing", b"secret"))
    yield
    close_vault()
