"""Data that tries to be markup, or to fetch something."""

import pytest
from weasyprint.urls import FatalURLFetchingError

from printing.documents.certificate import certificate
from printing.documents.decision_letter import LetterKind, Remark, decision_letter
from printing.fetcher import OwnParts
from printing.seal import SealRecord, practice_seal
from printing.writer import html_to_pdf
from tests.printing.reading import reader, text_of
from tests.printing.samples import certificate_data, letter_data

ATTACK = (
    "<script>alert(1)</script><link rel=attachment href=file:///etc/hostname><img src=http://127.0.0.1:9/x>"
)


def test_markup_in_a_name_comes_out_as_text_and_fetches_nothing() -> None:
    pdf = certificate(certificate_data(name=ATTACK, employer_name="file:///etc/hostname", demonstration=True))
    text = text_of(pdf)
    assert ATTACK.replace(" ", "") in text
    assert "file:///etc/hostname" in text
    assert not reader(pdf).attachments


def test_markup_in_a_remark_comes_out_as_text() -> None:
    remarks = (Remark(subject="姓名", text=ATTACK),)
    pdf = decision_letter(letter_data(LetterKind.RETURNED, remarks=remarks))
    assert ATTACK.replace(" ", "") in text_of(pdf)
    assert not reader(pdf).attachments


def test_template_syntax_in_a_name_is_not_run() -> None:
    assert "{{7*7}}" in text_of(certificate(certificate_data(name="{{7*7}}")))


def test_markup_in_a_seal_record_stays_text() -> None:
    record = SealRecord(
        title="章", employer_name="<a>", name='"><image href="file:///etc/passwd"/>', number="1", grade="一级"
    )
    drawing = practice_seal(record).content
    assert b"<image" not in drawing
    assert b"&lt;image" in drawing


@pytest.mark.parametrize(
    "markup",
    [
        "<link rel=attachment href=file:///etc/hostname>",
        "<img src=http://127.0.0.1:9/x>",
        "<img src='data:image/png;base64,AAAA'>",
        "<img src=part:unknown>",
        "<style>@import url(file:///etc/hostname)</style>",
        "<p style='background: url(ftp://127.0.0.1/x)'>x</p>",
    ],
)
def test_a_document_that_would_fetch_is_not_made(markup: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        html_to_pdf(f"<html><body>{markup}</body></html>", {})


def test_the_fetcher_knows_no_address_but_its_parts() -> None:
    with pytest.raises(ValueError, match="may not load"):
        OwnParts({}).fetch("file:///etc/hostname")
