"""The check of one uploaded file by its content. Runs in a process of its own, see `pool`."""

from dataclasses import dataclass
from pathlib import Path

from models.files import documents, findings, pictures, sniffing
from models.files.limits import CSV, MAX_PAGES, PDF, XLSX, Limit
from models.files.pdf_refusals import ActiveContent, Encrypted
from models.kernel.rules import Finding

TEXT = "text/plain"


@dataclass(frozen=True)
class Inspection:
    """What a file turned out to be; `refusal` says why it cannot be taken. Pixels are those of the upright picture."""

    media_type: str | None = None
    pages: int | None = None
    width: int | None = None
    height: int | None = None
    plain_background: bool | None = None
    refusal: Finding | None = None


def inspect(path: Path, name: str, limit: Limit) -> Inspection:
    """What the file is; `name` is only for the messages."""
    found = sniffing.media_type(path)
    if found == TEXT and CSV in limit.media_types:
        return Inspection(CSV)
    if found is None or found not in limit.media_types:
        return Inspection(found, refusal=findings.wrong_type(name, found, limit))
    try:
        if found == XLSX:
            return Inspection(XLSX)  # what it holds is looked into where its rows are read
        return _pdf(path, name, limit) if found == PDF else _picture(path, found)
    except pictures.TooManyPixels as error:
        refusal = findings.too_many_pixels(name, error.width, error.height, limit)
    except pictures.Damaged:
        refusal = findings.damaged(name, limit)
    except Encrypted:
        refusal = findings.encrypted(name, limit)
    except ActiveContent as error:
        refusal = findings.active_content(name, error.word, limit)
    return Inspection(found, refusal=refusal)


def _picture(path: Path, media_type: str) -> Inspection:
    picture = pictures.open_picture(path, media_type)
    return Inspection(
        media_type,
        pages=1,
        width=picture.width,
        height=picture.height,
        plain_background=pictures.plain_background(picture),
    )


def _pdf(path: Path, name: str, limit: Limit) -> Inspection:
    pages = documents.count_pages(path)
    if not limit.min_pages <= pages <= MAX_PAGES:
        return Inspection(PDF, pages, refusal=findings.wrong_page_count(name, pages, limit))
    return Inspection(PDF, pages)
