"""From HTML to the bytes of a PDF/A-2u file. The only module that loads WeasyPrint, and so only in workers and tests.

WeasyPrint takes half a second and tens of megabytes to load, and makes Pillow accept truncated pictures in the
whole process: neither is for a server that judges uploads.
"""

from collections.abc import Mapping
from functools import lru_cache

from weasyprint import CSS, HTML

from printing.fetcher import OwnParts
from printing.parts import Part
from printing.templates import TEMPLATES

VARIANT = "pdf/a-2u"


def html_to_pdf(html: str, parts: Mapping[str, Part]) -> bytes:
    """The tagged PDF of an HTML text that may load nothing but the named parts."""
    page = HTML(string=html, url_fetcher=OwnParts(parts))
    written = page.write_pdf(stylesheets=[stylesheet()], pdf_variant=VARIANT, pdf_tags=True)
    return bytes(written)


@lru_cache(maxsize=1)
def stylesheet() -> CSS:
    """The one style sheet of all documents, parsed once per process."""
    return CSS(string=(TEMPLATES / "document.css").read_text("utf-8"), url_fetcher=OwnParts({}))
