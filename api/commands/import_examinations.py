"""Take over examination records from a file."""

import argparse
import getpass
from pathlib import Path

from api.commands.console import Failed, Subcommands, say, with_database
from api.migrations import pending
from api.settings import Settings
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.imports import Unreadable, parsed
from models.people.steps.importing import Imported, Source, import_results

SHOWN = 100
"""So many wrong values are listed; the rest is counted."""


def add(commands: Subcommands) -> None:
    parser = commands.add_parser(
        "import-examinations", help="导入考试合格记录（CSV，UTF-8 或 GBK，见 docs/examinations.md）"
    )
    parser.add_argument("file", type=Path, help="CSV 文件")
    parser.add_argument("--skip-bad", action="store_true", help="跳过有错的行，导入其余的行")
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    file: Path = arguments.file
    try:
        found = parsed(file.read_bytes())
    except OSError as error:
        raise Failed(f"文件“{file}”打不开：{error.strerror}") from None
    except Unreadable as error:
        raise Failed(str(error)) from None
    for wrong in found.wrong[:SHOWN]:
        say(str(wrong))
    if len(found.wrong) > SHOWN:
        say(f"另有 {len(found.wrong) - SHOWN} 处错误没有列出")
    if found.wrong and not arguments.skip_bad:
        raise Failed(f"有 {len(found.wrong)} 处错误，没有导入任何一行。请改正，或用 --skip-bad 跳过有错的行")
    if with_database(settings, pending):
        raise Failed("数据库的表还不是最新的，请先运行 python -m api migrate")

    async def take_over() -> Imported:
        source = Source(file.name, getpass.getuser())
        done = await import_results(
            SYSTEM_VIEWER, lines=found.lines, source=source, secret=settings.signing_secret()
        )
        return done.value

    given = with_database(settings, take_over)
    skipped = f"，跳过 {len({wrong.line for wrong in found.wrong})} 行" if found.wrong else ""
    say(f"新增 {given.added} 条，更改 {given.changed} 条，已有 {given.same} 条{skipped}")
    return 0
