"""Look after the journal: verify its chain, seal now, refuse old cursors after a restore."""

import argparse

from api.commands.console import Subcommands, say, with_database
from api.settings import Settings
from models.kernel.epochs import begin_epoch
from models.kernel.sealing import seal, verify
from models.kernel.viewer import SYSTEM_VIEWER


def add(commands: Subcommands) -> None:
    parser = commands.add_parser(
        "journal", help="日志：verify 核对封存链，seal 立即封存，new-epoch 恢复备份后换纪元"
    )
    parser.add_argument("what", choices=("verify", "seal", "new-epoch"))
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    work = {"verify": _verify, "seal": _seal, "new-epoch": _new_epoch}[arguments.what]
    return with_database(settings, work)


async def _verify() -> int:
    verdict = await verify()
    if verdict.broken_at is not None:
        say(f"封存链从第 {verdict.broken_at} 块起不成立：有条目被改动、删除或插入（共 {verdict.blocks} 块）")
        return 1
    say(f"封存链成立：{verdict.blocks} 块，{verdict.entries} 条")
    return 0


async def _seal() -> int:
    say(f"新封存 {await seal()} 块")
    return 0


async def _new_epoch() -> int:
    done = await begin_epoch(SYSTEM_VIEWER)
    say(f"新纪元 {done.value}：此前发出的游标一律要求重新查询")
    return 0
