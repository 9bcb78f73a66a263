"""Load the demonstration once, and say who may sign in."""

import argparse
from functools import partial

from api.commands.console import Failed, Subcommands, say, with_database
from api.demo import FRESH_MOBILE, NotLoaded, accounts, load
from api.demo.known import PASSWORD
from api.migrations import pending
from api.settings import Settings
from printing.errors import PrintingError


def add(commands: Subcommands) -> None:
    parser = commands.add_parser("demo", help="装入演示数据（只装一次），列出演示账号")
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    if with_database(settings, pending):
        raise Failed("数据库的表还不是最新的，请先运行 python -m api migrate")
    try:
        with_database(settings, partial(load, settings, say))
    except (NotLoaded, PrintingError) as refused:
        raise Failed(str(refused)) from None
    say(f"演示账号（密码都是 {PASSWORD}，详见 docs/demo.md）：")
    for account in accounts():
        say(f"  {account.login:<18} {account.who}，{account.role}")
    say(f"想自己开户，请用 {FRESH_MOBILE}；短信验证码显示在 {settings.public_url}/outbox")
    return 0
