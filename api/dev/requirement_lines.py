"""The numbered lines of docs/requirements.md: five manuals S0 to S4, and the decisions D."""

import re

LINE = re.compile(r"^- ((?:S[0-4]|D)-\d+) (.+)$", re.MULTILINE)
SECTIONS = ("S0", "S1", "S2", "S3", "S4", "D")


def read_lines(text: str) -> dict[str, str]:
    """Number ("S0-12") to the line's words, in the order of the page."""
    return {found[1]: found[2] for found in LINE.finditer(text)}


def section_of(number: str) -> str:
    """ "S0" of "S0-12"."""
    return number.partition("-")[0]
