"""Serve until told to stop."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from api.app import make_app
from api.commands.console import Failed, Subcommands, say, with_database
from api.logs import configure
from api.migrations import pending
from api.settings import Settings
from models.kernel.database import SecondServer, lock_server
from schema.root import AREAS, Area

LARGEST_SOCKET_MESSAGE = 256 * 1024
STOP_WAIT_SECONDS = 5
BACKLOG = 2048


def add(commands: Subcommands) -> None:
    parser = commands.add_parser("serve", help="提供服务")
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    """:raises Failed: another process serves this SQLite file, or the tables are not up to date."""
    with locked(settings):
        if with_database(settings, pending):
            raise Failed("数据库的表还不是最新的，请先运行 python -m api migrate")
        return serve(settings, AREAS)


@contextmanager
def locked(settings: Settings) -> Iterator[None]:
    """Be the one server of a SQLite file. :raises Failed: another process is."""
    try:
        lock = lock_server(settings.database_url)
    except SecondServer as refused:
        raise Failed(str(refused)) from None
    try:
        yield
    finally:
        if lock:
            lock.release()


def serve(settings: Settings, areas: tuple[Area, ...]) -> int:
    """Serve these areas of the schema until told to stop."""
    configure(as_json=settings.json_logs)
    say(f"执业服务在 http://{settings.host}:{settings.port} （停止：Ctrl+C）")
    uvicorn.Server(config(settings, areas)).run()
    return 0


def config(settings: Settings, areas: tuple[Area, ...]) -> uvicorn.Config:
    """Sockets: no compression, small messages, pings by the protocol itself."""
    return uvicorn.Config(
        make_app(settings, areas),
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http="httptools",
        ws="websockets-sansio",
        ws_max_size=LARGEST_SOCKET_MESSAGE,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        proxy_headers=True,
        forwarded_allow_ips=settings.proxies,
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=STOP_WAIT_SECONDS,
        backlog=BACKLOG,
    )
