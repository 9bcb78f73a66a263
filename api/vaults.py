"""The vault of files as the settings have it: folders below DATA_DIR, addresses relative to the site."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from api.settings import Settings
from models.files.scan import ClamdScanner, Scanner, TestVirusScanner
from models.files.storage import FolderStorage
from models.files.vault import Vault, close_vault, open_vault


@contextmanager
def vault_open(settings: Settings) -> Iterator[None]:
    """For as long as the block, files can be taken in and given out."""
    # A key of its own, so that nothing signed for cursors or certificates ever opens a file.
    secret = sha256(b"files:" + settings.signing_secret()).digest()
    folder = settings.data_dir
    open_vault(Vault(FolderStorage(folder / "files"), scanner_of(settings), folder / "passing", secret))
    try:
        yield
    finally:
        close_vault()


def scanner_of(settings: Settings) -> Scanner:
    """clamd where CLAMD names one."""
    return ClamdScanner(*settings.clamd) if settings.clamd else TestVirusScanner()
