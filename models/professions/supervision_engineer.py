"""注册监理工程师: rules, form, attachments, route and numbers.

Sources: 《注册监理工程师管理规定》（建设部令第147号）; the enterprise edition of the registration system (manual S3) for
what the employer does. Values that stand only in secondary sources are marked so in `law`.
"""

from collections.abc import Iterable
from datetime import date
from functools import partial

from models.authorities.kinds import AuthorityKind, Profession
from models.kernel.rules import Finding
from models.professions import common_rules as common
from models.professions.asking import OCTETS_PER_KB, OCTETS_PER_MB, Say, ruled, told_only
from models.professions.facts import CaseFacts
from models.professions.file_rules import PhotoSize, documents_complete, files_fit, photo_fits
from models.professions.hours_rules import hours_enough, hours_once, hours_proved, need_words
from models.professions.initial_term import InitialTerm, examination_found, initial_in_time
from models.professions.person_rules import age_at_most, capable, experience_in_order, specialties_chosen
from models.professions.rulebook import (
    Advice,
    Demand,
    HoursNeed,
    KindForm,
    NumberForms,
    Pledge,
    RouteStep,
    Rulebook,
    Specialty,
)
from models.registration.form import FIELDS
from models.registration.kinds import AttachmentKind, FormSection, RegistrationKind, StageKind

ORDER_147 = "《注册监理工程师管理规定》（建设部令第147号）"
SECONDARY = f"{ORDER_147}（数值据二手资料）"
MANUAL = "注册监理工程师管理系统（企业版）操作要求"

SPECIALTIES = (
    Specialty("HOUSING", "房屋建筑工程"),
    Specialty("SMELTING", "冶炼工程"),
    Specialty("MINING", "矿山工程"),
    Specialty("CHEMICAL", "化工石油工程"),
    Specialty("HYDRO", "水利水电工程"),
    Specialty("POWER", "电力工程"),
    Specialty("FORESTRY", "农林工程"),
    Specialty("RAILWAY", "铁路工程"),
    Specialty("HIGHWAY", "公路工程"),
    Specialty("PORT", "港口与航道工程"),
    Specialty("AEROSPACE", "航天航空工程"),
    Specialty("COMMUNICATION", "通信工程"),
    Specialty("MUNICIPAL", "市政公用工程"),
    Specialty("INSTALLATION", "机电安装工程"),
)
MOST_SPECIALTIES = 2
OLDEST_YEARS = 65
VALIDITY_YEARS = 3
RENEWAL_MONTHS = 3
INITIAL = InitialTerm(years=3)
HOURS = HoursNeed(total=96, own=0)
PICTURE_BYTES = 300 * OCTETS_PER_KB
SCAN_BYTES = 5 * OCTETS_PER_MB
PICTURES = ("image/jpeg", "image/png")
SCANS = (*PICTURES, "application/pdf")
PHOTO = PhotoSize(295, 413, PICTURE_BYTES, PICTURES)

PLEDGE = Pledge(
    "2026-1",
    "注册监理工程师注册申请诚信承诺书",
    (
        "一、本人填写的信息和上传的材料真实、完整、有效，与原件一致。",
        "二、本人具有完全民事行为能力，只受聘于一个建设工程单位，只在该单位注册和执业。",
        "三、本人不出租、出借、转让注册证书和执业印章，不允许他人以本人名义执业。",
        "四、如有隐瞒或者提供虚假材料，本人愿意承担不予受理、不予注册、撤销注册以及一年内不得再次申请等法律责任。",
    ),
)
EMPLOYER_PLEDGE = Pledge(
    "2026-1",
    "聘用单位上报承诺",
    (
        "一、申请人与本单位签订了劳动合同或聘用合同，确在本单位从事所申请专业的工作。",
        "二、本单位已核对申请人填写的信息和上传的材料，与原件一致。",
        "三、上报内容不实的，本单位愿意承担相应的法律责任。",
    ),
)

_REQUIRED = (
    "name", "sex", "birth_date", "identity_kind", "identity_number", "mobile", "education", "address",
    "capable", "photo_id", "qualification_id", "employer_name", "employer_code", "employer_nature",
    "employer_address", "post", "term", "term_from", "retired",
)  # fmt: skip

