"""Slider puzzles: how they are drawn and how an answer is judged. No database, no network.

A puzzle is solved by dragging the piece to the gap, or, for whoever cannot drag, by proof of work:
a decimal number n such that SHA-256 of `puzzle:n` begins with as many zero bits as the puzzle's own
first part says (`16:…`). Lengths are pixels of a picture 320 wide.
"""

import io
import secrets
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT, PIECE = 320, 160, 48
TOLERANCE = 6
PROOF_BITS = 16
PROOF_LENGTH = 20
SHORTEST_MS, LONGEST_MS = 250, 60_000
FEWEST_POINTS, MOST_POINTS = 5, 1000
BACKWARD_SHARE = 0.5
"""How much of the way may be taken back: people overshoot and correct."""


@dataclass(frozen=True)
class SliderPicture:
    """Two PNG pictures as data URLs: the background with its gap, and the piece (both as high as each other)."""

    image_url: str
    piece_url: str


def new_offset() -> int:
    """Where the gap begins, from the left."""
    return PIECE * 2 + secrets.randbelow(WIDTH - PIECE * 3)


def new_puzzle() -> str:
    return f"{PROOF_BITS}:{secrets.token_urlsafe(24)}"


def draw(offset: int) -> SliderPicture:
    """Takes some milliseconds of processor time: call it in a thread, outside any unit of work."""
    scene = _scene()
    top = 16 + secrets.randbelow(HEIGHT - PIECE - 32)
    gap = (offset, top, offset + PIECE, top + PIECE)
    piece = Image.new("RGBA", (PIECE, HEIGHT), (0, 0, 0, 0))
    piece.paste(scene.crop(gap), (0, top))
    ImageDraw.Draw(piece).rectangle(
        (0, top, PIECE - 1, top + PIECE - 1), outline=(255, 255, 255, 255), width=2
    )
    shade = Image.new("RGBA", (PIECE, PIECE), (20, 30, 40, 170))
    scene.paste(shade, gap[:2], shade)
    ImageDraw.Draw(scene).rectangle(gap, outline=(255, 255, 255), width=1)
    return SliderPicture(_data_url(scene), _data_url(piece))


def proves_work(puzzle: str, proof: str) -> bool:
    if not (proof.isascii() and proof.isdigit() and len(proof) <= PROOF_LENGTH):
        return False
    digest = sha256(f"{puzzle}:{proof}".encode()).digest()
    bits = int(puzzle.split(":", 1)[0])
    return int.from_bytes(digest, "big") >> (len(digest) * 8 - bits) == 0


def looks_dragged(track: Sequence[int], offset: int) -> bool:
    """Is the track (position, milliseconds, position, milliseconds, …) a hand's way to the gap?"""
    if len(track) % 2 or not FEWEST_POINTS <= len(track) // 2 <= MOST_POINTS:
        return False
    places, times = track[::2], track[1::2]
    steps = [after - before for before, after in pairwise(places)]
    waits = [after - before for before, after in pairwise(times)]
    return (
        abs(places[-1] - offset) <= TOLERANCE
        and abs(places[0]) <= PIECE
        and SHORTEST_MS <= times[-1] - times[0] <= LONGEST_MS
        and min(waits) >= 0
        and -sum(step for step in steps if step < 0) <= BACKWARD_SHARE * WIDTH
        and len(set(zip(steps, waits, strict=True))) > 2
    )


def _scene() -> Image.Image:
    scene = Image.new("RGB", (WIDTH, HEIGHT), _colour(120, 200))
    pen = ImageDraw.Draw(scene)
    for _ in range(24):
        left, top = secrets.randbelow(WIDTH), secrets.randbelow(HEIGHT)
        size = 12 + secrets.randbelow(60)
        shape = pen.ellipse if secrets.randbelow(2) else pen.rectangle
        shape((left - size, top - size // 2, left + size, top + size // 2), fill=_colour(60, 230))
    return scene.filter(ImageFilter.GaussianBlur(1.2))


def _colour(darkest: int, lightest: int) -> tuple[int, int, int]:
    red, green, blue = (darkest + secrets.randbelow(lightest - darkest) for _ in range(3))
    return red, green, blue


def _data_url(image: Image.Image) -> str:
    file = io.BytesIO()
    image.save(file, "PNG")
    return f"data:image/png;base64,{b64encode(file.getvalue()).decode()}"
