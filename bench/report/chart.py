"""docs/performance.svg: two panels of bars, longest first, readable on light and dark ground."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bench.measure.fanout import FanOut
from bench.measure.page import PageSpeed
from bench.peers.catalogue import OURS
from bench.results import Results

WIDTH, LABEL, ROW, BAR, TOP = 760, 190, 26, 16, 34
LONGEST_BAR = WIDTH - LABEL - 110
OWN, OTHER, TEXT = "#c8102e", "#7d8b99", "#5b6670"


@dataclass(frozen=True)
class Bar:
    name: str
    value: float


def chart(results: Results) -> str:
    """An SVG document; a panel without figures is left out."""
    panels = [
        (title, bars)
        for title, bars in (
            ("Queue page, most connections: requests a second (longer is better)", _rates(results)),
            ("One event, most sockets: server CPU µs per message (shorter is better)", _cpus(results)),
        )
        if bars
    ]
    drawn, height = [], 0
    for title, bars in panels:
        drawn.append(_panel(title, bars, height))
        height += TOP + ROW * len(bars) + 16
    body = "\n".join(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {max(height, ROW)}" '
        f'font-family="sans-serif" font-size="13" fill="{TEXT}" role="img">\n<title>Performance</title>\n{body}\n</svg>\n'
    )


def _rates(results: Results) -> list[Bar]:
    found = results.get("page", PageSpeed)
    most = max((one.connections for one in found), default=0)
    return _sorted([Bar(one.server, one.rate) for one in found if one.connections == most])


def _cpus(results: Results) -> list[Bar]:
    found = results.get("fanout", FanOut)
    most = max((one.sockets for one in found), default=0)
    return _sorted([Bar(one.server, one.cpu_us) for one in found if one.sockets == most])


def _sorted(bars: Sequence[Bar]) -> list[Bar]:
    return sorted(bars, key=lambda bar: -bar.value)


def _panel(title: str, bars: Sequence[Bar], top: int) -> str:
    longest = max(bar.value for bar in bars) or 1
    lines = [f'<text x="0" y="{top + 18}" font-weight="bold">{escape(title)}</text>']
    for place, bar in enumerate(bars):
        y = top + TOP + ROW * place
        width = max(bar.value / longest * LONGEST_BAR, 1)
        colour = OWN if bar.name == OURS else OTHER
        lines += [
            f'<text x="{LABEL - 8}" y="{y + 13}" text-anchor="end">{escape(bar.name)}</text>',
            f'<rect x="{LABEL}" y="{y}" width="{width:.1f}" height="{BAR}" rx="2" fill="{colour}"/>',
            f'<text x="{LABEL + width + 6:.1f}" y="{y + 13}">{bar.value:,.0f}</text>',
        ]
    return "\n".join(lines)
