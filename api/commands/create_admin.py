"""Make an administrator who can sign in."""

import argparse
import getpass
import os
import re

from pwdlib import PasswordHash

from api.commands.console import Failed, Subcommands, say, with_database
from api.settings import Settings
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.kinds import AccountKind, AccountState
from models.people.tables import Account

MOBILE = re.compile(r"1[3-9]\d{9}")
SHORTEST_PASSWORD = 8


def add(commands: Subcommands) -> None:
    parser = commands.add_parser(
        "create-admin", help="建立管理员账号；密码从 ADMIN_PASSWORD 读取，没有则询问"
    )
    parser.add_argument("mobile", help="登录用的手机号")
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    mobile: str = arguments.mobile
    if not MOBILE.fullmatch(mobile):
        raise Failed(f"“{mobile}”不是手机号，须为 1 开头的 11 位数字")
    password = os.environ.get("ADMIN_PASSWORD") or getpass.getpass("密码：")
    if len(password) < SHORTEST_PASSWORD:
        raise Failed(f"密码太短，至少 {SHORTEST_PASSWORD} 个字符")
    hashed = PasswordHash.recommended().hash(password)

    async def create() -> None:
        if await Account.filter(mobile=mobile).exists():
            raise Failed("已有使用这个手机号的账号")
        await _create(SYSTEM_VIEWER, mobile=mobile, password_hash=hashed)

    with_database(settings, create)
    say("已建立管理员账号")
    return 0


@unit_of_work
async def _create(unit: Unit, *, mobile: str, password_hash: str) -> None:
    await Account.create(
        kind=AccountKind.ADMINISTRATOR, state=AccountState.ACTIVE, mobile=mobile, password_hash=password_hash
    )
