"""Sliders: pictures hide the answer from their addresses, and hands are told from scripts."""

import io
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from models.people import puzzles
from tests.models.people.stories import human_track, proof_of

OFFSET = 180


@given(st.integers(puzzles.PIECE * 2, puzzles.WIDTH - puzzles.PIECE - 1))
def test_a_hand_that_ends_in_the_gap_solves_it(offset: int) -> None:
    assert puzzles.looks_dragged(human_track(offset), offset)
    assert not puzzles.looks_dragged(human_track(offset), offset + puzzles.TOLERANCE + 1)


@pytest.mark.parametrize(
    "track",
    [
        (),
        (OFFSET, 400),
        (0, 0, OFFSET),
        tuple(n for step in range(10) for n in (OFFSET * step // 9, 50 * step)),
        tuple(n for step in range(9) for n in (OFFSET * step // 8, step)),
        (0, 0, 60, 100, 40, 90, 100, 200, 170, 300, OFFSET, 400),
        (0, 0, 300, 100, 0, 210, 300, 320, 60, 450, OFFSET, 600),
        (OFFSET, 0, OFFSET - 1, 100, OFFSET + 2, 200, OFFSET, 310, OFFSET + 1, 420),
        tuple(human_track(OFFSET) * 300),
    ],
    ids=[
        "none",
        "one jump",
        "odd",
        "even pace",
        "too quick",
        "time runs back",
        "to and fro",
        "was there",
        "endless",
    ],
)
def test_scripts_are_not_hands(track: tuple[int, ...]) -> None:
    assert not puzzles.looks_dragged(track, OFFSET)


def test_work_is_proved_for_its_own_puzzle_only() -> None:
    puzzle = puzzles.new_puzzle()
    proof = proof_of(puzzle)
    assert puzzles.proves_work(puzzle, proof)
    assert not puzzles.proves_work(puzzles.new_puzzle(), proof)
    assert not any(puzzles.proves_work(puzzle, wrong) for wrong in ("", "x", "-1", "９", "1" * 21))


def test_both_pictures_are_as_high_as_each_other() -> None:
    picture = puzzles.draw(puzzles.new_offset())
    whole, piece = (
        Image.open(io.BytesIO(b64decode(url.split(",")[1]))) for url in (picture.image_url, picture.piece_url)
    )
    assert whole.size == (puzzles.WIDTH, puzzles.HEIGHT)
    assert piece.size == (puzzles.PIECE, puzzles.HEIGHT)
