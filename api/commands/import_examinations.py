"""Take over examination records from a file."""

import argparse
import getpass
from pathlib import Path

from api.commands.console import Failed, Subcommands, say, with_database
from api.migrations import pending
from api.settings import Settings
from models.kernel.viewer import SYSTEM_VIEWER
from models.transfers.importer import Origin
from models.transfers.importers.examinations import EXAMINATIONS
from models.transfers.kinds import RowOutcome
from models.transfers.reading import Unreadable, parsed
from models.transfers.rights import Scope
from models.transfers.steps.importing import Taking, take_over_lines

SHOWN = 100
"""So many wrong values are listed; the rest is counted."""


def add(commands: Subcommands) -> None:
    parser = commands.add_parser(
        "import-examinations", help="导入考试合格记录（XLSX 或 CSV，见 docs/examinations.md）"
    )
    parser.add_argument("file", type=Path, help="XLSX 或 CSV 文件")
    parser.add_argument("--skip-bad", action="store_true", help="跳过有错的行，导入其余的行")
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    file: Path = arguments.file
    try:
        found = parsed(file, EXAMINATIONS.kind)
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

    async def take_over() -> dict[str, int]:
        origin = Origin(file.name, getpass.getuser(), settings.signing_secret())
        taking = Taking(EXAMINATIONS, Scope(everything=True), origin)
        done = await take_over_lines(SYSTEM_VIEWER, taking=taking, lines=found.lines)
        return done.value

    given = with_database(settings, take_over)
    skipped = f"，跳过 {len({wrong.line for wrong in found.wrong})} 行" if found.wrong else ""
    new, changed, same = (given[one] for one in (RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.SAME))
    say(f"新增 {new} 条，更改 {changed} 条，已有 {same} 条{skipped}")
    return 0
