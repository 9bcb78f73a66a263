"""Write schema.graphql and docs/workflows.md, or check that they are up to date."""

import argparse
import difflib
from pathlib import Path

from api.commands.console import Subcommands, say
from api.settings import Settings
from api.workflow_page import workflow_page
from schema.root import build_schema

ROOT = Path(__file__).parents[2]


def add(commands: Subcommands) -> None:
    parser = commands.add_parser("export-schema", help="写出 schema.graphql 和 docs/workflows.md")
    parser.add_argument("--check", action="store_true", help="只比较，不写；不同则退出码为 1")
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    files = {
        ROOT / "schema.graphql": build_schema().as_str() + "\n",
        ROOT / "docs/workflows.md": workflow_page(),
    }
    changed = {file: text for file, text in files.items() if _read(file) != text}
    for file, text in changed.items():
        if arguments.check:
            say("\n".join(_difference(file, text)))
        else:
            file.write_text(text, encoding="utf-8")
            say(f"已写出 {file.relative_to(ROOT)}")
    if arguments.check and changed:
        say("以上文件与代码不一致，请运行 python -m api export-schema")
        return 1
    return 0


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _difference(file: Path, text: str) -> list[str]:
    name = str(file.relative_to(ROOT))
    return list(
        difflib.unified_diff(
            _read(file).splitlines(), text.splitlines(), name, f"{name} (new)", lineterm="", n=1
        )
    )
