"""Opening pictures nobody vouches for: bounded before they are decoded, whole or not at all."""

import warnings
from pathlib import Path

from PIL import Image, ImageOps, ImageStat

from models.files.limits import JPEG, MAX_PIXELS, PNG

Image.MAX_IMAGE_PIXELS = MAX_PIXELS

FORMATS = {JPEG: "JPEG", PNG: "PNG"}

PLAIN_STRIP = 0.08
"""Share of the height, at the top, that is background in a portrait."""
PLAIN_DEVIATION = 12.0
"""Largest standard deviation, of 255, of each channel of a plain strip."""
WHITE_MEAN = 215.0
BLUE_LEAD = 25.0
"""By how much blue leads red and green in a blue background."""


class TooManyPixels(Exception):
    """The picture says it is larger than can be decoded safely."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(width, height)
        self.width, self.height = width, height


class Damaged(Exception):
    """The content does not decode as what it says it is."""


def open_picture(path: Path, media_type: str) -> Image.Image:
    """The decoded picture, upright, in RGB, without metadata.

    :raises TooManyPixels: before anything is decoded. :raises Damaged: truncated or malformed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            # The format is given, so that no other decoder of the library ever sees the content.
            with Image.open(path, formats=(FORMATS[media_type],)) as picture:
                picture.load()
                return _flat(ImageOps.exif_transpose(picture))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise TooManyPixels(*_announced_size(path, media_type)) from error
    except MemoryError:
        raise
    except Exception as error:
        # Decoders raise whatever hostile content leads them to: struct.error, SyntaxError, ValueError, OSError.
        raise Damaged from error


def plain_background(picture: Image.Image) -> bool:
    """Is the strip above the head one colour, white or blue?"""
    height = max(1, int(picture.height * PLAIN_STRIP))
    strip = ImageStat.Stat(picture.crop((0, 0, picture.width, height)))
    red, green, blue = strip.mean
    white = min(red, green, blue) >= WHITE_MEAN
    return max(strip.stddev) < PLAIN_DEVIATION and (white or blue >= max(red, green) + BLUE_LEAD)


def _flat(picture: Image.Image) -> Image.Image:
    """In RGB on white: transparent pixels hide whatever colour they were saved with."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        white = Image.new("RGBA", coloured.size, "white")
        picture = Image.alpha_composite(white, coloured)
    return picture.convert("RGB")


def _announced_size(path: Path, media_type: str) -> tuple[int, int]:
    """Width and height as the header says them; nothing is decoded."""
    limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        with Image.open(path, formats=(FORMATS[media_type],)) as picture:
            return picture.size
    finally:
        Image.MAX_IMAGE_PIXELS = limit
