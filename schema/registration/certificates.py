"""Certificates, their seals, and the proof that strangers see."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.authorities.kinds import Grade, Profession
from models.kernel.viewer import Viewer
from models.people.kinds import Sex
from models.registration import reads, shown
from models.registration.credentials import Certificate as CertificateRow
from models.registration.credentials import CertificateLabel as LabelRow
from models.registration.credentials import Seal as SealRow
from models.registration.kinds import CredentialState
from models.registration.shown_parts import specialties_shown
from schema.common.context import Context
from schema.common.findings import AvailableAction, Difference, actions
from schema.common.interfaces import Node, Subject
from schema.common.scalars import URL
from schema.plans.binding import SeenWith, rows
from schema.plans.declare import column, computed, first_of, listed, one
from schema.registration.ports import PhotoAddress
from schema.specialties import Specialty

if TYPE_CHECKING:
    from schema.agencies.types import Employer
    from schema.files import File
    from schema.people import Person
    from schema.registration.revocations import Revocation
    from schema.registration.types import Registration


def certificate_actions(  # noqa: PLR0913, PLR0917 the columns that it is made of
    state: CredentialState,
    valid_until: date,
    profession: str,
    region: str,
    authority_id: int,
    viewer: Viewer,
) -> list[AvailableAction]:
    return actions(shown.credential_actions(state, valid_until, profession, region, authority_id, viewer))


def no_impression() -> None:
    """Drawn on the certificate's own PDF; not given out by itself."""
    return


@rows(
    SealRow,
    visible=SeenWith("certificate", reads.certificates_visible_to),
    prefix=SealRow.prefix,
    description="执业印章",
)
class Seal(Node):
    number: str = column(description="印章号")
    state: CredentialState = column(description="状态")
    valid_until: date = column(description="有效期止")
    impression: Annotated["File", strawberry.lazy("schema.files")] | None = computed(
        no_impression, description="印模；演示环境为样章"
    )


@rows(
    LabelRow,
    visible=SeenWith("certificate", reads.certificates_visible_to),
    prefix=LabelRow.prefix,
    description="注册证标签（延续有效期的粘贴标签）",
)
class CertificateLabel(Node):
    number: str = column(description="标签号")
    state: CredentialState = column(description="状态")
    valid_until: date = column(description="有效期止")


@rows(
    CertificateRow, visible=reads.certificates_visible_to, prefix=CertificateRow.prefix, description="注册证"
)
class Certificate(Subject):
    title: str = computed(shown.certificate_title)
    status: str | None = computed(shown.credential_status)
    available_actions: list[AvailableAction] = computed(certificate_actions)
    number: str = column(description="注册证号")
    profession: Profession = column(description="执业资格")
    grade: Grade | None = column(description="级别")
    person: Annotated["Person", strawberry.lazy("schema.people")] = one(inherits=True, description="持证人")
    employer: Annotated["Employer", strawberry.lazy("schema.agencies.types")] = one(
        inherits=True, description="聘用单位"
    )
    state: CredentialState = computed(shown.credential_state, description="状态")
    valid_from: date = column(description="有效期起")
    valid_until: date = column(description="有效期止")
    renewal_opens_on: date | None = computed(shown.renewal_opens, description="何时可延续")
    specialties: list[Specialty] = computed(specialties_shown, description="专业类别")
    seals: list[Seal] = listed("certificate", description="执业印章")
    labels: list[CertificateLabel] = listed("certificate", description="标签")
    registration: Annotated["Registration", strawberry.lazy("schema.registration.types")] = one(
        inherits=True, description="由哪次注册取得"
    )
    replaced_by: "Certificate | None" = one(description="换发为")
    reason: str | None = column(description="撤销或注销原因")
    revocation: Annotated["Revocation", strawberry.lazy("schema.registration.revocations")] | None = first_of(
        "certificate", order="-id", description="最近一次撤销事项，本机构可见"
    )
    verify_code: str = column(description="公开查验代码")
    document: Annotated["File", strawberry.lazy("schema.files")] | None = one(description="证书 PDF")


def photo_url(photo_id: int | None, context: Context) -> URL | None:
    """Where strangers find the photo of a certificate whose code they hold."""
    address: PhotoAddress | None = context.services.get(PhotoAddress)
    return URL(address(photo_id)) if address and photo_id is not None else None


@strawberry.type(description="扫码查验的结果：证上印的全部内容与现在的状态")
class CertificateProof:
    """Carries a `models.registration.verify.Proof`."""

    genuine: bool = column(description="签名是否真实")
    number: str = column(description="注册证号")
    name: str = column(description="姓名")
    sex: Sex | None = column(description="性别")
    identity_masked: str = column(description="证件号码（遮盖）")
    photo_url: URL | None = computed(photo_url, description="照片")
    profession: Profession = column(description="执业资格")
    grade: Grade | None = column(description="级别")
    specialties: list[str] = column(description="专业类别")
    employer_name: str = column(description="聘用单位")
    printed_valid_until: date = column(description="证上印的有效期")
    state: CredentialState = column(description="现在的状态")
    state_since: date = column(description="自何时")
    replaced_by_number: str | None = column(description="换发后的证号")
    differences: list[Difference] = column(description="纸面与现状不同之处")
    checked_at: datetime = column(description="查验时间")


__all__ = ["Certificate", "CertificateLabel", "CertificateProof", "Seal"]
