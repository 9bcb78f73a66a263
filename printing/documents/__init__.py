"""Documents: one file each, its data and the pure function from data to the bytes of a PDF/A-2u file."""

from collections.abc import Callable
from typing import Any, NamedTuple

from printing.documents.application_form import ApplicationFormData, application_form
from printing.documents.batch_cover import BatchCoverData, batch_cover
from printing.documents.certificate import CertificateData, certificate
from printing.documents.decision_letter import DecisionLetterData, decision_letter
from printing.documents.kinds import DocumentKind
from printing.documents.receipt import ReceiptData, receipt

DocumentData = CertificateData | ApplicationFormData | ReceiptData | DecisionLetterData | BatchCoverData


class Document(NamedTuple):
    """The data that a kind takes, and the function that makes it."""

    data: type[DocumentData]
    make: Callable[[Any], bytes]


DOCUMENTS = {
    DocumentKind.CERTIFICATE: Document(CertificateData, certificate),
    DocumentKind.APPLICATION_FORM: Document(ApplicationFormData, application_form),
    DocumentKind.RECEIPT: Document(ReceiptData, receipt),
    DocumentKind.DECISION_LETTER: Document(DecisionLetterData, decision_letter),
    DocumentKind.BATCH_COVER: Document(BatchCoverData, batch_cover),
}
