"""Sliders: before a code is sent, and after several wrong passwords (S1-35)."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from models.kernel.clock import now
from models.kernel.errors import SliderRequired
from models.kernel.ids import token
from models.kernel.unit import Done, Unit, unit_of_work
from models.kernel.viewer import Viewer
from models.people import puzzles
from models.people.puzzles import SliderPicture
from models.people.settings import SLIDER_LIFETIME
from models.people.tables import Slider
from models.people.throttle import Act, count

LONGEST_SECRET = 43


@dataclass(frozen=True)
class SliderAnswer:
    """The track of the drag or the proof of work; `slider_id` is the slider's secret."""

    slider_id: str
    track: tuple[int, ...] | None = None
    proof: str | None = None


@dataclass(frozen=True)
class ShownSlider:
    """What is shown of a slider: never where the gap is."""

    slider_id: str
    puzzle: str
    expires_at: datetime
    picture: SliderPicture


async def new_slider(viewer: Viewer, address: str) -> Done[ShownSlider]:
    """A slider with its pictures, for a network address. :raises Refused: LimitReached."""
    done = await start_slider(viewer, address=address)
    slider = done.value
    picture = await asyncio.to_thread(puzzles.draw, slider.offset)
    return Done(ShownSlider(slider.secret, slider.puzzle, slider.expires_at, picture), done.cursor)


@unit_of_work
async def start_slider(unit: Unit, *, address: str) -> Slider:
    await count(Act.SLIDER, address)
    return await Slider.create(
        secret=token(),
        offset=puzzles.new_offset(),
        puzzle=puzzles.new_puzzle(),
        expires_at=unit.now + SLIDER_LIFETIME,
    )


async def spend_slider(answer: SliderAnswer) -> SliderRequired | None:
    """Use up a slider, right or wrong, within a unit of work; gives what is wrong with the answer.

    The unit must commit even when the answer is wrong, so that each slider is guessed at once only.
    """
    path = ("input", "slider")
    known = len(answer.slider_id) <= LONGEST_SECRET
    taken = known and await Slider.filter(secret=answer.slider_id, used=False, expires_at__gt=now()).update(
        used=True
    )
    if not taken:
        return SliderRequired(path=path, message="滑块已过期或已用过，请换一个重新拖动")
    slider = await Slider.get(secret=answer.slider_id)
    if answer.proof is not None:
        solved = puzzles.proves_work(slider.puzzle, answer.proof)
    else:
        solved = puzzles.looks_dragged(answer.track or (), slider.offset)
    return None if solved else SliderRequired(path=path, message="滑块没有对准缺口，请换一个重新拖动")
