"""Places along an ellipse, evenly by length of arc: where the characters of a seal's ring stand."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from math import atan2, cos, degrees, dist, pi, sin
from typing import NamedTuple

STEPS = 2000
"""Straight pieces that half the ellipse is measured with: an error far below the width of a line."""


class Spot(NamedTuple):
    """A point of the drawing (y downwards) and the turn, in degrees clockwise, of a character upright on it."""

    x: float
    y: float
    turn: float


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An ellipse around the origin, in drawing units."""

    half_width: float
    half_height: float

    def along(self, count: int, pitch: float, *, top: bool) -> list[Spot]:
        """`count` spots, `pitch` apart, read from left to right, in the middle of the upper or the lower half.

        Raises:
            ValueError: they do not fit on that half.
        """
        angles = [pi * step / STEPS for step in range(STEPS + 1)]
        points = [(-self.half_width * cos(angle), self.half_height * sin(angle)) for angle in angles]
        lengths = list(accumulate(map(dist, points, points[1:]), initial=0.0))
        first = (lengths[-1] - pitch * (count - 1)) / 2
        if first < 0:
            raise ValueError(f"{count} spots {pitch} apart do not fit on half of {self}")
        return [self._spot(angles[bisect_left(lengths, first + pitch * n)], top=top) for n in range(count)]

    def _spot(self, angle: float, *, top: bool) -> Spot:
        side = -1 if top else 1
        x, y = -self.half_width * cos(angle), side * self.half_height * sin(angle)
        outward_x, outward_y = x / self.half_width**2, y / self.half_height**2
        turn = degrees(atan2(outward_x, -outward_y)) if top else degrees(atan2(-outward_x, outward_y))
        return Spot(x, y, turn)
