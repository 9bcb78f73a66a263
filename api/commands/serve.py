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
from api.transport.direct import DirectProtocol
from models.kernel.clock import today
from models.kernel.database import SecondServer, lock_server
from models.kernel.workday_seed import missing_year
from models.kernel.workdays import work_calendar
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
        warn_of_missing_workdays(settings)
        return serve(settings, AREAS)


def warn_of_missing_workdays(settings: Settings) -> None:
    """Deadlines that reach into a year without holidays entered would end too early."""
    year = missing_year(with_database(settings, work_calendar), today())
    if year:
        say(
            f"注意：{year} 年的工作日还没有录入，跨到该年的期限只按周一至周五计算。"
            f"国务院办公厅公布 {year} 年放假安排后，请升级本程序并运行 python -m api migrate 补录"
        )


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
        ws=DirectProtocol,
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
