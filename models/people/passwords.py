"""Rule PWD-1 and password hashes (argon2id). Hashing takes a tenth of a second: never inside a unit of work."""

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TypeVar

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from models.kernel.errors import InvalidField, UserError

AGENCY_FORM = re.compile(r"[0-9A-Za-z_]{10,16}")
SHORTEST, LONGEST = 10, 64
HASHERS_AT_ONCE = 2
"""Each hash takes 64 MiB for a moment; more at once would only trade memory for waiting."""

T = TypeVar("T")

_hasher = PasswordHash((Argon2Hasher(),))
_threads = ThreadPoolExecutor(HASHERS_AT_ONCE, thread_name_prefix="argon2")


def password_problems(password: str, again: str, *, agency: bool) -> list[UserError]:
    """Everything wrong with a new password (PWD-1: D-3, S1-33). The password itself is never repeated."""
    problems: list[UserError] = []
    rule = _agency_problem if agency else _common_problem
    if problem := rule(password):
        problems.append(problem)
    if password != again:
        problems.append(
            InvalidField(path=("input", "passwordAgain"), message="两次输入的密码不一致", wanted="与密码相同")
        )
    return problems


async def hashed(password: str) -> str:
    return await _off_the_loop(_hasher.hash, password)


async def matches(password: str, stored: str | None) -> bool:
    """Is it the password? Takes as long when there is none, so that nobody learns who exists by the clock."""
    if len(password) > LONGEST:
        password, stored = "", None
    right = await _off_the_loop(_verify, password, stored or "")
    return right and stored is not None


def _agency_problem(password: str) -> InvalidField | None:
    if AGENCY_FORM.fullmatch(password):
        return None
    wanted = "10 至 16 位数字、字母或下划线"
    return _refused(f"密码须为{wanted}，收到 {len(password)} 位", _kinds(password), wanted)


def _common_problem(password: str) -> InvalidField | None:
    if not SHORTEST <= len(password) <= LONGEST:
        wanted = f"{SHORTEST} 至 {LONGEST} 位"
        return _refused(f"密码须为 {wanted}，收到 {len(password)} 位", f"{len(password)} 位", wanted)
    if password.casefold() in common_passwords() or len(set(password)) == 1:
        return _refused("这个密码太常见，容易被猜到，请换一个", "常见密码", "不常见的密码")
    return None


def _refused(message: str, received: str, wanted: str) -> InvalidField:
    return InvalidField(path=("input", "password"), message=message, received=received, wanted=wanted)


def _kinds(password: str) -> str:
    other = len(re.sub(r"[0-9A-Za-z_]", "", password))
    return f"{len(password)} 位，其中 {other} 个其他字符"


@cache
def common_passwords() -> frozenset[str]:
    """Passwords that are guessed first, in lower case: one per line in common_passwords.txt."""
    lines = Path(__file__).with_name("common_passwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _verify(password: str, stored: str) -> bool:
    return _hasher.verify(password, stored or _nobody())


@cache
def _nobody() -> str:
    return _hasher.hash("nobody has this password")


async def _off_the_loop(work: Callable[..., T], *args: str) -> T:
    return await asyncio.get_running_loop().run_in_executor(_threads, work, *args)
