"""What the environment decides, read once and checked."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LARGEST_PORT = 65535
SHORTEST_SECRET = 16
TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"", "0", "false", "no", "off"}


class BadSetting(Exception):
    """An environment variable cannot be used; the message names it, its value and what is wanted."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`sockets_per_address`: open sockets from one network address. `proxies`: addresses whose
    X-Forwarded-For is believed. `public_url`: where people reach the service, for links and QR codes.
    `clamd`: host and port of the virus scanner; None for the stand-in that knows the test virus only."""

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
    clamd: tuple[str, int] | None = None

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
    METRICS_TOKEN, LOG_FORMAT, CLAMD.

    :raises BadSetting: a value cannot be used.
    """
    data_dir = Path(environ.get("DATA_DIR") or ".data").resolve()
    port = _number(environ, "PORT", 8000, LARGEST_PORT)
    settings = Settings(
        data_dir=data_dir,
        database_url=_database(environ, data_dir),
        host=environ.get("HOST") or "127.0.0.1",
        port=port,
        demonstration=_switch(environ, "DEMONSTRATION"),
        secret=_secret(environ),
        public_url=(environ.get("PUBLIC_URL") or f"http://localhost:{port}").rstrip("/"),
        sockets_per_address=_number(environ, "SOCKETS_PER_ADDRESS", 100, 1_000_000),
        proxies=environ.get("TRUSTED_PROXIES") or "127.0.0.1",
        metrics_token=environ.get("METRICS_TOKEN") or None,
        json_logs=_choice(environ, "LOG_FORMAT", ("json", "console")) == "json",
        clamd=_address(environ, "CLAMD"),
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
