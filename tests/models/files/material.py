"""Real files, made when needed: pictures, PDF documents, and what must be refused."""

import struct
import zlib
from io import BytesIO

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from weasyprint import HTML

PNG_MAGIC = b"\x89PNG\r\n\x1a\n"


def jpeg(width: int = 600, height: int = 840, colour: str = "white", **options: object) -> bytes:
    return _saved(Image.new("RGB", (width, height), colour), "JPEG", **options)


def png(width: int = 600, height: int = 840, colour: str = "white") -> bytes:
    return _saved(Image.new("RGB", (width, height), colour), "PNG")


def gif() -> bytes:
    return _saved(Image.new("RGB", (10, 10)), "GIF")


def noise(width: int, height: int) -> bytes:
    """A picture that hardly compresses."""
    channels = [Image.effect_noise((width, height), 120) for _ in range(3)]
    return _saved(Image.merge("RGB", channels), "JPEG", quality=95)


def phone_photo() -> bytes:
    """800 x 600 stored lying, shown upright by its EXIF note, with a place of capture; the top is blue when upright."""
    upright = Image.new("RGB", (600, 800), "red")
    upright.paste((60, 110, 220), (0, 0, 600, 400))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "N", 2: (31.0, 14.0, 0.0)}
    return _saved(upright.transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif)


def bomb(side: int = 20_000) -> bytes:
    """A small PNG that says it has side x side pixels, and would decode to them."""
    row = b"\0" + b"\0" * ((side + 7) // 8)
    squeeze = zlib.compressobj(9)
    data = b"".join(squeeze.compress(row) for _ in range(side)) + squeeze.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return PNG_MAGIC + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def exe() -> bytes:
    return b"MZ" + bytes(60) + b"\x80\0\0\0" + bytes(64) + b"PE\0\0" + bytes(400)


def pdf(pages: int = 1) -> bytes:
    """A document with Chinese text on every page."""
    sheets = "".join(f'<p style="break-after: page">第 {page + 1} 页</p>' for page in range(pages - 1))
    written: bytes = HTML(string=f"{sheets}<p>第 {pages} 页</p>").write_pdf()
    return written


def pdf_with_script() -> bytes:
    """A document that runs a script when it is opened."""
    return _acting("/JavaScript", "/JS", "app.alert('1');")


def pdf_that_launches() -> bytes:
    """A document that starts a program when it is opened."""
    return _acting("/Launch", "/F", "c.exe")


def pdf_with_password() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("1234", algorithm="RC4-128")
    return _written(writer)


def _acting(kind: str, key: str, text: str) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    action = DictionaryObject({NameObject("/S"): NameObject(kind), NameObject(key): TextStringObject(text)})
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): writer._add_object(action)})
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _saved(picture: Image.Image, form: str, **options: object) -> bytes:
    target = BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
