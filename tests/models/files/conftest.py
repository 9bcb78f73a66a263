"""A vault in a temporary folder, and two signed-in persons."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.files.pool import ChildPool
from models.files.scan import TestVirusScanner
from models.files.storage import FolderStorage
from models.files.vault import Vault, close_vault, open_vault
from models.kernel.viewer import Viewer, ViewerKind

OWNER = Viewer(ViewerKind.PERSON, account_id=1, session_id=11, person_id=1)
OUTSIDER = Viewer(ViewerKind.PERSON, account_id=2, session_id=12, person_id=2)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Vault]:
    """An open vault."""
    opened = Vault(
        FolderStorage(tmp_path / "files"),
        TestVirusScanner(),
        tmp_path / "passing",
        b"secret",
        pool=ChildPool(),
    )
    open_vault(opened)
    yield opened
    close_vault()
