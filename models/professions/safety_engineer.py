"""中级注册安全工程师: rules, validity and numbers.

Sources: the applicant's guide of the registration system (manual S4) and the renewal guide (S2). Where they say
nothing, 《注册安全工程师职业资格制度规定》（应急〔2019〕8号）.
"""

from collections.abc import Iterable
from datetime import date

from models.agencies.tables import EmployerNature
from models.authorities.kinds import Grade, Profession
from models.kernel.rules import Finding
from models.professions import common_rules as common
from models.professions import kind_rules
from models.professions.asking import Say, ruled, told_only
from models.professions.delivery_rules import delivery_by_mobile, delivery_complete
from models.professions.facts import CaseFacts
from models.professions.file_rules import documents_complete, files_fit, photo_fits
from models.professions.first_body import advise_in_order
from models.professions.hours_rules import hours_enough, hours_once, hours_proved, need_words
from models.professions.initial_term import InitialTerm, examination_found, initial_in_time
from models.professions.kind_rules import FIRST_TIME, PRACTISING
from models.professions.person_rules import (
    age_at_most,
    as_examined,
    capable,
    experience_in_order,
    specialties_chosen,
)
from models.professions.rulebook import NumberForms, RenewalWindow, Rulebook, Specialty
from models.professions.safety_forms import DEMANDS, FORMS, GUIDE, HOURS, LIST, PHOTO, PLEDGE
from models.registration.form import FIELDS
from models.registration.kinds import RegistrationKind

SYSTEM = "《注册安全工程师职业资格制度规定》（应急〔2019〕8号）"
RENEWAL_GUIDE = "延续注册操作指南"

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
RENEWAL = RenewalWindow(months=3, earliest=12)
"""S2 and S4 open it three months before the end; "最长期满前1年内" (S4) is the limit of an edition that says so."""
INITIAL = InitialTerm(years=5, old_until=date(2024, 2, 29), old_before=SPECIALTY_EXAMINATIONS)
"""Qualifications of before the examinations by specialty: to be registered before 1 March 2024."""


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

