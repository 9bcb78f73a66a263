"""The registration certificate (注册证): A4 landscape, with photo, practice seal and a QR code to verify it."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Annotated

from printing.parts import Part
from printing.photo import photo_part
from printing.printable import texts
from printing.qr import qr_part
from printing.render import render_pdf
from printing.seal import SealRecord, practice_seal, specimen_seal


@dataclass(frozen=True, kw_only=True, slots=True)
class CertificateData:
    """All that a certificate shows, as words and China days."""

    number: Annotated[str, "注册证号"]
    name: Annotated[str, "姓名"]
    sex: Annotated[str, "性别"]
    identity_masked: Annotated[str, "证件号码"]
    profession: Annotated[str, "执业资格"]
    grade: Annotated[str, "级别"]
    employer_name: Annotated[str, "聘用单位"]
    valid_from: date
    valid_until: date
    issued_on: date
    authority_name: Annotated[str, "发证机关"]
    region_name: Annotated[str, "省份"] = ""
    """Stands before the title on the practice seal: 四川省."""
    sealed: bool = True
    """Has the profession a practice seal?"""
    seal_number: Annotated[str, "执业印章号"]
    label_number: Annotated[str, "标签号"] = ""
    specialties: Annotated[tuple[str, ...], "注册专业"] = ()
    photo: bytes | None
    verify_url: Annotated[str, "查验地址"]
    demonstration: bool
    """A demonstration's certificate says so in the places of both seals."""


def certificate(data: CertificateData) -> bytes:
    """A PDF/A-2u file of one page.

    Raises:
        UnprintableText: a character, of a rare name for example, is in no installed font.
        UnprintablePhoto: the photo is no JPEG or PNG.
        MissingSealRecord: not a demonstration, and no seal number on record.
    """
    parts = {"qr": qr_part(data.verify_url)}
    if data.sealed:
        parts["seal"] = _seal(data)
    if data.photo is not None:
        parts["photo"] = photo_part(data.photo)
    return render_pdf("certificate.html", data, parts)


def printed_facts(data: CertificateData) -> dict[str, str]:
    """The facts that the signature in the QR code covers: everything printed but the address itself."""
    facts = {text.field: text.text for text in texts(data) if text.field != "verify_url"}
    days = {name: getattr(data, name).isoformat() for name in ("valid_from", "valid_until", "issued_on")}
    photo = "" if data.photo is None else sha256(data.photo).hexdigest()
    return facts | days | {"photo": photo, "demonstration": str(data.demonstration)}


def _seal(data: CertificateData) -> Part:
    if data.demonstration:
        return specimen_seal()
    return practice_seal(
        SealRecord(
            title=f"{data.region_name}{data.profession}执业印章",
            employer_name=data.employer_name,
            name=data.name,
            number=data.seal_number,
            grade=data.grade,
        )
    )
