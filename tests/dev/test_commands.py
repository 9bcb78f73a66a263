"""The front door: which commands there are, and that they start on a bare Python."""

import subprocess
import sys

import pytest

from api.dev.__main__ import COMMANDS, first_line, load
from api.dev.checks import STEPS, Step, guarded
from api.dev.commands import bench, check
from api.dev.paths import ROOT
from api.dev.processes import PROGRAM_MISSING, CommandFailed, Finished, capture


def on_a_bare_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Without the installed packages: -S leaves site-packages out."""
    command = [sys.executable, "-S", "-m", "api.dev", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_list_needs_nothing_installed_and_names_every_command() -> None:
    listed = on_a_bare_python()
    assert listed.returncode == 0, listed.stderr
    for name in COMMANDS:
        assert f"  {name:<12}  {first_line(load(name))}" in listed.stdout


def test_every_command_file_is_listed() -> None:
    files = {file.stem for file in (ROOT / "api/dev/commands").glob("*.py")} - {"__init__"}
    assert files == set(COMMANDS)


def test_an_unknown_command_is_refused_with_the_list() -> None:
    answered = on_a_bare_python("deploy")
    assert answered.returncode == 2
    assert "There is no command 'deploy'." in answered.stderr
    assert "  run " in answered.stdout


def test_a_missing_benchmark_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(bench, "ROOT", tmp_path_factory.mktemp("empty"))
    with pytest.raises(CommandFailed, match="There is nothing to measure yet"):
        bench.main([])


def test_a_missing_program_is_a_failure_with_its_name() -> None:
    done = capture(["no-such-program"])
    assert (done.code, done.output) == (PROGRAM_MISSING, "The program no-such-program is not installed.\n")


def test_check_goes_on_after_a_failure_and_ends_with_pytests_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def cannot_begin() -> Finished:
        raise CommandFailed("There is no web app to build.")

    steps = (
        Step("web build", cannot_begin),
        Step("lint", lambda: Finished(1, "a.py: too long\n")),
        Step("types", lambda: Finished(0, "noise\n")),
        Step("tests", lambda: Finished(0, "...\n== 3 passed in 1.0s ==\n"), streamed=True),
    )
    monkeypatch.setattr(check, "STEPS", steps)
    assert check.main([]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[-2:] == ["2 of 4 steps failed: web build, lint", "== 3 passed in 1.0s =="]
    assert "There is no web app to build." in said
    assert "a.py: too long" in said
    assert "noise" not in said


def test_check_passes_when_every_step_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "STEPS", (Step("tests", lambda: Finished(0, "== 1 passed ==\n")),))
    assert check.main([]) == 0


def test_a_step_without_its_program_fails() -> None:
    missing = Step("schema rules", lambda: capture(["web/node_modules/.bin/no-such-linter"]))
    assert not guarded(missing).passed


def test_the_tests_are_the_last_step() -> None:
    assert STEPS[-1].name == "tests"
