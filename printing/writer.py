"""From HTML to the bytes of a PDF/A-2u file. The only module that loads WeasyPrint, and so only in workers and tests.

WeasyPrint takes half a second and tens of megabytes to load, and makes Pillow accept truncated pictures in the
whole process: neither is for a server that judges uploads.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from weasyprint import CSS, HTML, Document

from printing.fetcher import OwnParts
from printing.parts import Part
from printing.templates import TEMPLATES

OPTIONS: dict[str, Any] = {"pdf_variant": "pdf/a-2u", "pdf_tags": True}


def html_to_pdf(html: str, parts: Mapping[str, Part]) -> bytes:
    """The tagged PDF of an HTML text that may load nothing but the named parts."""
    return written(laid_out(html, parts))


def laid_out(html: str, parts: Mapping[str, Part]) -> Document:
    """The pages of an HTML text, before they are written."""
    page = HTML(string=html, url_fetcher=OwnParts(parts))
    return page.render(stylesheets=[stylesheet()], **OPTIONS)


def written(document: Document) -> bytes:
    """The tagged PDF of its pages."""
    return bytes(document.write_pdf(**OPTIONS))


@lru_cache(maxsize=1)
def stylesheet() -> CSS:
    """The one style sheet of all documents, parsed once per process."""
    return CSS(string=(TEMPLATES / "document.css").read_text("utf-8"), url_fetcher=OwnParts({}))
