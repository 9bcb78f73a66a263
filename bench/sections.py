"""The sections of a run: each measures one thing on servers of its own and puts records into the results."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.data.cast import Size
from bench.data.load import drop_postgres, postgres_filled, sqlite_copy, with_row_level_permissions
from bench.documents import POSTGRAPHILE_PAGE
from bench.measure.announcing import announcing
from bench.measure.different import different_events
from bench.measure.fanout import fan_out
from bench.measure.form import Form
from bench.measure.importing import importing
from bench.measure.journal import journal_lag
from bench.measure.page import page_speed
from bench.measure.size import size_costs
from bench.measure.steps import CLIENTS, step_speed
from bench.measure.work import claims
from bench.peers import catalogue
from bench.places import CACHE
from bench.processes import running
from bench.results import Results

DATABASE = "zhiye_bench_run"


@dataclass(frozen=True)
class Setting:
    """What all sections know. `peers`: names of those that are installed. `postgres`: a server, or None."""

    form: Form
    size: Size
    peers: frozenset[str]
    postgres: str | None

    def folder(self, name: str) -> Path:
        return CACHE / "work" / name


def page(setting: Setting, results: Results) -> None:
    """Peers that only read share one copy; the service has its own."""
    url = sqlite_copy(setting.size, setting.folder("peers"))
    own = setting.folder("ours")
    servers = [
        catalogue.ours(sqlite_copy(setting.size, own), own), catalogue.hand_written(url), catalogue.stock(url)
    ]  # fmt: skip
    others = (
        (catalogue.ARIADNE, catalogue.ariadne),
        (catalogue.MERCURIUS, catalogue.mercurius),
        (catalogue.YOGA, catalogue.yoga),
    )
    servers += [make(url) for name, make in others if name in setting.peers]
    with running(servers):
        results.put("page", setting.form.name, page_speed(servers, setting.form))


def postgres(setting: Setting, results: Results) -> None:
    """The service and PostGraphile over one PostgreSQL database, which shares the client's core where there are two."""
    if catalogue.POSTGRAPHILE not in setting.peers:
        return

    def measure(url: str, folder: Path) -> None:
        with_row_level_permissions(url)
        servers = [catalogue.ours(url, folder), catalogue.postgraphile(url)]
        documents = {catalogue.POSTGRAPHILE: POSTGRAPHILE_PAGE}
        with running(servers):
            results.put("postgres", setting.form.name, page_speed(servers, setting.form, documents))

    _on_postgres(setting, measure)


def fanout(setting: Setting, results: Results) -> None:
    folder = setting.folder("ours")
    ours = catalogue.ours(sqlite_copy(setting.size, folder), folder)
    servers = [
        ours,
        catalogue.broadcast(),
        catalogue.stock(sqlite_copy(setting.size, setting.folder("peers"))),
    ]
    if catalogue.GRAPHQL_WS in setting.peers:
        servers.append(catalogue.graphql_ws())
    results.put("fanout", setting.form.name, fan_out(servers, setting.form))


def steps(setting: Setting, results: Results) -> None:
    folders = {name: setting.folder(f"steps-{name}") for name in ("ours", "stock")}
    urls = {name: sqlite_copy(setting.size, folder) for name, folder in folders.items()}
    servers = [catalogue.ours(urls["ours"], folders["ours"]), catalogue.stock(urls["stock"])]
    with running(servers):
        # The same rows in both databases, so what one queue shows is free in the other one too.
        free = claims(servers[0], CLIENTS * (setting.form.rounds + 1))
        items = {server.name: free for server in servers}
        results.put("steps", setting.form.name, step_speed(servers, items, setting.form))


def journal(setting: Setting, results: Results) -> None:
    _on_postgres(
        setting,
        lambda url, folder: results.put(
            "journal", setting.form.name, [journal_lag(url, folder, setting.form)]
        ),
    )


def different(setting: Setting, results: Results) -> None:
    _on_postgres(
        setting,
        lambda url, folder: results.put(
            "different", setting.form.name, [different_events(url, folder, setting.form)]
        ),
    )


def announced(setting: Setting, results: Results) -> None:
    applicants = min(setting.form.different, setting.size.applicants_signed_in)
    if not applicants:
        return
    folder = setting.folder("announced")
    url = sqlite_copy(setting.size, folder)
    results.put("announcing", setting.form.name, [announcing(url, folder, applicants)])


def imported(setting: Setting, results: Results) -> None:
    if not setting.form.imported:
        return
    folder = setting.folder("importing")
    found = importing(sqlite_copy(setting.size, folder), folder, setting.form.imported)
    results.put("importing", setting.form.name, [found])


def size(setting: Setting, results: Results) -> None:
    results.put("size", setting.form.name, size_costs(setting.form, setting.folder("size")))


def _on_postgres(setting: Setting, measure: Callable[[str, Path], None]) -> None:
    if setting.postgres is None:
        return
    url = postgres_filled(setting.postgres, DATABASE, setting.size)
    try:
        measure(url, setting.folder("postgres"))
    finally:
        drop_postgres(setting.postgres, DATABASE)


SECTIONS: dict[str, Callable[[Setting, Results], None]] = {
    "page": page,
    "postgres": postgres,
    "fanout": fanout,
    "steps": steps,
    "journal": journal,
    "different": different,
    "announcing": announced,
    "importing": imported,
    "size": size,
}
