"""Passport photos that show nobody: a drawn bust on white, 295 x 413 pixels."""

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from models.files.limits import PHOTO_HEIGHT, PHOTO_WIDTH
from models.people.kinds import Sex

SCALE = 2
"""Drawn larger and shrunk, so that edges are smooth."""
QUALITY = 88
SKINS = ("#f1d3b8", "#e8c4a4", "#f5dcc6", "#ddb48f")
HAIRS = ("#1d1a19", "#2b2320", "#3a2f2a", "#6d6a68")
CLOTHES = ("#23364f", "#3b3f46", "#5a2b33", "#2f4a3f", "#46556b", "#1f1f24")

Box = tuple[float, float, float, float]


def portrait(sex: Sex, rng: Random) -> bytes:
    """A JPEG; the same random numbers give the same face."""
    picture = Image.new("RGB", (PHOTO_WIDTH * SCALE, PHOTO_HEIGHT * SCALE), "white")
    draw = _Brush(ImageDraw.Draw(picture))
    skin, hair, cloth = rng.choice(SKINS), rng.choice(HAIRS), rng.choice(CLOTHES)
    wide = rng.randint(-6, 6)
    if sex is Sex.FEMALE:
        draw.ellipse((78 - wide, 62, 217 + wide, 300), hair)
    _shoulders(draw, skin, cloth)
    draw.ellipse((92 - wide, 88, 203 + wide, 245), skin)
    _hair(draw, sex, skin, hair, wide)
    _face(draw, rng)
    encoded = BytesIO()
    picture.resize((PHOTO_WIDTH, PHOTO_HEIGHT), Image.Resampling.LANCZOS).save(
        encoded, "JPEG", quality=QUALITY
    )
    return encoded.getvalue()


class _Brush:
    """Draws in the pixels of the finished photo."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self._draw = draw

    def ellipse(self, box: Box, colour: str) -> None:
        self._draw.ellipse([part * SCALE for part in box], fill=colour)

    def polygon(self, points: tuple[tuple[float, float], ...], colour: str) -> None:
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def arc(self, box: Box, start: int, end: int, colour: str, width: int = 2) -> None:
        self._draw.arc([part * SCALE for part in box], start, end, fill=colour, width=width * SCALE)

    def top_of(self, box: Box, colour: str) -> None:
        """The upper half of an ellipse."""
        self._draw.pieslice([part * SCALE for part in box], 180, 360, fill=colour)


def _shoulders(draw: _Brush, skin: str, cloth: str) -> None:
    draw.ellipse((20, 290, 275, 560), cloth)
    draw.polygon(((120, 225), (176, 225), (184, 300), (148, 330), (112, 300)), skin)
    draw.polygon(((112, 296), (148, 332), (126, 372), (92, 304)), "#f4f4f2")
    draw.polygon(((184, 296), (148, 332), (170, 372), (204, 304)), "#f4f4f2")


def _hair(draw: _Brush, sex: Sex, skin: str, hair: str, wide: int) -> None:
    female = sex is Sex.FEMALE
    draw.top_of((86 - wide, 62, 209 + wide, 214 if female else 232), hair)
    draw.top_of((100 - wide, 106, 195 + wide, 196 if female else 214), skin)


def _face(draw: _Brush, rng: Random) -> None:
    height = 158 + rng.randint(-4, 4)
    for left in (116, 162):
        draw.arc((left - 2, height - 20, left + 20, height - 6), 200, 340, "#3a2f2a", 2)
        draw.ellipse((left + 4, height - 3, left + 13, height + 6), "#2a211d")
    draw.arc((140, height + 8, 156, height + 34), 20, 160, "#b98d6c")
    draw.arc((128, height + 34, 168, height + 58), 30, 150, "#a85a52", 3)
