"""What a run of pytest writes down about requirement lines."""

import pytest

from api.dev.paths import REQUIREMENT_RESULTS, ROOT
from api.dev.requirement_results import Results, read_results

SUITE = """
import pytest

@pytest.mark.requirement("S0-1", "S0-2")
def test_right(): pass

@pytest.mark.requirement("S0-2")
def test_wrong(): assert False

@pytest.mark.requirement("S0-3")
def test_left_out(): pytest.skip("no printer")

@pytest.fixture
def leaky():
    yield
    raise RuntimeError("left a mess")

@pytest.mark.requirement("S0-4")
def test_messy(leaky): pass
"""
INI = """
[pytest]
testpaths = suite
markers = requirement(*lines): lines
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makefile(".ini", pytest=INI)
    pytester.mkdir("docs").joinpath("requirements.md").write_text(
        "".join(f"- S0-{n} Words.\n" for n in range(1, 5))
    )
    pytester.mkdir("suite").joinpath("test_suite.py").write_text(SUITE)
    return pytester


def run(project: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return project.runpytest("-p", "tests.plugins.requirement_lines", "-p", "no:asyncio", *arguments)


def recorded(project: pytest.Pytester) -> Results:
    return read_results(project.path / REQUIREMENT_RESULTS.relative_to(ROOT))


def test_a_whole_run_records_each_lines_tests(project: pytest.Pytester) -> None:
    run(project)
    outcomes = {number: list(tests.values()) for number, tests in recorded(project).items()}
    assert outcomes == {
        "S0-1": ["passed"],
        "S0-2": ["passed", "failed"],
        "S0-3": ["skipped"],
        "S0-4": ["failed"],
    }


@pytest.mark.parametrize(
    "narrowed", [("suite/test_suite.py",), ("-k", "right"), ("-m", "requirement"), ("-x",)]
)
def test_a_narrowed_run_records_nothing(project: pytest.Pytester, narrowed: tuple[str, ...]) -> None:
    run(project, *narrowed)
    assert not (project.path / REQUIREMENT_RESULTS.relative_to(ROOT)).exists()


def test_a_line_that_does_not_exist_stops_the_run(project: pytest.Pytester) -> None:
    (project.path / "suite" / "test_more.py").write_text(
        "import pytest\n@pytest.mark.requirement('S0-999')\ndef test_more(): pass\n"
    )
    finished = run(project)
    assert finished.ret == pytest.ExitCode.USAGE_ERROR
    finished.stderr.fnmatch_lines(["*test_more: docs/requirements.md has no line 'S0-999'*"])
