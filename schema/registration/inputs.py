"""Inputs of registration's mutations, and how they are read."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import strawberry

from models.agencies.tables import Employer, EmployerNature
from models.files.tables import StoredFile
from models.kernel.ids import key_of
from models.people.kinds import IdentityKind, Sex
from models.people.tables import Person, Qualification
from models.registration.credentials import Certificate
from models.registration.form import OF_KINDS
from models.registration.kinds import DeliveryMethod, TermKind
from models.registration.steps.held import Claimed
from models.registration.steps.remarks import Remark
from models.registration.tables import Attachment, Registration
from schema.inputs import optional

UNSET = strawberry.UNSET


@strawberry.input(description="基本信息，可只填一部分")
class BasicInformationInput:
    name: str | None = optional("姓名")
    sex: Sex | None = optional("性别")
    birth_date: date | None = optional("出生日期")
    identity_kind: IdentityKind | None = optional("证件类型")
    identity_number: str | None = optional("证件号码")
    mobile: str | None = optional("联系电话")
    email: str | None = optional("邮箱")
    education: str | None = optional("学历专业")
    address: str | None = optional("通讯地址")
    capable: bool | None = optional("声明具有完全民事行为能力")
    photo_file_id: strawberry.ID | None = optional("近期免冠照片")
    qualification_id: strawberry.ID | None = optional("资格证书")


@strawberry.input(description="聘用单位信息，可只填一部分")
class EmploymentInformationInput:
    employer_id: strawberry.ID | None = optional("系统中的单位")
    name: str | None = optional("单位名称")
    credit_code: str | None = optional("统一社会信用代码")
    nature: EmployerNature | None = optional("单位属性")
    address: str | None = optional("通讯地址")
    postcode: str | None = optional("邮政编码")
    phone: str | None = optional("联系电话")
    fax: str | None = optional("传真")
    department: str | None = optional("所在部门")
    post: str | None = optional("岗位")
    term: TermKind | None = optional("聘用期限")
    term_from: date | None = optional("起")
    term_until: date | None = optional("止")
    retired: bool | None = optional("是否退休返聘")


@strawberry.input(description="领取方式，可只填一部分")
class DeliveryInput:
    method: DeliveryMethod | None = optional("方式")
    receiver: str | None = optional("收件人")
    phone: str | None = optional("联系电话，尽量为手机号")
    region_code: str | None = optional("区域")
    address: str | None = optional("详细地址")


@strawberry.input(description="一条意见：落在字段或附件上")
class RemarkInput:
    path: list[str] | None = optional("字段")
    attachment_id: strawberry.ID | None = optional("附件")
    page: int | None = optional("附件第几页")
    box: list[float] | None = optional("页上位置：左、上、宽、高，0 到 1")
    rule: str | None = optional("规则编号")
    text: str = strawberry.field(description="意见")


@strawberry.input(description="批量中的一件")
class BulkItemInput:
    id: strawberry.ID = strawberry.field(description="注册申请")
    version: int = strawberry.field(description="读到的版本")
    fence: int = strawberry.field(description="领取序号")


KEYS = {
    "photo_file_id": ("photo_id", StoredFile.prefix),
    "qualification_id": ("qualification_id", Qualification.prefix),
    "employer_id": ("employer_id", Employer.prefix),
}
COLUMNS = {
    "name": "employer_name",
    "credit_code": "employer_code",
    **{field: f"employer_{field}" for field in ("nature", "address", "postcode", "phone", "fax")},
}
"""Fields of the employment whose columns are called otherwise."""
DELIVERY_COLUMNS = {
    "region_code": "delivery_region",
    **{field: f"delivery_{field}" for field in ("method", "receiver", "phone", "address")},
}


def changes_of(
    basic: BasicInformationInput | None,
    employment: EmploymentInformationInput | None,
    delivery: DeliveryInput | None = None,
) -> dict[str, Any]:
    """Columns of the form to values; what was left out is not among them."""
    return _given(basic, {}) | _given(employment, COLUMNS) | _given(delivery, DELIVERY_COLUMNS)


def chosen_specialties(given: list[strawberry.ID] | None) -> dict[str, Any]:
    return {} if given is UNSET else {"specialties": [str(one) for one in given or ()]}


def about(given: Any) -> dict[str, int]:
    """What a new application is about, where it was said: certificate, and whom the employer deregisters."""
    named = {
        "certificate_id": (Certificate.prefix, given.certificate_id),
        "person_id": (Person.prefix, given.person_id),
    }
    return {name: key_of(prefix, value) for name, (prefix, value) in named.items() if value}


def of_kinds(given: object) -> dict[str, Any]:
    """What some kinds only ask, of an input that has it beside the parts; an emptied list is empty, not absent."""
    values = [(field, getattr(given, field.column)) for field in OF_KINDS]
    return {
        field.column: field.empty if value is None else value for field, value in values if value is not UNSET
    }


def remark_of(given: RemarkInput) -> Remark:
    return Remark(
        text=given.text,
        path=tuple(given.path) if given.path else None,
        attachment_id=key_of(Attachment.prefix, given.attachment_id) if given.attachment_id else None,
        page=given.page or None,
        box=tuple(given.box) if given.box else None,
        rule=given.rule or None,
    )


def remarks_of(given: Sequence[RemarkInput]) -> tuple[Remark, ...]:
    return tuple(remark_of(one) for one in given)


def claimed_of(given: Any) -> Claimed:
    """The case as its reviewer has it: any input with id, version and fence."""
    return Claimed(key_of(Registration.prefix, given.id), given.version, given.fence)


def _given(part: object | None, columns: dict[str, str]) -> dict[str, Any]:
    values = vars(part) if part else {}
    return dict(_column(name, value, columns) for name, value in values.items() if value is not UNSET)


def _column(name: str, value: Any, columns: dict[str, str]) -> tuple[str, Any]:
    if name in KEYS:
        column, prefix = KEYS[name]
        return column, key_of(prefix, value) if value else None
    return columns.get(name, name), value