_SECTIONS = (
    FormSection.PLEDGE,
    FormSection.BASIC,
    FormSection.PHOTO,
    FormSection.SPECIALTY,
    FormSection.EMPLOYMENT,
    FormSection.HOURS,
    FormSection.EXPERIENCE,
    FormSection.ATTACHMENTS,
    FormSection.AUTHORITY,
    FormSection.PREVIEW,
)

_scan = partial(Demand, law=ORDER_147, max_bytes=SCAN_BYTES, media_types=SCANS)
_DEMANDS = (
    _scan(kind=AttachmentKind.QUALIFICATION, demand="监理工程师资格证书的彩色扫描件，文字和印章清楚"),
    _scan(kind=AttachmentKind.IDENTITY, demand="身份证件正反两面的彩色扫描件，在有效期内"),
    _scan(kind=AttachmentKind.CONTRACT, demand="与聘用单位签订的劳动合同，双方签字盖章页和期限清楚"),
    _scan(kind=AttachmentKind.OTHER, demand="学历、职称、工程业绩等其他证明材料", required=False),
)

_MINISTRY, _CENTRE = AuthorityKind.MINISTRY, AuthorityKind.CENTRE
# fmt: off
ROUTE = (
    RouteStep(stage=StageKind.EMPLOYER, may_return=True),
    RouteStep(stage=StageKind.ACCEPTANCE, authority_kind=_MINISTRY, workdays=5, may_return=True, may_decline=True),
    RouteStep(stage=StageKind.EXAMINATION, authority_kind=_CENTRE, workdays=20, may_return=True, may_refuse=True),
    RouteStep(stage=StageKind.DECISION, authority_kind=_MINISTRY, workdays=20, extension=10, may_refuse=True, decides=True),
    RouteStep(stage=StageKind.CERTIFICATE_MAKING, authority_kind=_CENTRE, workdays=10),
)
# fmt: on


def _form(kind: RegistrationKind, hours: HoursNeed | None = None) -> KindForm:
    return KindForm(
        kind=kind,
        pledge=PLEDGE,
        sections=_SECTIONS,
        required=_REQUIRED,
        demands=_DEMANDS,
        route=ROUTE,
        hours=hours,
        employer_pledge=EMPLOYER_PLEDGE,
    )


FORMS = {
    RegistrationKind.INITIAL: _form(RegistrationKind.INITIAL),
    RegistrationKind.LATE_INITIAL: _form(RegistrationKind.LATE_INITIAL, HOURS),
}


def advise(facts: CaseFacts) -> Advice:
    """The ministry decides for the whole country."""
    ministries = tuple(one for one in facts.choices if one.kind is _MINISTRY)
    return Advice(
        next(iter(ministries), None), "REG-AUTH", "全国由国务院住房城乡建设主管部门审批", ministries
    )


