"""The fields of the application form: one table that saving, checking, remarks, the digest and papers share."""

from dataclasses import dataclass

from models.registration.kinds import AttachmentKind


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its column in Registration, its path in the contract, its label, its longest text; is it a list?"""

    column: str
    path: tuple[str, ...]
    label: str
    longest: int | None = None
    many: bool = False

    @property
    def empty(self) -> list[str] | None:
        """What stands in the column when nothing was said."""
        return [] if self.many else None


BASIC = (
    FormField("name", ("basic", "name"), "姓名", 64),
    FormField("sex", ("basic", "sex"), "性别"),
    FormField("birth_date", ("basic", "birthDate"), "出生日期"),
    FormField("identity_kind", ("basic", "identityKind"), "证件类型"),
    FormField("identity_number", ("basic", "identityNumber"), "证件号码", 32),
    FormField("mobile", ("basic", "mobile"), "联系电话", 20),
    FormField("email", ("basic", "email"), "邮箱", 120),
    FormField("education", ("basic", "education"), "学历专业", 80),
    FormField("address", ("basic", "address"), "通讯地址", 200),
    FormField("capable", ("basic", "capable"), "完全民事行为能力声明"),
    FormField("photo_id", ("basic", "photo"), "近期免冠照片"),
    FormField("qualification_id", ("basic", "qualification"), "资格证书"),
)

EMPLOYMENT = (
    FormField("employer_id", ("employment", "employer"), "聘用单位"),
    FormField("employer_name", ("employment", "name"), "单位名称", 120),
    FormField("employer_code", ("employment", "creditCode"), "统一社会信用代码", 18),
    FormField("employer_nature", ("employment", "nature"), "单位属性"),
    FormField("employer_address", ("employment", "address"), "单位通讯地址", 200),
    FormField("employer_postcode", ("employment", "postcode"), "邮政编码", 12),
    FormField("employer_phone", ("employment", "phone"), "单位联系电话", 40),
    FormField("employer_fax", ("employment", "fax"), "传真", 40),
    FormField("department", ("employment", "department"), "所在部门", 80),
    FormField("post", ("employment", "post"), "岗位", 80),
    FormField("term", ("employment", "term"), "聘用期限"),
    FormField("term_from", ("employment", "termFrom"), "聘用起始日期"),
    FormField("term_until", ("employment", "termUntil"), "聘用终止日期"),
    FormField("retired", ("employment", "retired"), "是否退休返聘"),
)

AUTHORITY = FormField("authority_id", ("authority",), "办理机构")
SPECIALTIES = FormField("specialties", ("specialties",), "注册专业类别")

OF_KINDS = (
    FormField("changes", ("changes",), "变更项", many=True),
    FormField("reissue_of", ("reissueOf",), "补办对象", many=True),
    FormField("reissue_reason", ("reissueReason",), "补办原因"),
    FormField("reason", ("reason",), "申请原因", 500),
)
"""Asked by some kinds only."""

DELIVERY = (
    FormField("delivery_method", ("delivery", "method"), "证书领取方式"),
    FormField("delivery_receiver", ("delivery", "receiver"), "收件人", 64),
    FormField("delivery_phone", ("delivery", "phone"), "收件人联系电话", 40),
    FormField("delivery_region", ("delivery", "regionCode"), "收件区域", 12),
    FormField("delivery_address", ("delivery", "address"), "收件地址", 200),
)

FIELDS = {
    field.column: field for field in (*BASIC, *EMPLOYMENT, SPECIALTIES, *OF_KINDS, *DELIVERY, AUTHORITY)
}
"""By column."""

EXPERIENCE = FormField("experience", ("experience",), "工作经历")
HOURS = FormField("hours", ("hours",), "继续教育学时")

PLACES = FIELDS | {place.column: place for place in (EXPERIENCE, HOURS)}
"""Whatever a remark may fall on: the fields, and the lists that are rows of their own."""

COLUMN_AT = {place.path: key for key, place in PLACES.items()}
"""Path in the contract to column, or to the key under which the changes of a list are noted."""


def attachment_key(kind: AttachmentKind) -> str:
    """Under which the versions of a slot of the checklist are kept beside those of the fields."""
    return f"attachments.{kind}"


def attachment_path(kind: AttachmentKind) -> tuple[str, ...]:
    return ("attachments", kind)
