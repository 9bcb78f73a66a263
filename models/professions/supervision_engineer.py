"""注册监理工程师: rules, validity and numbers.

Sources: 《注册监理工程师管理规定》（建设部令第147号）; the enterprise edition of the registration system (manual S3) for
what the employer does. Values that stand only in secondary sources are marked so in `law`.
"""

from collections.abc import Iterable
from datetime import date

from models.authorities.kinds import AuthorityKind, Profession
from models.kernel.rules import Finding
from models.professions import common_rules as common
from models.professions import kind_rules
from models.professions.asking import Say, ruled, told_only
from models.professions.facts import CaseFacts
from models.professions.file_rules import documents_complete, files_fit, photo_fits
from models.professions.hours_rules import hours_enough, hours_once, hours_proved, need_words
from models.professions.initial_term import InitialTerm, examination_found, initial_in_time
from models.professions.kind_rules import FIRST_TIME, PRACTISING
from models.professions.person_rules import age_at_most, capable, experience_in_order, specialties_chosen
from models.professions.rulebook import Advice, NumberForms, RenewalWindow, Rulebook, Specialty
from models.professions.supervision_forms import FORMS, HOURS, ORDER_147, PHOTO, PLEDGE
from models.registration.form import FIELDS
from models.registration.kinds import RegistrationKind

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
RENEWAL = RenewalWindow(months=3, ahead=30)
INITIAL = InitialTerm(years=3)


def advise(facts: CaseFacts) -> Advice:
    """The ministry decides for the whole country."""
    ministries = tuple(one for one in facts.choices if one.kind is AuthorityKind.MINISTRY)
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


_K = RegistrationKind
UNCHANGED = (*kind_rules.STILL_THE_SAME, _K.DEREGISTRATION)
"""Kinds whose form names the employer and changes nothing of what is registered."""
REPORTED_UP = tuple(kind for kind, form in FORMS.items() if form.employer_pledge)

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
    ruled("REG-EMPLOYER", "填写聘用单位了吗？", ORDER_147, "单位名称及统一社会信用代码", common.employer_named, kinds=PRACTISING),
    ruled("REG-TWO", "同时注册在其他单位吗？", ORDER_147, "只受聘、注册于一个单位", common.one_employer, kinds=(*PRACTISING, *UNCHANGED)),
    ruled("REG-CHANGE", "变更项与填写内容一致吗？", ORDER_147, "勾选的项有变化，变化的项已勾选", kind_rules.changes_stated(FORMS.values()), kinds=(_K.CHANGE,)),
    ruled("REG-SAME", "注册内容有没有变化？", ORDER_147, "与原注册一致", kind_rules.nothing_changed, kinds=UNCHANGED),
    ruled("REG-AUTH", "向哪个机关申请？", ORDER_147, "国务院住房城乡建设主管部门", _chosen_body),
    ruled("SUPV-RECORD", "有考试合格记录吗？", ORDER_147, "姓名、证件号码与考试时一致", examination_found, kinds=FIRST_TIME),
    ruled("SUPV-CAPACITY", "具有完全民事行为能力吗？", ORDER_147, "具有", capable, kinds=PRACTISING),
    ruled("SUPV-AGE", "年龄符合要求吗？", ORDER_147, f"不超过{OLDEST_YEARS}周岁", age_at_most(OLDEST_YEARS), kinds=PRACTISING),
    ruled("SUPV-SPECIALTY", "注册哪些专业？", ORDER_147, f"1至{MOST_SPECIALTIES}个专业", specialties_chosen(SPECIALTIES, MOST_SPECIALTIES), kinds=PRACTISING),
    ruled("SUPV-INITIAL", "是否在初始注册的期限内？", ORDER_147, "取得资格后3年内", initial_in_time(INITIAL), kinds=FIRST_TIME),
    ruled("SUPV-HOURS", "继续教育学时够吗？", SECONDARY, need_words(HOURS), hours_enough(FORMS.values(), VALIDITY_YEARS)),
    ruled("SUPV-HOURS-PROOF", "自填学时有证书吗？", ORDER_147, "每条自填学时均有证书", hours_proved(FORMS.values(), VALIDITY_YEARS)),
    ruled("SUPV-HOURS-TWICE", "自填学时与导入的重复吗？", MANUAL, "同一次学习只计一次", hours_once),
    ruled("SUPV-EXPERIENCE", "工作经历的时间合理吗？", ORDER_147, "时间不重叠", experience_in_order, kinds=PRACTISING),
    ruled("SUPV-TERM", "聘用期限填写正确吗？", ORDER_147, "无固定期限的不填终止日期", common.term_in_order, kinds=PRACTISING),
    ruled("SUPV-EMPLOYER", "聘用单位能在线上报吗？", MANUAL, "已开通账号", _reports_up, kinds=REPORTED_UP),
    ruled("SUPV-WINDOW", "何时申请延续注册？", ORDER_147, RENEWAL.words, kind_rules.renewal_in_time(RENEWAL), kinds=(_K.RENEWAL,)),
    ruled("SUPV-REISSUE", "补办的对象存在吗？", MANUAL, "有效的注册证、执业印章", kind_rules.reissue_possible, kinds=(_K.REISSUE,)),
    told_only("SUPV-WHO", "聘用单位可以聘用注册监理工程师吗？", ORDER_147, "一个建设工程勘察、设计、施工、监理等单位"),
    told_only("SUPV-VALID", "注册有效多久？", ORDER_147, f"{VALIDITY_YEARS}年"),
    told_only("SUPV-TIME", "多久办结？", SECONDARY, "受理5、审核20、决定20（可延10）、制证10个工作日；已注册的，审核5、决定10个工作日"),
)
# fmt: on

EDITION_2006 = Rulebook(
    id="SUPV-2006-1",
    valid_from=date(2006, 4, 1),
    profession=Profession.SUPERVISION_ENGINEER,
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
