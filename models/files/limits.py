"""What each purpose accepts: types, octets, pages, and the line each number comes from.

These are the widest limits of the service. A rulebook narrows them per slot of its checklist and reads them here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from models.files.tables import FilePurpose

KIB = 1024
MIB = 1024 * KIB

JPEG = "image/jpeg"
PNG = "image/png"
PDF = "application/pdf"

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"

PICTURES = (JPEG, PNG)
SCANS = (JPEG, PNG, PDF)
SHEETS = (XLSX, CSV)

PHOTO_WIDTH = 295
"""Pixels of the finished photo (D-1)."""
PHOTO_HEIGHT = 413
"""Pixels of the finished photo (D-1)."""
PHOTO_MAX_BYTES = 300 * KIB
"""Of the finished photo (S0-13); the picture it is cut from may be larger."""

MAX_PIXELS = 25_000_000
"""Of any picture: 25 megapixels decode to 75 MB."""
MAX_PAGES = 500
"""Of any PDF."""


@dataclass(frozen=True)
class Limit:
    """What may be uploaded for one purpose. `source` is the requirement line or the law of its numbers."""

    media_types: tuple[str, ...]
    max_bytes: int
    source: str
    min_pages: int = 1


LIMITS: Mapping[FilePurpose, Limit] = {
    FilePurpose.PHOTO: Limit(PICTURES, 20 * MIB, "S0-12 D-1"),
    FilePurpose.SCAN: Limit(PICTURES, 300 * KIB, "S0-14 D-13"),
    FilePurpose.LICENCE: Limit(SCANS, 5 * MIB, "D-13"),
    FilePurpose.IDENTITY: Limit(SCANS, 5 * MIB, "S1-52 D-13"),
    FilePurpose.PROOF: Limit(SCANS, 5 * MIB, "D-13"),
    FilePurpose.OPINION: Limit(SCANS, 5 * MIB, "S0-79 S0-81 D-13"),
    FilePurpose.PLEDGE: Limit((PDF,), 5 * MIB, "S1-73 D-13", min_pages=2),
    FilePurpose.REPORT: Limit((PDF,), 20 * MIB, "S0-75 D-13"),
    FilePurpose.IMPORT: Limit(SHEETS, 20 * MIB, "S4-20 D-13"),
}
"""Purposes that are not listed cannot be uploaded yet."""