def _chosen_body(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    return common.chosen_body(advise(facts), "审批机关", facts, say)


def _reports_up(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """Only an employer with an open account can report anybody up."""
    employer = facts.employer
    if not facts.form.get("employer_name"):
        return
    met = employer is not None and employer.active
    yield say(
        met=met,
        message="聘用单位已开通账号，可在线上报" if met else "聘用单位尚未开通账号，无法上报",
        present="已开通" if met else ("账号未开通" if employer else "单位不在册"),
        needed="聘用单位在本系统已开通账号",
        advice=None if met else "请单位先办理企业注册",
        path=FIELDS["employer_name"].path,
    )


# fmt: off
RULES = (
    ruled("REG-KIND", "现在能办理这种注册吗？", ORDER_147, "按注册状态", common.kind_is_legal),
    ruled("REG-ONE", "有正在办理的同类申请吗？", MANUAL, "同类申请只能有一件", common.one_case),
    ruled("REG-PLEDGE", "勾选诚信承诺书了吗？", MANUAL, f"{PLEDGE.edition}版", common.pledge_ticked(PLEDGE)),
    ruled("REG-FORM", "必填项都填了吗？", ORDER_147, "全部必填项", common.form_filled(FORMS.values())),
    ruled("REG-ID", "证件号码有效吗？", "GB 11643", "18位，校验位正确", common.identity_valid),
    ruled("REG-PHOTO", "照片符合规格吗？", MANUAL, PHOTO.words, photo_fits(PHOTO), changeable=True),
    ruled("REG-FILE", "附件的格式和大小符合要求吗？", MANUAL, "JPG、PNG、PDF、不超过5MB", files_fit(FORMS.values())),
    ruled("REG-DOCS", "应交的附件齐全吗？", ORDER_147, "见附件清单", documents_complete(FORMS.values())),
    ruled("REG-EMPLOYER", "填写聘用单位了吗？", ORDER_147, "单位名称及统一社会信用代码", common.employer_named),
    ruled("REG-TWO", "同时注册在其他单位吗？", ORDER_147, "只受聘、注册于一个单位", common.one_employer),
    ruled("REG-AUTH", "向哪个机关申请？", ORDER_147, "国务院住房城乡建设主管部门", _chosen_body),
    ruled("SUPV-RECORD", "有考试合格记录吗？", ORDER_147, "姓名、证件号码与考试时一致", examination_found),
    ruled("SUPV-CAPACITY", "具有完全民事行为能力吗？", ORDER_147, "具有", capable),
    ruled("SUPV-AGE", "年龄符合要求吗？", ORDER_147, f"不超过{OLDEST_YEARS}周岁", age_at_most(OLDEST_YEARS)),
    ruled("SUPV-SPECIALTY", "注册哪些专业？", ORDER_147, f"1至{MOST_SPECIALTIES}个专业", specialties_chosen(SPECIALTIES, MOST_SPECIALTIES)),
    ruled("SUPV-INITIAL", "是否在初始注册的期限内？", ORDER_147, "取得资格后3年内", initial_in_time(INITIAL)),
    ruled("SUPV-HOURS", "继续教育学时够吗？", SECONDARY, need_words(HOURS), hours_enough(FORMS.values(), VALIDITY_YEARS)),
    ruled("SUPV-HOURS-PROOF", "自填学时有证书吗？", ORDER_147, "每条自填学时均有证书", hours_proved(FORMS.values(), VALIDITY_YEARS)),
    ruled("SUPV-HOURS-TWICE", "自填学时与导入的重复吗？", MANUAL, "同一次学习只计一次", hours_once),
    ruled("SUPV-EXPERIENCE", "工作经历的时间合理吗？", ORDER_147, "时间不重叠", experience_in_order),
    ruled("SUPV-TERM", "聘用期限填写正确吗？", ORDER_147, "无固定期限的不填终止日期", common.term_in_order),
    ruled("SUPV-EMPLOYER", "聘用单位能在线上报吗？", MANUAL, "已开通账号", _reports_up),
    told_only("SUPV-WHO", "聘用单位可以聘用注册监理工程师吗？", ORDER_147, "一个建设工程勘察、设计、施工、监理等单位"),
    told_only("SUPV-VALID", "注册有效多久？", ORDER_147, f"{VALIDITY_YEARS}年"),
    told_only("SUPV-WINDOW", "何时申请延续注册？", ORDER_147, "有效期届满30日前"),
    told_only("SUPV-TIME", "多久办结？", SECONDARY, "受理5、审核20、决定20（可延10）、制证10个工作日"),
)
# fmt: on

EDITION_2006 = Rulebook(
    id="SUPV-2006-1",
    valid_from=date(2006, 4, 1),
    profession=Profession.SUPERVISION_ENGINEER,
    doors=(
        RegistrationKind.INITIAL,
        RegistrationKind.RENEWAL,
        RegistrationKind.CHANGE,
        RegistrationKind.RE_REGISTRATION,
        RegistrationKind.REISSUE,
        RegistrationKind.DEREGISTRATION,
    ),
    forms=FORMS,
    validity_years=VALIDITY_YEARS,
    renewal_months=RENEWAL_MONTHS,
    correction_workdays=30,
    procedure_law=ORDER_147,
    numbers=NumberForms(
        receipt="监注 {year}-{serial:06d}",
        certificate="监{year}{serial:06d}",
        seal="监章{year}{serial:06d}",
    ),
    grade_digits={},
    settle_kind=INITIAL.settle_kind,
    advise=advise,
    rules=RULES,
    specialties=SPECIALTIES,
    most_specialties=MOST_SPECIALTIES,
)

EDITIONS = (EDITION_2006,)
