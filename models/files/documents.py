"""Looking into a PDF: whether it opens, how many pages it has, and whether it would do anything by itself."""

from pathlib import Path

from models.files.pdf_refusals import ActiveContent, Encrypted
from models.files.pictures import Damaged


def count_pages(path: Path) -> int:
    """Pages of a PDF that may be kept.

    :raises Encrypted: it has a password. :raises ActiveContent: it is more than text and pictures.
    :raises Damaged: it does not open.
    """
    from models.files.pdf import pages_of  # noqa: PLC0415 the service, which only names this function, starts sooner

    try:
        return pages_of(path)
    except (Encrypted, ActiveContent, MemoryError):
        raise
    except Exception as error:
        # Parsers raise whatever hostile content leads them to.
        raise Damaged from error
