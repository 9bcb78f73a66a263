"""A Chinese font for drawn scans: the one that the machine's font settings choose for the text."""

import shutil
import subprocess
from functools import cache

from PIL import ImageFont

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
BASIC_LAST = 0x9FFF
"""The last code of the block that every Chinese font has; names may need another font."""


def font_for(text: str, size: int) -> Font:
    """A font that draws the text; Pillow's own where the machine has no Chinese one."""
    rare = "".join(
        sorted({char for char in text if not "\u4e00" <= char <= chr(BASIC_LAST) and ord(char) > 0x2FFF})
    )
    return _font(rare, size)


@cache
def _font(rare: str, size: int) -> Font:
    place = _place(rare)
    if place is None:
        return ImageFont.load_default(size)
    path, index = place
    return ImageFont.truetype(path, size, index)


@cache
def _place(rare: str) -> tuple[str, int] | None:
    program = shutil.which("fc-match")
    if program is None:
        return None
    codes = " ".join(f"{ord(char):x}" for char in rare)
    pattern = f":charset={codes}:lang=zh-cn" if rare else ":lang=zh-cn"
    found = subprocess.run(  # noqa: S603 a fixed program, characters only as their numbers
        [program, "-f", "%{file}\t%{index}", pattern], capture_output=True, check=False, text=True
    )
    path, _, index = found.stdout.partition("\t")
    return (path, int(index)) if found.returncode == 0 and path and index.isdigit() else None
