"""Seal impressions as SVG. Drawn only from what an authority has on record; a demonstration gets a specimen.

The fire engineer's practice seal is a pair of concentric ellipses with the authority's title above, the employer
below, and name, seal number and grade inside.
"""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from printing.ellipse import Ellipse
from printing.errors import MissingSealRecord
from printing.parts import Part

SEAL_RED = "#C8102E"
UNITS_PER_MM = 10
"""The drawing counts in tenths of a millimetre: type sizes of a few units are rounded badly."""

OUTER = Ellipse(half_width=250, half_height=180)
INNER = Ellipse(half_width=180, half_height=110)
RING = Ellipse(half_width=215, half_height=145)
OUTER_STROKE, INNER_STROKE = 6, 3
MARGIN = 5

RING_SIZE, NAME_SIZE, NUMBER_SIZE, GRADE_SIZE = 40, 40, 33, 30
TOP_LENGTH_MAX, BOTTOM_LENGTH_MAX = 545, 450
"""Of the 570 that each half of the ring has; below, a gap is left on either side."""

INNER_WIDTH_MAX = 300
CENTRE_TO_BASELINE = 0.37
"""Of the type size: how far below its middle a Chinese character's baseline lies."""

FONT_FAMILY = "'Noto Serif CJK SC', 'WenQuanYi Zen Hei', 'Noto Sans CJK SC', serif"


@dataclass(frozen=True, kw_only=True, slots=True)
class SealRecord:
    """A practice seal as its authority recorded it when it granted the registration."""

    title: str
    """四川省注册消防工程师执业印章: the words of the upper ring."""
    employer_name: str
    name: str
    number: str
    grade: str


def practice_seal(record: SealRecord) -> Part:
    """The impression, 50 x 36 mm outside and 36 x 22 mm inside, red.

    Raises:
        MissingSealRecord: the record has no seal number.
    """
    if not record.number:
        raise MissingSealRecord
    svg = _ellipses()
    _ring_text(svg, record.title, RING_SIZE, TOP_LENGTH_MAX, top=True)
    _ring_text(svg, record.employer_name, RING_SIZE, BOTTOM_LENGTH_MAX, top=False)
    _line(svg, record.name, NAME_SIZE, y=-48)
    _line(svg, record.number, NUMBER_SIZE, y=4)
    _line(svg, record.grade, GRADE_SIZE, y=50)
    return _part(svg)


def specimen_seal() -> Part:
    """What stands in the place of an impression on a demonstration document: 样章, 演示."""
    svg = _ellipses()
    _line(svg, "样章", 78, y=-22)
    _line(svg, "演示", 44, y=56)
    for text, top in (("仅供演示不具法律效力", True), ("不得用于执业活动", False)):
        _ring_text(svg, text, RING_SIZE - 6, TOP_LENGTH_MAX if top else BOTTOM_LENGTH_MAX, top=top)
    return _part(svg)


def _ellipses() -> Element:
    width, height = OUTER.half_width + MARGIN, OUTER.half_height + MARGIN
    svg = Element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        width=f"{2 * width / UNITS_PER_MM}mm",
        height=f"{2 * height / UNITS_PER_MM}mm",
        viewBox=f"{-width} {-height} {2 * width} {2 * height}",
    )
    for shape, stroke in ((OUTER, OUTER_STROKE), (INNER, INNER_STROKE)):
        radii = {"rx": str(shape.half_width - stroke / 2), "ry": str(shape.half_height - stroke / 2)}
        SubElement(svg, "ellipse", radii | {"fill": "none", "stroke": SEAL_RED, "stroke-width": str(stroke)})
    return svg


def _ring_text(svg: Element, text: str, size: float, length_max: float, *, top: bool) -> None:
    pitch = min(size * 1.08, length_max / max(len(text), 1))
    size = min(size, pitch)
    for character, spot in zip(text, RING.along(len(text), pitch, top=top), strict=True):
        _text(svg, character, size, f"translate({spot.x:.2f} {spot.y:.2f}) rotate({spot.turn:.2f})")


def _line(svg: Element, text: str, size: float, *, y: float) -> None:
    """A centred line, made smaller where it would touch the inner ellipse."""
    ems = sum(1.0 if ord(one) > 0x2E7F else 0.6 for one in text)
    size = min(size, INNER_WIDTH_MAX / max(ems, 1))
    _text(svg, text, size, f"translate(0 {y})")


def _text(svg: Element, text: str, size: float, transform: str) -> None:
    attributes = {
        "font-family": FONT_FAMILY,
        "font-size": f"{size:.2f}",
        "fill": SEAL_RED,
        "text-anchor": "middle",
        "transform": f"{transform} translate(0 {size * CENTRE_TO_BASELINE:.2f})",
    }
    SubElement(svg, "text", attributes).text = text


def _part(svg: Element) -> Part:
    return Part(tostring(svg, encoding="utf-8"), "image/svg+xml")
