"""Small pictures of files: a preview, and one picture per page. Runs in a process of its own, see `pool`."""

from pathlib import Path

from PIL import Image

from models.files import pictures
from models.files.limits import PDF

PREVIEW_PIXELS = 320
"""Longest side of a preview."""
PAGE_PIXELS = 1600
"""Longest side of a page's picture: small print of an A4 scan stays readable."""
QUALITY = 82


def render_page(source: Path, media_type: str, page: int, longest_side: int, target: Path) -> None:
    """Write page `page` (from 1) as a JPEG that fits into a square of `longest_side` pixels."""
    picture = (
        _pdf_page(source, page, longest_side)
        if media_type == PDF
        else pictures.open_picture(source, media_type)
    )
    picture.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    picture.save(target, "JPEG", quality=QUALITY, optimize=True)


def _pdf_page(source: Path, page: int, longest_side: int) -> Image.Image:
    import pypdfium2  # noqa: PLC0415 as in documents: loaded where it is used, before it is needed

    with pypdfium2.PdfDocument(source) as document:
        sheet = document[page - 1]
        # The scale follows from the sheet, so that a page of 5 metres costs no more than one of A4.
        rendered: Image.Image = sheet.render(scale=longest_side / max(sheet.get_size())).to_pil()
        return rendered.convert("RGB")
