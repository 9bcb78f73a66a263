"""Printed documents, read back the way a stranger would: as text, as pictures, as QR codes."""

import re
import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from pypdf import PdfReader
from pyzbar.pyzbar import ZBarSymbol, decode

SCAN_DPI = 200


def text_of(pdf: bytes) -> str:
    """All text in reading order, without white space: where a line breaks is the layout's business."""
    shown = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(shown.stdout.decode().split())


def rows_of(pdf: bytes) -> str:
    """All text line by line across the page, without white space: a row of a table reads as one piece."""
    shown = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(shown.stdout.decode().split())


def bottom_of(pdf: bytes, word: str) -> float:
    """How far below the upper edge of its page a word ends, in points."""
    shown = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    (place,) = re.findall(rf'yMax="([\d.]+)">{word}<', shown.stdout.decode())
    return float(place)


def page_picture(pdf: bytes) -> Image.Image:
    """The first page as a scanner would see it."""
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page"
        command = [
            "pdftoppm",
            "-r",
            str(SCAN_DPI),
            "-f",
            "1",
            "-l",
            "1",
            "-singlefile",
            "-png",
            "-",
            str(page),
        ]
        subprocess.run(command, input=pdf, check=True)
        with Image.open(page.with_suffix(".png")) as image:
            return image.convert("RGB")


def qr_codes(pdf: bytes) -> list[str]:
    """What a phone reads from the first page."""
    return [found.data.decode() for found in decode(page_picture(pdf), symbols=[ZBarSymbol.QRCODE])]


def reader(pdf: bytes) -> PdfReader:
    """The file's inside."""
    return PdfReader(BytesIO(pdf))
