"""Pictures as people have them: a photo from a phone, scans of papers, and what they choose by mistake."""

from datetime import date
from io import BytesIO
from random import Random

from PIL import Image

from api.demo.portrait import portrait
from api.demo.scans import Sheet, scan
from models.people.kinds import Sex

PHONE_PHOTO = (1200, 1600)
PORTRAIT_AT = (305, 300)
PORTRAIT_SIZE = (590, 826)
"""Where the portrait stands in the photo of the phone: twice 295 x 413."""


def phone_photo() -> bytes:
    """A photo as a phone takes it, larger than what is asked for, with a white wall around the person."""
    picture = Image.new("RGB", PHONE_PHOTO, "white")
    face = Image.open(BytesIO(portrait(Sex.FEMALE, Random(7)))).resize(PORTRAIT_SIZE)
    picture.paste(face, PORTRAIT_AT)
    encoded = BytesIO()
    picture.save(encoded, "JPEG", quality=90)
    return encoded.getvalue()


def lying_photo() -> bytes:
    """413 wide and 295 high: the numbers of the manual the wrong way round."""
    face = Image.open(BytesIO(portrait(Sex.FEMALE, Random(7)))).rotate(90, expand=True)
    encoded = BytesIO()
    face.save(encoded, "JPEG")
    return encoded.getvalue()


def paper(title: str, name: str, day: date, *lines: str) -> bytes:
    """A scan of a paper with its seal."""
    return scan(Sheet(title, (f"姓名：{name}", *lines, f"日期：{day}"), seal="专用章"))


def program() -> bytes:
    """What an EXE begins with, whatever it is called."""
    return b"MZ" + bytes(60) + b"\x80\0\0\0" + bytes(64) + b"PE\0\0" + bytes(400)
