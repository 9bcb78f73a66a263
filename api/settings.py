"""What the environment decides, read once and checked."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from models.kernel.database import POOL_SIZE

WEB_DIR = Path(__file__).parents[1] / "web" / "dist"
LARGEST_PORT = 65535
LARGEST_POOL = 1000
SHORTEST_SECRET = 16
LONGEST_IDLE_MINUTES = 24 * 60
TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"", "0", "false", "no", "off"}


class Wake(StrEnum):
    """How processes wake each other, and where they share presence: not at all, the database, Redis."""

    MEMORY = "memory"
    POSTGRES = "postgres"
    REDIS = "redis"


class Trust(StrEnum):
    """Which documents are served: all that are valid, or only those that were built into the web app."""

    ALL = "all"
    ONLY = "only"


class BadSetting(Exception):
    """An environment variable cannot be used; the message names it, its value and what is wanted."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`sockets_per_address`: open sockets from one network address. `proxies`: addresses whose
    X-Forwarded-For is believed. `public_url`: where people reach the service, for links and QR codes.
    `idle_minutes`: a session without a request for so long ends by itself.
    `clamd`: host and port of the virus scanner; None for the stand-in that knows the test virus only.
    `web_dir`: where the built web app is.
    `wake`: by what processes wake each other; `redis_url` is used where that is Redis.
    `database_pool`: PostgreSQL connections of the writer, and as many of the reader."""

    data_dir: Path
    database_url: str
    host: str = "127.0.0.1"
    port: int = 8000
    demonstration: bool = False
    secret: str | None = None
    public_url: str = "http://localhost:8000"
    sockets_per_address: int = 100
    proxies: str = "127.0.0.1"
    metrics_token: str | None = None
    json_logs: bool = True
    idle_minutes: int = 30
    clamd: tuple[str, int] | None = None
    web_dir: Path = WEB_DIR
    wake: Wake = Wake.MEMORY
    redis_url: str = "redis://127.0.0.1:6379/0"
    database_pool: int = POOL_SIZE
    trusted_documents: Trust = Trust.ALL

    @property
    def is_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite:")

    def signing_secret(self) -> bytes:
        """The secret that signs cursors: SECRET, or on one machine a file made at the first start."""
        if self.secret:
            return self.secret.encode()
        file = self.data_dir / "secret"
        if not file.exists():
            self.data_dir.mkdir(parents=True, exist_ok=True)
            file.touch(mode=0o600)
            file.write_text(secrets.token_urlsafe(), encoding="ascii")
        return file.read_bytes()


def from_environment(environ: Mapping[str, str]) -> Settings:
    """HOST, PORT, DATA_DIR, DATABASE_URL, DEMONSTRATION, SECRET, PUBLIC_URL, SOCKETS_PER_ADDRESS, TRUSTED_PROXIES,
    METRICS_TOKEN, LOG_FORMAT, IDLE_MINUTES, CLAMD, WEB_DIR, WAKE, REDIS_URL, DATABASE_POOL,
    TRUSTED_DOCUMENTS.

    :raises BadSetting: a value cannot be used.
    """
    data_dir = Path(environ.get("DATA_DIR") or ".data").resolve()
    port = _number(environ, "PORT", 8000, LARGEST_PORT)
    database_url = _database(environ, data_dir)
    settings = Settings(
        data_dir=data_dir,
        database_url=database_url,
        host=environ.get("HOST") or "127.0.0.1",
        port=port,
        demonstration=_switch(environ, "DEMONSTRATION"),
        secret=_secret(environ),
        public_url=(environ.get("PUBLIC_URL") or f"http://localhost:{port}").rstrip("/"),
        sockets_per_address=_number(environ, "SOCKETS_PER_ADDRESS", 100, 1_000_000),
        proxies=environ.get("TRUSTED_PROXIES") or "127.0.0.1",
        metrics_token=environ.get("METRICS_TOKEN") or None,
        json_logs=_choice(environ, "LOG_FORMAT", ("json", "console")) == "json",
        idle_minutes=_number(environ, "IDLE_MINUTES", 30, LONGEST_IDLE_MINUTES),
        clamd=_address(environ, "CLAMD"),
        web_dir=Path(environ.get("WEB_DIR") or WEB_DIR).resolve(),
        wake=_wake(environ, database_url),
        redis_url=_redis(environ),
        database_pool=_number(environ, "DATABASE_POOL", POOL_SIZE, LARGEST_POOL),
        trusted_documents=Trust(_choice(environ, "TRUSTED_DOCUMENTS", tuple(one.value for one in Trust))),
    )
    if not settings.is_sqlite and settings.secret is None:
        raise BadSetting("使用 PostgreSQL 时须设置环境变量 SECRET：各服务进程要用同一个密钥签名游标")
    return settings


def _database(environ: Mapping[str, str], data_dir: Path) -> str:
    url = environ.get("DATABASE_URL") or f"sqlite://{data_dir}/zhiye.sqlite3"
    if not url.startswith(("sqlite://", "postgres://")):
        scheme = url.split(":", 1)[0]
        raise BadSetting(
            f"环境变量 DATABASE_URL 以“{scheme}:”开头，须为 sqlite://路径 或 postgres://用户@主机/库名"
        )
    return url


def _wake(environ: Mapping[str, str], database_url: str) -> Wake:
    """By PostgreSQL itself where it is the database; one process over SQLite has nobody to wake."""
    sqlite = database_url.startswith("sqlite:")
    usual = Wake.MEMORY if sqlite else Wake.POSTGRES
    wake = Wake(_choice(environ, "WAKE", (usual.value, *(one.value for one in Wake if one is not usual))))
    if sqlite and wake is Wake.POSTGRES:
        raise BadSetting("环境变量 WAKE 为“postgres”时，DATABASE_URL 须为 postgres:// 开头")
    return wake


def _redis(environ: Mapping[str, str]) -> str:
    url = environ.get("REDIS_URL") or "redis://127.0.0.1:6379/0"
    if not url.startswith(("redis://", "rediss://", "unix://")):
        scheme = url.split(":", 1)[0]
        raise BadSetting(f"环境变量 REDIS_URL 以“{scheme}:”开头，须为 redis://主机:端口/库号")
    return url


def _number(environ: Mapping[str, str], name: str, default: int, largest: int) -> int:
    text = environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= largest:
        raise BadSetting(f"环境变量 {name} 的值“{text}”不能用，须为 1 至 {largest} 的整数")
    return int(text)


def _address(environ: Mapping[str, str], name: str) -> tuple[str, int] | None:
    text = environ.get(name) or None
    if text is None:
        return None
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not (port.isascii() and port.isdigit() and 1 <= int(port) <= LARGEST_PORT):
        raise BadSetting(f"环境变量 {name} 的值“{text}”不能用，须为 主机:端口，例如 127.0.0.1:3310")
    return host, int(port)


def _switch(environ: Mapping[str, str], name: str) -> bool:
    text = environ.get(name, "").lower()
    if text not in TRUE_WORDS | FALSE_WORDS:
        raise BadSetting(f"环境变量 {name} 的值“{text}”不能用，须为 1 或 0")
    return text in TRUE_WORDS


def _choice(environ: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    text = environ.get(name) or choices[0]
    if text not in choices:
        raise BadSetting(f"环境变量 {name} 的值“{text}”不能用，须为 {' 或 '.join(choices)}")
    return text


def _secret(environ: Mapping[str, str]) -> str | None:
    text = environ.get("SECRET") or None
    if text and len(text) < SHORTEST_SECRET:
        raise BadSetting(f"环境变量 SECRET 太短（{len(text)} 个字符），至少 {SHORTEST_SECRET} 个字符")
    return text
