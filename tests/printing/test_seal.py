"""The practice seal: size, colour, words, and that it needs a record."""

from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from printing.ellipse import Ellipse
from printing.errors import MissingSealRecord
from printing.seal import SEAL_RED, UNITS_PER_MM, SealRecord, practice_seal, specimen_seal

SVG = "{http://www.w3.org/2000/svg}"
RECORD = SealRecord(
    title="四川省注册消防工程师执业印章",
    employer_name="四川安平消防技术服务有限公司",
    name="林晓安",
    number="川51260381（00）",
    grade="一级",
)


def test_two_ellipses_of_the_prescribed_size_in_red() -> None:
    drawing = fromstring(practice_seal(RECORD).content)
    sizes = []
    for shape in drawing.iter(f"{SVG}ellipse"):
        assert shape.get("stroke") == SEAL_RED
        stroke = float(shape.attrib["stroke-width"])
        sizes.append(tuple((2 * float(shape.attrib[r]) + stroke) / UNITS_PER_MM for r in ("rx", "ry")))
    assert sizes == [(50, 36), (36, 22)]
    width = float(drawing.attrib["viewBox"].split()[2])
    assert drawing.attrib["width"] == f"{width / UNITS_PER_MM}mm"


def test_it_bears_title_employer_name_number_and_grade() -> None:
    written = "".join(
        text.text or "" for text in fromstring(practice_seal(RECORD).content).iter(f"{SVG}text")
    )
    assert written == "".join((RECORD.title, RECORD.employer_name, RECORD.name, RECORD.number, RECORD.grade))


def test_no_record_no_impression() -> None:
    with pytest.raises(MissingSealRecord):
        practice_seal(SealRecord(title="章", employer_name="某单位", name="林晓安", number="", grade="一级"))


def test_long_names_are_written_smaller_and_stay_on_their_half() -> None:
    long = replace(
        RECORD,
        title="新疆维吾尔自治区注册消防工程师执业印章",
        employer_name="消防安全技术检测评估咨询服务" * 4,
    )
    texts = list(fromstring(practice_seal(long).content).iter(f"{SVG}text"))
    assert len(texts) == len(long.title) + len(long.employer_name) + 3
    assert float(texts[0].attrib["font-size"]) < 40
    heights = [float(text.attrib["transform"].split()[1].rstrip(")")) for text in texts]
    assert max(heights[: len(long.title)]) < 0 < min(heights[len(long.title) : -3])


def test_a_specimen_bears_nobodys_name() -> None:
    written = "".join(text.text or "" for text in fromstring(specimen_seal().content).iter(f"{SVG}text"))
    assert written.startswith("样章演示")


def test_characters_stand_evenly_upright_and_in_reading_order() -> None:
    ring = Ellipse(half_width=215, half_height=145)
    for top in (True, False):
        spots = ring.along(13, 40, top=top)
        assert [spot.x for spot in spots] == sorted(spot.x for spot in spots)
        assert abs(spots[6].x) < 0.5
        assert abs(spots[6].turn) < 0.5
        assert spots[0].turn * spots[-1].turn < 0
        assert (spots[0].turn < 0) is top
