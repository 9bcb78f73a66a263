"""The application form (注册申请表), all fields filled in: one for all kinds, with what each kind asks besides; of
reissues and deregistrations the short one that a profession may have instead."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from printing.photo import photo_part
from printing.render import render_fitting


@dataclass(frozen=True, kw_only=True, slots=True)
class ApplicantPart:
    """Part one: who applies."""

    name: Annotated[str, "姓名"]
    sex: Annotated[str, "性别"]
    birth_date: date | None
    identity_kind: Annotated[str, "证件类型"]
    identity_number: Annotated[str, "证件号码"]
    mobile: Annotated[str, "联系电话"]
    email: Annotated[str, "电子邮箱"] = ""
    education: Annotated[str, "学历及专业"]
    address: Annotated[str, "通讯地址"]
    photo: bytes | None


@dataclass(frozen=True, kw_only=True, slots=True)
class QualificationPart:
    """Part two: the qualification certificate."""

    certificate_number: Annotated[str, "资格证书编号"]
    management_number: Annotated[str, "证书管理号"] = ""
    obtained_on: date | None
    region_name: Annotated[str, "取得省份"]


@dataclass(frozen=True, kw_only=True, slots=True)
class EmploymentPart:
    """Part three: the employer, and the post there."""

    name: Annotated[str, "单位名称"]
    credit_code: Annotated[str, "统一社会信用代码"]
    nature: Annotated[str, "单位属性"]
    address: Annotated[str, "单位地址"]
    postcode: Annotated[str, "邮政编码"] = ""
    phone: Annotated[str, "单位电话"] = ""
    fax: Annotated[str, "传真"] = ""
    department: Annotated[str, "所在部门"] = ""
    post: Annotated[str, "岗位"]
    term_from: date | None
    term_until: date | None
    """None: without a fixed end (无固定期限)."""
    retired: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangedField:
    """One field of a change: what is registered, and what shall be."""

    label: Annotated[str, "变更项"]
    before: Annotated[str, "变更前"]
    after: Annotated[str, "变更后"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One box to tick: what may be made anew. `pictured`: it shows the photo."""

    word: Annotated[str, "补办对象"]
    chosen: bool
    pictured: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class KindPart:
    """What an application about a certificate says besides; empty texts where its kind does not ask."""

    original_number: Annotated[str, "原注册证号"]
    original_until: date | None
    items: Annotated[str, "变更项"] = ""
    changes: tuple[ChangedField, ...] = ()
    objects: Annotated[str, "补办对象"] = ""
    choices: tuple[Choice, ...] = ()
    cause: Annotated[str, "补办原因"] = ""
    reason: Annotated[str, "申请原因"] = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ExperiencePart:
    """One piece of work experience; `until` None: it goes on."""

    since: date
    until: date | None
    employer: Annotated[str, "工作单位"]
    work: Annotated[str, "从事的工作"]


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursPart:
    """One course of continuing education."""

    provider: Annotated[str, "培训机构"]
    specialty: Annotated[str, "所学专业"]
    hours: Annotated[str, "学时"]
    until: date


@dataclass(frozen=True, kw_only=True, slots=True)
class AttachedFile:
    """One attachment: what it is, its file name and pages."""

    kind: Annotated[str, "附件种类"]
    file_name: Annotated[str, "附件文件名"]
    pages: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OpinionPart:
    """An empty box for the hand of a body that handles the application."""

    heading: Annotated[str, "意见"]
    signer: Annotated[str, "签署人"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ApplicationFormData:
    """A whole application; before submission number and times are absent and the form says 草稿.

    `heading`: of a short form, empty where the whole one is printed. `pages` that it must fit, None: as many as it takes.
    """

    profession: Annotated[str, "执业资格"]
    grade: Annotated[str, "级别"]
    kind: Annotated[str, "注册种类"]
    number: Annotated[str, "受理回执号"] = ""
    submitted_at: datetime | None
    authority_name: Annotated[str, "注册机构"]
    applicant: ApplicantPart
    qualification: QualificationPart
    employment: EmploymentPart
    of_kind: KindPart | None = None
    """None: nothing is registered yet."""
    specialties: Annotated[tuple[str, ...], "注册专业类别"] = ()
    experience: tuple[ExperiencePart, ...] = ()
    hours: tuple[HoursPart, ...] = ()
    delivery: Annotated[str, "证书领取方式"] = ""
    attachments: tuple[AttachedFile, ...]
    pledge: Annotated[tuple[str, ...], "诚信承诺书"]
    """The clauses as they were accepted."""
    pledge_accepted_at: datetime | None
    digest: Annotated[str, "内容摘要"]
    """Of the content confirmed at submission, printed so that paper and record can be compared."""
    heading: Annotated[str, "表名"] = ""
    note: Annotated[str, "注"] = ""
    pages: int | None = None
    by_employer: bool = False
    """Did the employer file it, so that the person does not sign?"""
    opinions: tuple[OpinionPart, ...] = ()
    demonstration: bool

    @property
    def title(self) -> str:
        """The document's name."""
        return (
            f"{self.grade}{self.profession}{self.heading}"
            if self.heading
            else f"{self.profession}{self.kind}申请表"
        )


def application_form(data: ApplicationFormData) -> bytes:
    """A PDF/A-2u file, A4 upright, pages numbered; printed more closely where it must fit its pages.

    Raises:
        UnprintableText: a character is in no installed font.
        UnprintablePhoto: the photo is no JPEG or PNG.
    """
    photo = data.applicant.photo
    template = "short_form.html" if data.heading else "application_form.html"
    return render_fitting(template, data, {} if photo is None else {"photo": photo_part(photo)}, data.pages)