_K = RegistrationKind
UNCHANGED = (*kind_rules.STILL_THE_SAME, _K.DEREGISTRATION)
"""Kinds whose form names the employer and changes nothing of what is registered."""

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
    ruled("REG-EMPLOYER", "填写聘用单位了吗？", GUIDE, "单位名称及统一社会信用代码", common.employer_named, kinds=PRACTISING),
    ruled("REG-TWO", "同时注册在其他单位吗？", SYSTEM, "只注册在一个单位", common.one_employer, kinds=(*PRACTISING, *UNCHANGED)),
    ruled("REG-CHANGE", "变更项与填写内容一致吗？", LIST, "勾选的项有变化，变化的项已勾选", kind_rules.changes_stated(FORMS.values()), kinds=(_K.CHANGE,)),
    ruled("REG-SAME", "注册内容有没有变化？", LIST, "与原注册一致", kind_rules.nothing_changed, kinds=UNCHANGED),
    ruled("REG-AUTH", "向哪个初审机构申请？", f"{GUIDE}“选择初审机构”", "其他部委、中央企业集团、省级机构，依次判断", _chosen_body),
    ruled("SAFE-RECORD", "有考试合格记录吗？", GUIDE, "姓名、证件号码与考试时一致", examination_found, kinds=FIRST_TIME),
    ruled("SAFE-WHO", "聘用单位可以聘用注册安全工程师吗？", f"{GUIDE}重点提示（1）", "生产经营单位安全岗位或安全生产专业服务机构", _employed, kinds=PRACTISING),
    ruled("SAFE-ORGAN", "聘用单位是行政机关吗？", f"{GUIDE}重点提示（2）", "行政管理机关等的职员不予受理", _organ, kinds=PRACTISING),
    ruled("SAFE-CAPACITY", "具有完全民事行为能力吗？", f"{GUIDE}重点提示（1）", "具有", capable, kinds=PRACTISING),
    ruled("SAFE-AGE", "年龄符合要求吗？", f"{GUIDE}重点提示（1）", f"不超过{OLDEST_YEARS}周岁", age_at_most(OLDEST_YEARS), kinds=PRACTISING),
    ruled("SAFE-CATEGORY", "选择注册专业类别了吗？", SYSTEM, "一个类别", specialties_chosen(CATEGORIES, 1), kinds=PRACTISING),
    ruled("SAFE-ONCE", "类别与考试一致，或者还有一次自主选择机会吗？", f"{GUIDE}重点提示（3）", "与考试类别一致；2019年3月1日前取得资格的可自主选择一次", as_examined(SPECIALTY_EXAMINATIONS), kinds=(*FIRST_TIME, _K.RE_REGISTRATION)),
    ruled("SAFE-INITIAL", "是否在初始注册的期限内？", LIST, "取得资格后5年内；2019年3月1日前取得的，2024年3月1日前", initial_in_time(INITIAL), kinds=FIRST_TIME),
    ruled("SAFE-HOURS", "继续教育学时够吗？", f"{GUIDE}“填写继续教育”", need_words(HOURS), hours_enough(FORMS.values(), VALIDITY_YEARS)),
    ruled("SAFE-HOURS-PROOF", "自填学时有证书吗？", DEMANDS, "每条自填学时均有证书", hours_proved(FORMS.values(), VALIDITY_YEARS)),
    ruled("SAFE-HOURS-TWICE", "自填学时与导入的重复吗？", f"{GUIDE}“填写继续教育”", "同一次学习只计一次", hours_once),
    ruled("SAFE-EXPERIENCE", "工作经历的时间合理吗？", f"{GUIDE}“填写工作经历”", "与安全生产有关，时间不重叠", experience_in_order, kinds=PRACTISING),
    ruled("SAFE-TERM", "聘用期限填写正确吗？", f"{DEMANDS}一", "无固定期限的不填终止日期", common.term_in_order, kinds=PRACTISING),
    ruled("SAFE-DELIVERY", "寄送信息齐全吗？", f"{GUIDE}“选择证书领取方式”", "收件人、电话、地址", delivery_complete, kinds=(*PRACTISING, _K.REISSUE)),
    ruled("SAFE-MOBILE", "寄送电话是手机号码吗？", f"{GUIDE}“选择证书领取方式”", "应尽量为手机号码", delivery_by_mobile, kinds=(*PRACTISING, _K.REISSUE)),
    ruled("SAFE-WINDOW", "何时可以延续注册？", f"{LIST}；{RENEWAL_GUIDE}", RENEWAL.words, kind_rules.renewal_in_time(RENEWAL), kinds=(_K.RENEWAL,)),
    ruled("SAFE-ADDED", "增加的类别有增项考试吗？", DEMANDS, "增项考试合格", kind_rules.specialty_added, kinds=(_K.CHANGE,)),
    ruled("SAFE-REISSUE", "补办的对象存在吗？", GUIDE, "有效的注册证、标签", kind_rules.reissue_possible, kinds=(_K.REISSUE,)),
    told_only("SAFE-DOC-FORM", "申请表签字盖章齐全吗？", f"{DEMANDS}一", "两页、签名、日期、单位或人事部门公章"),
    told_only("SAFE-DOC-CONTRACT", "合同的内容齐全吗？", f"{DEMANDS}二", "单位、负责人、本人、期限、岗位、签章、日期"),
    told_only("SAFE-DOC-PERSON", "手持证件照看得清吗？", f"{DEMANDS}三", "能认出本人，证件信息清晰"),
    told_only("SAFE-DOC-DUTY", "履职情况具体吗？", f"{DEMANDS}四", "本注册期的具体工作：时间、地点、对象、内容"),
    told_only("SAFE-DOC-UNIT", "单位性质的证明交了吗？", f"{DEMANDS}五", "事业单位法人证书；建议提供退休证"),
    told_only("SAFE-VALID", "注册有效多久？", SYSTEM, f"{VALIDITY_YEARS}年"),
    told_only("SAFE-TIME", "多久办结？", f"{GUIDE}“受理上报时限及流程”", "预审5个工作日；每月1日、15日上报，遇法定节假日顺延"),
)
# fmt: on

EDITION_2019 = Rulebook(
    id="SAFE-2019-1",
    valid_from=SPECIALTY_EXAMINATIONS,
    profession=Profession.SAFETY_ENGINEER,
    doors=(
        _K.INITIAL,
        _K.RENEWAL,
        _K.CHANGE,
        _K.RE_REGISTRATION,
        _K.REISSUE,
        _K.DEREGISTRATION,
    ),
    forms=FORMS,
    validity_years=VALIDITY_YEARS,
    renewal=RENEWAL,
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
