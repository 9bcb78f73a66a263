"""What the environment decides reaches the part that it is for."""

from pathlib import Path

from api.settings import from_environment
from api.vaults import scanner_of
from models.files.scan import ClamdScanner, TestVirusScanner


def test_clamd_is_used_where_it_is_named(tmp_path: Path) -> None:
    for address, host, port in (("scanner:3310", "scanner", 3310), ("[::1]:3310", "::1", 3310)):
        scanner = scanner_of(from_environment({"DATA_DIR": str(tmp_path), "CLAMD": address}))
        assert isinstance(scanner, ClamdScanner)
        assert (scanner.host, scanner.port) == (host, port)
    without = scanner_of(from_environment({"DATA_DIR": str(tmp_path)}))
    assert isinstance(without, TestVirusScanner)
