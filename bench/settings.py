"""What the command line asks for."""

import argparse
import re
from collections.abc import Sequence

from bench.sections import SECTIONS

UNITS = {"s": 1, "m": 60, "h": 3600}
POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("./dev bench", description="Measure the service beside its peers.")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--quick", action="store_true", help="a short run of everything, under 5 minutes")
    form.add_argument("--smoke", action="store_true", help="floors only, under 40 seconds; writes no page")
    form.add_argument(
        "--soak", type=seconds, metavar="60m", help="pages, steps and sockets for so long; is memory flat?"
    )
    parser.add_argument(
        "--only", choices=list(SECTIONS), nargs="+", help="these sections; the page keeps the others"
    )
    parser.add_argument(
        "--scale", type=int, default=10_000, metavar="N", help="registrations in the data set"
    )
    parser.add_argument(
        "--postgres", default=POSTGRES, metavar="URL",
        help="a server where databases zhiye_bench_* may be made and dropped",
    )  # fmt: skip
    parser.add_argument(
        "--million", action="store_true", help="the section size with 1,000,000 registrations too (minutes)"
    )
    parser.add_argument("--no-peers", action="store_true", help="only what needs nothing installed")
    return parser.parse_args(arguments)


def seconds(text: str) -> float:
    """20s, 60m or 1h."""
    found = re.fullmatch(r"(\d+)([smh])", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is no time; write 20s, 60m or 1h")
    return float(found[1]) * UNITS[found[2]]


def duration(seconds: float) -> str:
    """60m of 3600: whole minutes as minutes."""
    whole = int(seconds)
    return f"{whole // 60}m" if whole % 60 == 0 else f"{whole}s"
