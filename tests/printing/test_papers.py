"""Application form, receipts and letters, read back."""

from dataclasses import replace
from datetime import date

import pytest

from printing.documents.application_form import application_form
from printing.documents.decision_letter import LetterKind, decision_letter
from printing.documents.receipt import ReceiptKind, receipt
from printing.errors import UnprintableText
from printing.printable import texts
from printing.words import day
from tests.printing.reading import qr_codes, reader, text_of
from tests.printing.samples import (
    RARE_NAME,
    REASONS,
    REMARKS,
    application_data,
    letter_data,
    receipt_data,
)


def test_the_form_shows_every_field_and_numbers_its_pages() -> None:
    data = application_data(RARE_NAME)
    pdf = application_form(data)
    text = text_of(pdf)
    for one in texts(data):
        assert "".join(one.text.split()) in text, one.label
    pages = len(reader(pdf).pages)
    assert [f"第{n}页共{pages}页" in text for n in range(1, pages + 1)] == [True] * pages
    assert "1990年3月7日" in text
    assert "2026年5月1日至无固定期限" in text
    assert "2026年11月20日15时04分" in text


def test_a_draft_says_that_it_is_one() -> None:
    draft = application_data(number="", submitted_at=None, pledge_accepted_at=None)
    text = text_of(application_form(draft))
    assert "草稿，尚未提交" in text
    assert "☐本人已阅读" in text


def test_a_long_form_repeats_its_name_on_the_next_page() -> None:
    data = application_data()
    long = replace(data, attachments=data.attachments * 20)
    pages = reader(application_form(long)).pages
    assert len(pages) > 2
    assert all("FIRE-2026-000381" in "".join(page.extract_text().split()) for page in pages)


def test_a_bad_character_deep_inside_is_refused_by_its_field() -> None:
    data = application_data()
    job = replace(data.employment, department="检测\ue001部")
    with pytest.raises(UnprintableText, match=r"所在部门.*U\+E001"):
        application_form(replace(data, employment=job))


@pytest.mark.parametrize(
    ("kind", "accepted", "title", "promise"),
    [
        (ReceiptKind.SUBMISSION, None, "初始注册申请提交回执", "提交不等于受理"),
        (ReceiptKind.ACCEPTANCE, date(2026, 11, 25), "初始注册申请受理凭证", "自2026年11月25日起予以受理"),
    ],
)
def test_a_receipt_says_what_was_taken_and_what_comes_next(
    kind: ReceiptKind, accepted: date | None, title: str, promise: str
) -> None:
    data = receipt_data(receipt=kind, accepted_on=accepted)
    pdf = receipt(data)
    text = text_of(pdf)
    for fact in (title, promise, data.number, data.applicant, data.authority_name, "2026年11月20日15时04分"):
        assert fact in text
    for step in data.next_steps:
        assert step.stage in text
    assert "2026年11月25日" in text
    assert "上一环节办结后起算" in text
    assert qr_codes(pdf) == [data.progress_url]


def test_an_acceptance_without_its_day_is_refused() -> None:
    with pytest.raises(ValueError, match="accepted_on"):
        receipt(receipt_data(receipt=ReceiptKind.ACCEPTANCE, accepted_on=None))


def test_a_return_lists_all_remarks_and_the_last_day() -> None:
    text = text_of(decision_letter(letter_data(LetterKind.RETURNED)))
    assert "退回补正通知书" in text
    assert "请于2026年12月24日前登录系统逐项补正" in text
    for remark in REMARKS:
        assert f"{remark.subject}：{remark.text}" in text
        assert remark.law in text
    assert "行政复议" not in text


@pytest.mark.parametrize(
    ("letter", "title"),
    [(LetterKind.NOT_ACCEPTED, "不予受理决定书"), (LetterKind.REFUSED, "不予注册决定书")],
)
def test_a_refusal_gives_each_rule_its_law_and_the_remedies(letter: LetterKind, title: str) -> None:
    data = letter_data(letter)
    text = text_of(decision_letter(data))
    for fact in (title, data.document_number, data.registration_number, day(data.issued_on), data.law):
        assert fact in text
    for reason in REASONS:
        for fact in (reason.message, reason.rule, reason.law, f"要求：{reason.needed}"):
            assert fact in text
    assert "60日内向国家消防救援局申请行政复议" in text
    assert "6个月内依法向人民法院提起行政诉讼" in text


def test_a_letter_without_a_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="reason"):
        decision_letter(letter_data(LetterKind.REFUSED, reasons=()))


def test_many_remarks_run_over_numbered_pages() -> None:
    pdf = decision_letter(letter_data(LetterKind.RETURNED, remarks=REMARKS * 12))
    pages = len(reader(pdf).pages)
    assert pages > 1
    assert f"第{pages}页共{pages}页" in text_of(pdf)


def test_demonstration_papers_say_so() -> None:
    for pdf in (
        receipt(receipt_data(demonstration=True)),
        decision_letter(letter_data(LetterKind.REFUSED, demonstration=True)),
        application_form(application_data(demonstration=True)),
    ):
        assert "演示样张，不具法律效力" in text_of(pdf)
