"""What must not stand in the repository, found by reading every file that git would carry."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from api.dev.processes import CommandFailed, capture

LONGEST_FILE_LINES = 300
CODE = (".py", ".ts", ".tsx", ".js", ".mjs", ".css", ".sh", ".html", ".graphql", "dev", ".ci/run")
LENGTH_CHECKED = (".py", ".ts", ".tsx", ".css")
GENERATED = re.compile(r"^models/migrations/|/(gql|generated)/|\.d\.ts$")
NEVER_CARRIED = re.compile(r"(^|/)(\.venv|\.data|\.cache|node_modules|__pycache__)(/|$)|^web/dist/|\.sqlite3")
NEEDED = ("docs/requirements.md", "README.md", "CHANGELOG.md", "schema.graphql")

# One letter of each stands in brackets, so that a pattern does not find itself here.
MACHINE_PATH = re.compile(
    r"/wor[k]/(main|shared|\.library)\b|/tmp/(w[t]|brie[f]|contrac[t])\b|/opt/(pyp[i]|wheel[s])\b"
)
UNFINISHED = re.compile(r"\b(TOD[O]|FIXM[E])\b")
# In requirements*.lock only names, versions and hashes; in package-lock.json no place of a package.
PYTHON_LOCK_ADDRESS = re.compile(r"https?:|file:/|^\s*--(?!hash=)|\s@\s", re.MULTILINE)
NODE_LOCK_ADDRESS = re.compile(r'"resolved":\s*"(http|file|git)')
REGISTRY_SETTING = re.compile(r"^\s*(@[\w-]+:)?registry\s*=", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend, and the file it stands in."""

    file: str
    words: str

    def __str__(self) -> str:
        return f"{self.file}: {self.words}"


def faults(root: Path) -> list[Fault]:
    """All that is wrong; empty for a clean repository. Of files that are no text only the name is judged."""
    names = carried_files(root)
    missing = [Fault(name, "is missing") for name in NEEDED if name not in names]
    return missing + [fault for name in names for fault in faults_of_file(root, name)]


def carried_files(root: Path) -> list[str]:
    """Names of the files git carries or would carry, relative to the root."""
    listed = capture(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        directory=root,
    )
    if not listed.passed:
        raise CommandFailed(f"git cannot list the repository's files: {listed.output.strip()}")
    return sorted({name for name in listed.output.split("\0") if name and (root / name).exists()})


def faults_of_file(root: Path, name: str) -> Iterator[Fault]:
    if NEVER_CARRIED.search(name):
        yield Fault(name, "belongs to this machine, not to the repository")
        return
    text = text_of(root / name)
    for check in CHECKS:
        yield from (Fault(name, words) for words in check(name, text))


def text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def machine_paths(name: str, text: str) -> Iterator[str]:
    for found in MACHINE_PATH.finditer(text):
        yield f"line {line_of(text, found)} names a path of one machine: {found[0]}"


def unfinished(name: str, text: str) -> Iterator[str]:
    if name.endswith(CODE):
        for found in UNFINISHED.finditer(text):
            yield f"line {line_of(text, found)} says {found[0]}: finish it or write an issue"


def addresses_in_locks(name: str, text: str) -> Iterator[str]:
    if name.endswith("package-lock.json"):
        found = NODE_LOCK_ADDRESS.search(text)
    elif name.endswith(".lock"):
        found = PYTHON_LOCK_ADDRESS.search(text)
    elif name.endswith(".npmrc"):
        found = REGISTRY_SETTING.search(text)
    else:
        return
    if found:
        yield f"line {line_of(text, found)} says where to download from: {found[0].strip()}"


def too_long(name: str, text: str) -> Iterator[str]:
    lines = len(text.splitlines())
    if name.endswith(LENGTH_CHECKED) and not GENERATED.search(name) and lines > LONGEST_FILE_LINES:
        yield f"{lines} lines; at most {LONGEST_FILE_LINES}"


def line_of(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1


CHECKS: tuple[Callable[[str, str], Iterator[str]], ...] = (
    machine_paths,
    unfinished,
    addresses_in_locks,
    too_long,
)
