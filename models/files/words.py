"""Types, sizes and pages as people read them in messages."""

from collections.abc import Iterable

from models.files.limits import CSV, JPEG, KIB, MIB, PDF, PNG, XLSX, Limit

WANTED = {JPEG: "JPG", PNG: "PNG", PDF: "PDF", XLSX: "XLSX", CSV: "CSV"}


def wanted_types(media_types: Iterable[str]) -> str:
    """`JPG、PNG 或 PDF`."""
    *first, last = (WANTED[one] for one in media_types)
    return f"{'、'.join(first)} 或 {last}" if first else last


def size(octets: int) -> str:
    """`412 KB`, `5 MB`, `12.3 MB`; rounded up, so that what is over a limit also reads as over it."""
    if octets < MIB:
        return f"{-(-octets // KIB)} KB"
    tenths = -(-octets * 10 // MIB)
    return f"{tenths // 10} MB" if tenths % 10 == 0 else f"{tenths / 10} MB"


def demand(limit: Limit) -> str:
    """`JPG 或 PNG，不超过 300 KB`."""
    pages = f"，至少 {limit.min_pages} 页" if limit.min_pages > 1 else ""
    return f"{wanted_types(limit.media_types)}，不超过 {size(limit.max_bytes)}{pages}"
