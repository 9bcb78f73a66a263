"""中级注册安全工程师: rules, form, attachments, route and numbers.

Sources: the applicant's guide of the registration system (manual S4) and the renewal guide (S2). Where they say
nothing, 《注册安全工程师职业资格制度规定》（应急〔2019〕8号）.
"""

from collections.abc import Iterable
from datetime import date
from functools import partial

from models.agencies.tables import EmployerNature
from models.authorities.kinds import AuthorityKind, Grade, Profession
from models.kernel.rules import Finding
from models.professions import common_rules as common
from models.professions.asking import OCTETS_PER_KB, OCTETS_PER_MB, Say, ruled, told_only
from models.professions.delivery_rules import delivery_by_mobile, delivery_complete
from models.professions.facts import CaseFacts
from models.professions.file_rules import PhotoSize, documents_complete, files_fit, photo_fits
from models.professions.first_body import advise_in_order
from models.professions.hours_rules import hours_enough, hours_once, hours_proved, need_words
from models.professions.initial_term import InitialTerm, examination_found, initial_in_time
from models.professions.person_rules import (
    age_at_most,
    as_examined,
    capable,
    experience_in_order,
    specialties_chosen,
)
from models.professions.rulebook import (
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

SYSTEM = "《注册安全工程师职业资格制度规定》（应急〔2019〕8号）"
GUIDE = "中级注册安全工程师注册管理系统使用指南"
LIST = f"{GUIDE}附件材料清单表"
DEMANDS = f"{GUIDE}附件材料的具体要求"

SPECIALTY_EXAMINATIONS = date(2019, 3, 1)
"""Since then examinations are by category; who qualified earlier chooses once (S4-10)."""
CATEGORIES = (
    Specialty("COAL_MINE", "煤矿安全"),
    Specialty("OTHER_MINE", "金属非金属矿山安全"),
    Specialty("CHEMICAL", "化工安全"),
    Specialty("METAL_SMELTING", "金属冶炼安全"),
    Specialty("BUILDING", "建筑施工安全"),
    Specialty("ROAD_TRANSPORT", "道路运输安全"),
    Specialty("OTHER", "其他安全（不包括消防安全）"),
)

OLDEST_YEARS = 70
VALIDITY_YEARS = 5
RENEWAL_MONTHS = 3
HOURS = HoursNeed(total=48, own=24)
INITIAL = InitialTerm(years=5, old_until=date(2024, 2, 29), old_before=SPECIALTY_EXAMINATIONS)
"""Qualifications of before the examinations by specialty: to be registered before 1 March 2024."""
PICTURE_BYTES = 300 * OCTETS_PER_KB
SCAN_BYTES = 5 * OCTETS_PER_MB
PICTURES = ("image/jpeg", "image/png")
SCANS = (*PICTURES, "application/pdf")
FORM_PAGES = 2
PHOTO = PhotoSize(295, 413, PICTURE_BYTES, PICTURES)

PLEDGE = Pledge(
    "2026-1",
    "注册安全工程师注册申请诚信承诺书",
    (
        "一、本人填写的信息和上传的材料真实、完整、有效，申请表由本人签名，聘用单位的印章真实有效。",
        "二、本人受聘于所填聘用单位，从事安全生产管理、安全工程技术工作或者安全生产专业服务。",
        "三、本人只在一个单位注册和执业，不以他人名义执业，也不允许他人以本人名义执业。",
        "四、本人知悉通过预审和初审不代表最终准予注册，同意注册机构为核对信息查询有关记录。",
        "五、如有隐瞒或者提供虚假材料，本人愿意承担不予受理、不予注册、撤销注册等法律责任。",
    ),
)

_REQUIRED = (
    "name", "sex", "birth_date", "identity_kind", "identity_number", "mobile", "education", "address",
    "capable", "photo_id", "qualification_id", "employer_name", "employer_code", "employer_nature",
    "employer_address", "department", "post", "term", "term_from", "retired", "delivery_method",
)  # fmt: skip

_SECTIONS = (
    FormSection.PLEDGE,
    FormSection.AUTHORITY,
    FormSection.BASIC,
    FormSection.PHOTO,
    FormSection.SPECIALTY,
    FormSection.EMPLOYMENT,
    FormSection.HOURS,
    FormSection.EXPERIENCE,
    FormSection.DELIVERY,
    FormSection.PREVIEW,
    FormSection.ATTACHMENTS,
)
"""The steps of the guide: the form is previewed, printed, signed and stamped before it is attached."""


def _of_institution(facts: CaseFacts) -> bool:
    return facts.form.get("employer_nature") == EmployerNature.INSTITUTION


_demand = partial(Demand, law=LIST, max_bytes=SCAN_BYTES, media_types=SCANS)

_FORM = _demand(
    kind=AttachmentKind.APPLICATION_FORM,
    demand="两页均须上传；有本人签名和日期；所在部门、岗位、聘用期限与合同一致，长期聘用的截止日期写“无固定期限”；"
    "加盖单位公章或人事部门公章并有日期，印章清晰，其中单位名称与申请表完全一致",
    min_pages=FORM_PAGES,
)
_CONTRACT = _demand(
    kind=AttachmentKind.CONTRACT,
    demand="可只传部分页，但须有：单位名称、法定代表人或主要负责人，本人姓名和证件号码，期限，工作内容或岗位，双方签字盖章，"
    "签订日期。企业职工交劳动合同（聘书、聘用证明无效）；退休人员、事业单位职工交聘用合同或协议；单位已更名而合同未重签的，加交更名材料",
)
_HOLDING = _demand(
    kind=AttachmentKind.HOLDING_IDENTITY,
    demand="本人手持本人身份证件的半身照，能认出是本人，证件信息清晰",
    media_types=PICTURES,
)
_INSTITUTION = _demand(
    kind=AttachmentKind.INSTITUTION_CERTIFICATE,
    demand="事业单位职员须交事业单位法人证书",
    law=DEMANDS,
    required=False,
    required_when=_of_institution,
)
_RETIREMENT = _demand(
    kind=AttachmentKind.RETIREMENT_CERTIFICATE, demand="退休人员建议提供退休证", law=DEMANDS, required=False
)
_OTHER = _demand(kind=AttachmentKind.OTHER, demand="其他需要说明的材料", law=DEMANDS, required=False)
_INITIAL_DEMANDS = (_FORM, _CONTRACT, _HOLDING, _INSTITUTION, _RETIREMENT, _OTHER)

# fmt: off
ROUTE = (
    RouteStep(stage=StageKind.PRE_EXAMINATION, authority_kind=AuthorityKind.TEST_CENTRE, workdays=5, may_return=True, may_decline=True),
    RouteStep(stage=StageKind.FIRST_EXAMINATION, batched=True, may_return=True, may_refuse=True),
    RouteStep(stage=StageKind.FINAL_EXAMINATION, authority_kind=AuthorityKind.CENTRE, workdays=20, may_return=True, may_refuse=True, decides=True),
    RouteStep(stage=StageKind.ANNOUNCEMENT, authority_kind=AuthorityKind.CENTRE, batched=True),
    RouteStep(stage=StageKind.CERTIFICATE_MAKING, authority_kind=AuthorityKind.CENTRE, workdays=10),
    RouteStep(stage=StageKind.DELIVERY, authority_kind=AuthorityKind.CENTRE),
)
# fmt: on


def _form(kind: RegistrationKind, hours: HoursNeed | None = None) -> KindForm:
    return KindForm(
        kind=kind,
        pledge=PLEDGE,
        sections=_SECTIONS,
        required=_REQUIRED,
        demands=_INITIAL_DEMANDS,
        route=ROUTE,
        hours=hours,
    )


FORMS = {
    RegistrationKind.INITIAL: _form(RegistrationKind.INITIAL),
    RegistrationKind.LATE_INITIAL: _form(RegistrationKind.LATE_INITIAL, HOURS),
}


def _chosen_body(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    return common.chosen_body(advise_in_order(facts), "初审机构", facts, say)


def _employed(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """Natures that may employ; the others are the matter of SAFE-ORGAN."""
    nature, post = facts.form.get("employer_nature"), facts.form.get("post")
    if nature is None or nature in NOT_PRODUCING:
        return
    yield say(
        met=True,
        message="聘用单位可以聘用注册安全工程师",
        present=f"{NATURES[EmployerNature(nature)]}，岗位：{post or '未填写'}",
        needed="生产经营单位安全生产管理、安全工程技术类岗位，或安全生产专业服务机构",
        path=FIELDS["employer_nature"].path,
    )


def _organ(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    nature = facts.form.get("employer_nature")
    if nature is None:
        return
    met = nature not in NOT_PRODUCING
    yield say(
        met=met,
        message="聘用单位不是行政管理机关或没有对外经营性业务的事业单位"
        if met
        else "行政管理机关和没有对外经营性业务的事业单位的职员不符合注册条件，不予受理",
        present=NATURES.get(EmployerNature(nature), "不属于生产经营单位"),
        needed="生产经营单位或安全生产专业服务机构",
        path=FIELDS["employer_nature"].path,
    )


NOT_PRODUCING = {EmployerNature.ADMINISTRATIVE, EmployerNature.INSTITUTION_CLOSED}
NATURES = {
    EmployerNature.ENTERPRISE: "企业",
    EmployerNature.PROFESSIONAL_SERVICE: "安全生产专业服务机构",
    EmployerNature.INSTITUTION: "有对外经营业务的事业单位",
}

# fmt: off
RULES = (
    ruled("REG-KIND", "现在能办理这种注册吗？", LIST, "按注册状态", common.kind_is_legal),
    ruled("REG-ONE", "有正在办理的同类申请吗？", GUIDE, "同类申请只能有一件", common.one_case),
    ruled("REG-PLEDGE", "勾选诚信承诺书了吗？", GUIDE, f"{PLEDGE.edition}版", common.pledge_ticked(PLEDGE)),
    ruled("REG-FORM", "必填项都填了吗？", GUIDE, "全部必填项", common.form_filled(FORMS.values())),
    ruled("REG-ID", "证件号码有效吗？", "GB 11643", "18位，校验位正确", common.identity_valid),
    ruled("REG-PHOTO", "照片符合规格吗？", GUIDE, f"免冠，{PHOTO.words}", photo_fits(PHOTO), changeable=True),
    ruled("REG-FILE", "附件的格式和大小符合要求吗？", DEMANDS, "JPG、PNG、PDF、不超过5MB", files_fit(FORMS.values())),
    ruled("REG-DOCS", "应交的附件齐全吗？", LIST, "见附件材料清单", documents_complete(FORMS.values())),
    ruled("REG-EMPLOYER", "填写聘用单位了吗？", GUIDE, "单位名称及统一社会信用代码", common.employer_named),
    ruled("REG-TWO", "同时注册在其他单位吗？", SYSTEM, "只注册在一个单位", common.one_employer),
    ruled("REG-AUTH", "向哪个初审机构申请？", f"{GUIDE}“选择初审机构”", "其他部委、中央企业集团、省级机构，依次判断", _chosen_body),
    ruled("SAFE-RECORD", "有考试合格记录吗？", GUIDE, "姓名、证件号码与考试时一致", examination_found),
    ruled("SAFE-WHO", "聘用单位可以聘用注册安全工程师吗？", f"{GUIDE}重点提示（1）", "生产经营单位安全岗位或安全生产专业服务机构", _employed),
    ruled("SAFE-ORGAN", "聘用单位是行政机关吗？", f"{GUIDE}重点提示（2）", "行政管理机关等的职员不予受理", _organ),
    ruled("SAFE-CAPACITY", "具有完全民事行为能力吗？", f"{GUIDE}重点提示（1）", "具有", capable),
    ruled("SAFE-AGE", "年龄符合要求吗？", f"{GUIDE}重点提示（1）", f"不超过{OLDEST_YEARS}周岁", age_at_most(OLDEST_YEARS)),
    ruled("SAFE-CATEGORY", "选择注册专业类别了吗？", SYSTEM, "一个类别", specialties_chosen(CATEGORIES, 1)),
    ruled("SAFE-ONCE", "类别与考试一致，或者还有一次自主选择机会吗？", f"{GUIDE}重点提示（3）", "与考试类别一致；2019年3月1日前取得资格的可自主选择一次", as_examined(SPECIALTY_EXAMINATIONS)),
    ruled("SAFE-INITIAL", "是否在初始注册的期限内？", LIST, "取得资格后5年内；2019年3月1日前取得的，2024年3月1日前", initial_in_time(INITIAL)),
    ruled("SAFE-HOURS", "继续教育学时够吗？", f"{GUIDE}“填写继续教育”", need_words(HOURS), hours_enough(FORMS.values(), VALIDITY_YEARS)),
    ruled("SAFE-HOURS-PROOF", "自填学时有证书吗？", DEMANDS, "每条自填学时均有证书", hours_proved(FORMS.values(), VALIDITY_YEARS)),
    ruled("SAFE-HOURS-TWICE", "自填学时与导入的重复吗？", f"{GUIDE}“填写继续教育”", "同一次学习只计一次", hours_once),
    ruled("SAFE-EXPERIENCE", "工作经历的时间合理吗？", f"{GUIDE}“填写工作经历”", "与安全生产有关，时间不重叠", experience_in_order),
    ruled("SAFE-TERM", "聘用期限填写正确吗？", f"{DEMANDS}一", "无固定期限的不填终止日期", common.term_in_order),
    ruled("SAFE-DELIVERY", "寄送信息齐全吗？", f"{GUIDE}“选择证书领取方式”", "收件人、电话、地址", delivery_complete),
    ruled("SAFE-MOBILE", "寄送电话是手机号码吗？", f"{GUIDE}“选择证书领取方式”", "应尽量为手机号码", delivery_by_mobile),
    told_only("SAFE-DOC-FORM", "申请表签字盖章齐全吗？", f"{DEMANDS}一", "两页、签名、日期、单位或人事部门公章"),
    told_only("SAFE-DOC-CONTRACT", "合同的内容齐全吗？", f"{DEMANDS}二", "单位、负责人、本人、期限、岗位、签章、日期"),
    told_only("SAFE-DOC-PERSON", "手持证件照看得清吗？", f"{DEMANDS}三", "能认出本人，证件信息清晰"),
    told_only("SAFE-DOC-DUTY", "履职情况具体吗？", f"{DEMANDS}四", "本注册期的具体工作：时间、地点、对象、内容"),
    told_only("SAFE-DOC-UNIT", "单位性质的证明交了吗？", f"{DEMANDS}五", "事业单位法人证书；建议提供退休证"),
    told_only("SAFE-VALID", "注册有效多久？", SYSTEM, f"{VALIDITY_YEARS}年"),
    told_only("SAFE-WINDOW", "何时可以延续注册？", LIST, f"有效期届满前{RENEWAL_MONTHS}个月内"),
    told_only("SAFE-TIME", "多久办结？", f"{GUIDE}“受理上报时限及流程”", "预审5个工作日；每月1日、15日上报，遇法定节假日顺延"),
)
# fmt: on

EDITION_2019 = Rulebook(
    id="SAFE-2019-1",
    valid_from=SPECIALTY_EXAMINATIONS,
    profession=Profession.SAFETY_ENGINEER,
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
    procedure_law=GUIDE,
    numbers=NumberForms(
        receipt="{short}安注 {year}-{serial:06d}",
        certificate="安{year}{serial:06d}",
        label="安签{year}{serial:06d}",
    ),
    grade_digits={Grade.INTERMEDIATE: "2"},
    settle_kind=INITIAL.settle_kind,
    advise=advise_in_order,
    rules=RULES,
    specialties=CATEGORIES,
    most_specialties=1,
)

EDITIONS = (EDITION_2019,)
