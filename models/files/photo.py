"""The photo tool: turn, cut, and encode anew as 295 x 413 JPEG of at most 300 KB (D-1, S0-12, S0-13)."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from models.files import pictures
from models.files.inspection import Inspection
from models.files.limits import JPEG, PHOTO_HEIGHT, PHOTO_MAX_BYTES, PHOTO_WIDTH
from models.kernel.errors import InvalidField

QUALITY_STEPS = range(92, 30, -6)
"""JPEG qualities tried, best first, until the photo is small enough."""
RATIO_TOLERANCE = 0.03
"""Share by which a cut may differ from 295:413; whole pixels of a small cut cannot meet it exactly."""
SMALLEST_WIDTH = PHOTO_WIDTH // 2
"""A narrower cut would be enlarged more than twice and blur."""
TURNS = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
"""Degrees clockwise; Pillow turns the other way."""


@dataclass(frozen=True)
class Cut:
    """A box in pixels of the upright picture after it was turned clockwise by `turn` degrees."""

    left: int
    top: int
    width: int
    height: int
    turn: int = 0


def faults(cut: Cut, width: int, height: int) -> list[InvalidField]:
    """What is wrong with a cut of a picture of that size; nothing when it can be made."""
    if cut.turn not in (0, *TURNS):
        return [_fault("turn", "旋转角度只能是 0、90、180、270", cut.turn, "0、90、180、270")]
    if cut.turn in (90, 270):
        width, height = height, width
    found = []
    if cut.left < 0 or cut.left + cut.width > width:
        range_ = f"{cut.left} 至 {cut.left + cut.width}"
        found.append(_fault("left", "裁剪框超出图片左右边界", range_, f"0 至 {width}"))
    if cut.top < 0 or cut.top + cut.height > height:
        range_ = f"{cut.top} 至 {cut.top + cut.height}"
        found.append(_fault("top", "裁剪框超出图片上下边界", range_, f"0 至 {height}"))
    if cut.width < SMALLEST_WIDTH:
        found.append(_fault("width", "裁剪范围太小，照片会模糊", cut.width, f"至少 {SMALLEST_WIDTH} 像素宽"))
    elif abs(cut.height * PHOTO_WIDTH / (cut.width * PHOTO_HEIGHT) - 1) > RATIO_TOLERANCE:
        found.append(
            _fault(
                "height", "裁剪框的宽高比不对", f"{cut.width}:{cut.height}", f"{PHOTO_WIDTH}:{PHOTO_HEIGHT}"
            )
        )
    return found


def cut_photo(source: Path, media_type: str, cut: Cut, target: Path) -> Inspection:
    """Write the finished photo to `target`. Runs in a process of its own, see `pool`."""
    picture = pictures.open_picture(source, media_type)
    if cut.turn:
        picture = picture.transpose(TURNS[cut.turn])
    box = (cut.left, cut.top, cut.left + cut.width, cut.top + cut.height)
    photo = picture.resize((PHOTO_WIDTH, PHOTO_HEIGHT), Image.Resampling.LANCZOS, box)
    target.write_bytes(_small_enough(photo))
    return Inspection(
        JPEG,
        pages=1,
        width=PHOTO_WIDTH,
        height=PHOTO_HEIGHT,
        plain_background=pictures.plain_background(photo),
    )


def _small_enough(photo: Image.Image) -> bytes:
    for quality in QUALITY_STEPS:
        encoded = BytesIO()
        photo.save(encoded, "JPEG", quality=quality, optimize=True)
        if encoded.tell() <= PHOTO_MAX_BYTES:
            break
    return encoded.getvalue()


def _fault(field: str, message: str, received: object, wanted: str) -> InvalidField:
    return InvalidField(
        path=("input", field),
        message=f"{message}：收到 {received}，需要 {wanted}",
        received=str(received),
        wanted=wanted,
    )
