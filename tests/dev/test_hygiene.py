"""The repository check finds what it must, and nothing in a clean tree.

Forbidden words are put together here, so that the check does not find this file.
"""

import subprocess
from pathlib import Path

import pytest

from api.dev.hygiene import LONGEST_FILE_LINES, NEEDED, faults


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    for name in NEEDED:
        write(tmp_path, name, "")
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def found(root: Path) -> list[str]:
    return [str(fault) for fault in faults(root)]


def test_a_clean_repository_has_no_fault(repository: Path) -> None:
    write(repository, "models/person.py", "x = 1\n" * LONGEST_FILE_LINES)
    write(repository, "web/src/routes.ts", 'const path = "/work/:task/record";\n')
    write(repository, "requirements.lock", "a==1 \\\n    --hash=sha256:00\n    # via httpx\n")
    write(
        repository,
        "web/package-lock.json",
        '{"funding": {"url": "https://example.org"}, "integrity": "sha512-x"}',
    )
    assert found(repository) == []


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_page_is_named(repository: Path, name: str) -> None:
    (repository / name).unlink()
    assert found(repository) == [f"{name}: is missing"]


@pytest.mark.parametrize("path", ["/wo" + "rk/main/x", "/tmp/w" + "t/x", "/opt/wh" + "eels"])
def test_a_path_of_one_machine_is_found_with_its_line(repository: Path, path: str) -> None:
    write(repository, "docs/page.md", f"first\nsee {path} there\n")
    assert len(found(repository)) == 1
    assert found(repository)[0].startswith("docs/page.md: line 2 names a path of one machine: ")


@pytest.mark.parametrize("name", ["models/a.py", "web/src/a.tsx", "dev", ".ci/run"])
def test_unfinished_code_is_found(repository: Path, name: str) -> None:
    write(repository, name, "# TO" + "DO later\n")
    assert len(found(repository)) == 1


def test_the_word_may_stand_in_prose(repository: Path) -> None:
    write(repository, "CONTRIBUTING.md", "No TO" + "DO in code.\n")
    assert found(repository) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("web/package-lock.json", '{"resolved": "http' + 's://host/a.tgz"}'),
        ("web/package-lock.json", '{"resolved":"git' + '+ssh://host/a"}'),
        ("requirements.lock", "--index-url x\na==1\n"),
        ("requirements-dev.lock", "# comment\n--find-links /somewhere\n"),
        ("requirements.lock", "a @ somewhere\n"),
        ("requirements.lock", "a==1 # from https" + "://host/simple\n"),
        ("web/.npmrc", "registry=somewhere\n"),
    ],
)
def test_a_download_address_is_found(repository: Path, name: str, text: str) -> None:
    write(repository, name, text)
    assert len(found(repository)) == 1
    assert "says where to download from" in found(repository)[0]


def test_a_file_that_is_too_long_is_found_unless_generated(repository: Path) -> None:
    text = "x = 1\n" * (LONGEST_FILE_LINES + 1)
    write(repository, "models/long.py", text)
    write(repository, "models/migrations/0001.py", text)
    write(repository, "web/src/gql/graphql.ts", text)
    assert found(repository) == ["models/long.py: 301 lines; at most 300"]


@pytest.mark.parametrize(
    "name", [".venv", "web/node_modules/a.js", "web/dist/index.html", "data/a.sqlite3-wal"]
)
def test_files_of_one_machine_are_not_carried(repository: Path, name: str) -> None:
    write(repository, name, "")
    assert found(repository) == [f"{name}: belongs to this machine, not to the repository"]


def test_ignored_files_are_not_judged_but_forced_ones_are(repository: Path) -> None:
    write(repository, ".gitignore", ".venv\n")
    (repository / ".venv").symlink_to("elsewhere-that-exists")
    write(repository, "elsewhere-that-exists/a.py", "x = 1\n")
    assert found(repository) == []
    subprocess.run(["git", "-C", repository, "add", "-f", ".venv"], check=True)
    assert found(repository) == [".venv: belongs to this machine, not to the repository"]


def test_a_picture_is_judged_by_its_name_only(repository: Path) -> None:
    (repository / "photo.png").write_bytes(b"\x89PNG\xff\xfe")
    assert found(repository) == []
