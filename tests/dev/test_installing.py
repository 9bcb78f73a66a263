"""What is installed, and when it is left alone."""

import os
import re
import tomllib
from pathlib import Path

import pytest

from api.dev import node, python_packages, web
from api.dev.hygiene import addresses_in_locks
from api.dev.paths import ROOT
from api.dev.processes import CommandFailed, Finished
from api.dev.python_packages import Lock, Progress, count_packages
from api.dev.stamps import fingerprint, is_done, set_done

PINNED = re.compile(r"^([\w.-]+)==\S+ \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", re.MULTILINE)


def locked(lock: Lock) -> set[str]:
    return {found[1] for found in PINNED.finditer((ROOT / lock).read_text())}


def declared(*groups: list[str]) -> set[str]:
    return {re.split(r"[\[<>=]", name)[0] for group in groups for name in group}


def test_the_locks_hold_every_declared_package_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    runtime = project["dependencies"]
    assert declared(runtime) <= locked(Lock.RUNTIME)
    assert declared(runtime, project["optional-dependencies"]["dev"]) <= locked(Lock.DEVELOPMENT)
    assert locked(Lock.RUNTIME) <= locked(Lock.DEVELOPMENT)


@pytest.mark.parametrize("lock", list(Lock))
def test_a_lock_pins_everything_and_names_no_address(lock: Lock) -> None:
    text = (ROOT / lock).read_text()
    assert len(locked(lock)) == count_packages(text) > 0
    assert list(addresses_in_locks(lock, text)) == []


def test_both_locks_agree_on_every_version() -> None:
    versions = [
        dict(re.findall(r"^([\w.-]+)==(\S+) \\$", (ROOT / lock).read_text(), re.MULTILINE))
        for lock in (Lock.RUNTIME, Lock.DEVELOPMENT)
    ]
    assert versions[0].items() <= versions[1].items()


def test_a_stamp_holds_for_the_same_contents_only(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("one")
    before = fingerprint([source])
    set_done("work", before, cache=tmp_path / "cache")
    assert is_done("work", fingerprint([source]), cache=tmp_path / "cache")
    source.write_text("two")
    assert not is_done("work", fingerprint([source]), cache=tmp_path / "cache")


def test_web_sources_leave_out_what_is_made_from_them(tmp_path: Path) -> None:
    for name in (
        "src/main.tsx",
        "package.json",
        "node_modules/a/index.js",
        "dist/index.html",
        "a.tsbuildinfo",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert {str(file.relative_to(tmp_path)) for file in web.sources(tmp_path)} == {
        "src/main.tsx",
        "package.json",
    }


def test_a_missing_web_app_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "WEB", tmp_path)
    with pytest.raises(CommandFailed, match="there is no web app to build"):
        web.build()


def test_progress_speaks_every_ten_packages(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(total=25)
    for number in range(25):
        progress(f"Collecting package-{number}")
    progress("Installing collected packages: a, b")
    assert capsys.readouterr().out.splitlines() == [
        "  10 of 25",
        "  20 of 25",
        "  all downloaded, unpacking ...",
    ]


def test_a_failed_install_leaves_no_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    stamped: list[str] = []
    monkeypatch.setattr(python_packages, "capture", lambda *_, **__: Finished(1, "no such hash\n"))
    monkeypatch.setattr(python_packages, "is_done", lambda *_: False)
    monkeypatch.setattr(python_packages, "set_done", lambda name, _: stamped.append(name))
    with pytest.raises(CommandFailed, match="pip could not install"):
        python_packages.install(Lock.RUNTIME)
    assert stamped == []


@pytest.mark.parametrize(("said", "major"), [("v24.19.0\n", 24), ("v20.20.2\n", 20), ("not found", 0)])
def test_the_version_of_node_is_read(said: str, major: int) -> None:
    assert node.major(said) == major


def test_the_front_and_the_ci_entry_can_be_started() -> None:
    assert os.access(ROOT / "dev", os.X_OK)
    assert os.access(ROOT / ".ci/run", os.X_OK)
