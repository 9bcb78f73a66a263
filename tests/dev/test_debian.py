"""Debian packages are told to a user and installed for root."""

import pytest

from api.dev import debian
from api.dev.processes import Finished

INSTALLED = {"chromium"}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What apt-get was asked for, on a Debian machine that has Chromium only."""
    calls: list[list[str]] = []

    def capture(arguments: list[str], **_: object) -> Finished:
        if arguments[0] == "dpkg-query":
            return Finished(0, "installed") if arguments[-1] in INSTALLED else Finished(1, "no such package")
        calls.append(arguments)
        return Finished(0, "")

    monkeypatch.setattr(debian, "capture", capture)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    return calls


def test_root_gets_what_is_missing(asked: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    debian.provide(("chromium", "libzbar0"), "browser tests")
    assert asked[-1] == ["apt-get", "install", "-y", "--no-install-recommends", "libzbar0"]


def test_a_user_is_told_the_command(
    asked: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    debian.provide(("chromium", "libzbar0"), "browser tests")
    assert asked == []
    assert "As root: apt-get install libzbar0\n" in capsys.readouterr().out


def test_nothing_is_said_when_nothing_is_missing(
    asked: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    debian.provide(("chromium",), "browser tests")
    assert asked == []
    assert capsys.readouterr().out == ""
