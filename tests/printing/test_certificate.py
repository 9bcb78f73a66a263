"""The certificate: what is on it, what it refuses, what it is made of."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops

from printing.documents.certificate import certificate, printed_facts
from printing.errors import MissingSealRecord, UnprintablePhoto, UnprintableText
from printing.words import day
from tests.printing.reading import bottom_of, page_picture, qr_codes, reader, text_of
from tests.printing.samples import RARE_NAME, VERIFY_URL, certificate_data, photo

BACKGROUND = "#4a86c8"
"""Of the sample photo."""

PHOTO_ON_SCAN = (295, 390, 610, 830)
"""Where the photo lies on the scanned page: left, top, right, bottom."""

QR_TOP_POINTS = 406
"""How far below the page's upper edge the QR code and its white border begin: 143 mm."""


def test_every_fact_is_on_the_page() -> None:
    data = certificate_data()
    text = text_of(certificate(data))
    words = (data.number, data.name, data.sex, data.identity_masked, data.employer_name, data.authority_name)
    for fact in (*words, data.seal_number, f"{data.grade}{data.profession}"):
        assert fact in text
    assert f"{day(data.valid_from)}至{day(data.valid_until)}" in text
    assert f"发证日期：{day(data.issued_on)}" in text
    assert "样章" not in text
    assert "演示" not in text


def test_it_is_one_page_of_a4_on_its_side() -> None:
    (page,) = reader(certificate(certificate_data())).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)


def test_a_phone_reads_the_address_from_the_page() -> None:
    assert qr_codes(certificate(certificate_data())) == [VERIFY_URL]


def test_the_same_data_gives_the_same_bytes() -> None:
    assert certificate(certificate_data()) == certificate(certificate_data())


def test_it_calls_itself_pdf_a_2u_and_is_tagged_in_chinese() -> None:
    file = reader(certificate(certificate_data()))
    root: Any = file.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    assert 'pdfaid:part="2"' in metadata or "<pdfaid:part>2<" in metadata
    assert 'pdfaid:conformance="U"' in metadata or "<pdfaid:conformance>U<" in metadata
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert file.trailer["/ID"]


def test_all_fonts_are_embedded() -> None:
    (page,) = reader(certificate(certificate_data(name=RARE_NAME))).pages
    resources: Any = page["/Resources"]
    fonts = [font.get_object() for font in resources["/Font"].values()]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


def test_rare_characters_of_a_name_are_drawn() -> None:
    assert RARE_NAME in text_of(certificate(certificate_data(name=RARE_NAME)))


@pytest.mark.parametrize(
    ("name", "employer"),
    [
        (
            "阿卜杜热依木·麦麦提明·买买提艾力",
            "丝绸之路消防安全技术检测评估咨询服务股份有限公司乌鲁木齐分公司",
        ),
        ("阿卜杜热依木·" * 5, "消防安全技术" * 16),
    ],
)
def test_long_names_push_nothing_under_the_qr_code(name: str, employer: str) -> None:
    data = certificate_data(name=name, employer_name=employer)
    pdf = certificate(data)
    assert name in text_of(pdf)
    assert employer in text_of(pdf)
    assert bottom_of(pdf, day(data.valid_until)) < QR_TOP_POINTS
    assert qr_codes(pdf) == [VERIFY_URL]


def test_a_character_without_a_font_is_refused_by_its_name() -> None:
    with pytest.raises(UnprintableText) as refused:
        certificate(certificate_data(name="林\ue000安"))
    assert (refused.value.field, refused.value.characters) == ("name", "\ue000")
    for part in ("姓名", "U+E000", "没有可用的字体"):
        assert part in refused.value.message


def test_a_demonstration_carries_its_mark_in_place_of_both_seals() -> None:
    text = text_of(certificate(certificate_data(demonstration=True)))
    assert text.count("样章") == 2
    assert "演示样张，不具法律效力" in text
    assert "注册消防工程师执业印章" not in text


def test_no_impression_without_a_number_on_record() -> None:
    with pytest.raises(MissingSealRecord):
        certificate(certificate_data(seal_number=""))


def test_the_photo_is_on_the_page() -> None:
    picture = page_picture(certificate(certificate_data())).crop(PHOTO_ON_SCAN)
    painted = ImageChops.difference(picture, Image.new("RGB", picture.size, BACKGROUND)).convert("L")
    assert sum(painted.histogram()[:6]) > 0.3 * picture.width * picture.height
    assert "照片" in text_of(certificate(certificate_data(photo=None)))


@pytest.mark.parametrize("broken", [b"", b"MZ\x90", b"<svg/>", photo()[:900]])
def test_a_photo_that_is_none_is_refused(broken: bytes) -> None:
    with pytest.raises(UnprintablePhoto):
        certificate(certificate_data(photo=broken))


@pytest.mark.parametrize("side", [2500, 9000])
def test_a_photo_of_too_many_pixels_is_refused_before_it_is_decoded(side: int) -> None:
    out = BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    with pytest.raises(UnprintablePhoto, match="照片过大"):
        certificate(certificate_data(photo=out.getvalue()))


@pytest.mark.parametrize(
    "change", [{"name": "林晓"}, {"seal_number": "x"}, {"photo": None}, {"demonstration": True}]
)
def test_the_signed_facts_change_with_each_printed_fact(change: dict[str, object]) -> None:
    assert printed_facts(certificate_data(**change)) != printed_facts(certificate_data())


def test_the_signed_facts_leave_out_the_address_that_carries_the_signature() -> None:
    assert printed_facts(certificate_data(verify_url="x")) == printed_facts(certificate_data())
