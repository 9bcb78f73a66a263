"""Fan-out measured: ours beside `websockets.broadcast`, interleaved, medians.

python -m bench.fanout.run --sockets 1000 --rounds 3 --events 9

Server on core 0, client on core 1. `last`: from the first socket's message to the last one's. `since asked`: from
the request that makes the event; ours is a mutation with its transaction and the journal's wake-up. us/message: the
server process's own time over all events of a round, the mutation, the journal and the evaluation included.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import Request, urlopen

HERE = Path(__file__).parent
PORT = 8150
QUERY = "subscription ($after: Cursor) { nameGiven(after: $after) { kind cursor entry name } }"
NAME = "mutation ($name: String!) { namePerson(name: $name) { id } }"
BROADCAST = (
    '{"id":"00000000-5a3c-4d2e-9f10-000000000000","type":"next","payload":{"data":{"nameGiven":{"kind":"EVENT",'
    '"cursor":"awGakwAAAAAAAAAAAAAAAAAAAAMK4UwYZmH4wQ","entry":3,"name":"MARK"}}}}'
)
TICK_MICROSECONDS = 1_000_000 / os.sysconf("SC_CLK_TCK")


@dataclass
class Figures:
    last_ms: list[float] = field(default_factory=list)
    whole_ms: list[float] = field(default_factory=list)
    cpu_us: list[float] = field(default_factory=list)
    kilobytes: list[float] = field(default_factory=list)


@dataclass
class Client:
    process: "subprocess.Popen[str]"

    def ask(self, line: str) -> str:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline()

    def answer(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sockets", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--events", type=int, default=9)
    parser.add_argument("--only", choices=["ours", "broadcast"])
    chosen = parser.parse_args()
    figures = {name: Figures() for name in ("ours", "broadcast") if chosen.only in (None, name)}
    with tempfile.TemporaryDirectory() as folder:
        binary = built(Path(folder))
        for round_ in range(chosen.rounds):
            for name, found in figures.items():
                measured(name, binary, Path(folder) / f"{name}{round_}", chosen, found)
    for name, found in figures.items():
        columns = (found.last_ms, found.whole_ms, found.cpu_us, found.kilobytes)
        last, whole, cpu, kilobytes = map(statistics.median, columns)
        say(
            f"{name:10} last {last:7.1f} ms   since asked {whole:7.1f} ms   {cpu:6.1f} us/message"
            f"   {kilobytes:5.1f} KB/idle subscriber"
        )
        say(f"{'':10} {' '.join(f'{one:.1f}' for one in found.last_ms)}")
    if len(figures) == 2:
        ours, limit = (statistics.median(figures[name].last_ms) for name in ("ours", "broadcast"))
        say(f"ours / broadcast: {ours / limit:.2f}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def built(folder: Path) -> Path:
    binary = folder / "client"
    subprocess.run(["gcc", "-O2", "-D_GNU_SOURCE", "-o", str(binary), str(HERE / "client.c")], check=True)
    return binary


def measured(name: str, binary: Path, folder: Path, chosen: argparse.Namespace, found: Figures) -> None:
    folder.mkdir()
    (folder / "query").write_text(json.dumps({"query": QUERY, "variables": {}}), encoding="utf-8")
    (folder / "text").write_text(BROADCAST, encoding="utf-8")
    with server(name, folder) as pid:
        idle = resident(pid)
        how = ["graphql-transport-ws", str(folder / "query")] if name == "ours" else ["", "-"]
        with client(binary, chosen.sockets, how) as holding:
            time.sleep(2)
            found.kilobytes.append((resident(pid) - idle) / chosen.sockets)
            one_event(name, holding, "warm")
            before = cpu_ticks(pid)
            for number in range(chosen.events):
                last, whole = one_event(name, holding, f"{number}m{time.time_ns()}")
                found.last_ms.append(last)
                found.whole_ms.append(whole)
            spent = (cpu_ticks(pid) - before) * TICK_MICROSECONDS
            found.cpu_us.append(spent / (chosen.events * chosen.sockets))


def one_event(name: str, holding: Client, mark: str) -> tuple[float, float]:
    """Milliseconds from the first socket's message, and from the moment the event was asked for, to the last one's."""
    holding.ask(f"expect {mark}")
    asked = time.monotonic_ns()
    if name == "ours":
        body = json.dumps({"query": NAME, "variables": {"name": mark}}).encode()
        request = Request(f"http://127.0.0.1:{PORT}/graphql", body, {"content-type": "application/json"})
        urlopen(request).read()  # noqa: S310 our own server
    else:
        asyncio.run(tell(mark))
    first, last, _ = map(int, holding.answer().split())
    return (last - first) / 1e6, (last - asked) / 1e6


async def tell(mark: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT + 1)
    writer.write(f"{mark}\n".encode())
    await reader.read()


@contextmanager
def server(name: str, folder: Path) -> Iterator[int]:
    limit = ["-m", "bench.fanout.broadcast_server", str(PORT), str(folder / "text")]
    program = ["-m", "tests.server"] if name == "ours" else limit
    settings = {
        "HOST": "127.0.0.1", "PORT": str(PORT), "DATA_DIR": str(folder), "SECRET": "a secret of the bench",
        "DATABASE_URL": f"sqlite://{folder}/z.sqlite3", "MAKE_TABLES": "1", "SOCKETS_PER_ADDRESS": "100000",
    }  # fmt: skip
    process = subprocess.Popen(["taskset", "-c", "0", sys.executable, *program], env=os.environ | settings)
    try:
        wait_for(name)
        yield process.pid
    finally:
        process.kill()
        process.wait()


def wait_for(name: str) -> None:
    while True:
        try:
            if name == "ours":
                urlopen(f"http://127.0.0.1:{PORT}/readyz").read()
            else:
                asyncio.run(tell("start"))
            return
        except OSError:
            time.sleep(0.1)


@contextmanager
def client(binary: Path, sockets: int, how: list[str]) -> Iterator[Client]:
    process = subprocess.Popen(
        ["taskset", "-c", "1", str(binary), str(PORT), str(sockets), *how],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    holding = Client(process)
    try:
        assert holding.answer() == "ready\n"
        yield holding
    finally:
        process.kill()
        process.wait()


def resident(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024


def cpu_ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


if __name__ == "__main__":
    main()
