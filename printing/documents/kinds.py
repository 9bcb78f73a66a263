"""What can be printed."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """A kind of document; each takes one type of data."""

    CERTIFICATE = "CERTIFICATE"
    APPLICATION_FORM = "APPLICATION_FORM"
    RECEIPT = "RECEIPT"
    DECISION_LETTER = "DECISION_LETTER"
    BATCH_COVER = "BATCH_COVER"
