"""注册消防工程师: rules, validity and numbers.

Sources: 《注册消防工程师管理规定》（公安部令第143号）; the system's manual for its file sizes. Values that stand
only in secondary sources are marked so in `law`.
"""

from collections.abc import Iterable
from datetime import date

from models.authorities.kinds import AuthorityKind, Grade, Profession
from models.kernel.rules import Finding, Severity
from models.professions import common_rules as common
from models.professions import kind_rules
from models.professions.asking import Say, ruled, told_only, years_later
from models.professions.facts import CaseFacts
from models.professions.file_rules import documents_complete, files_fit, photo_fits
from models.professions.fire_forms import FILING, FORMS, ORDER_143, PHOTO, PLEDGE
from models.professions.fire_hours import HOURS_WORDS, PERIOD_YEARS, hours_proved
from models.professions.kind_rules import FIRST_TIME, PRACTISING
from models.professions.person_rules import age_at_most
from models.professions.rulebook import Advice, NumberForms, RenewalWindow, Rulebook
from models.registration.form import FIELDS
from models.registration.kinds import RegistrationKind

MANUAL = "注册管理系统操作要求"

INITIAL_YEARS = 1
"""An initial registration is filed within so many years of the qualification (secondary source)."""
OLDEST_YEARS = 70
RENEWAL = RenewalWindow(months=3)
EMPLOYER_KINDS = "消防技术服务机构或消防安全重点单位"
PROVINCE_DIGITS = 2

_K = RegistrationKind


def settle_kind(asked: RegistrationKind, qualified_on: date | None, day: date) -> RegistrationKind:
    """An initial registration is late from the day after the first year of the qualification."""
    if asked not in FIRST_TIME or qualified_on is None:
        return asked
    late = day > years_later(qualified_on, INITIAL_YEARS)
    return RegistrationKind.LATE_INITIAL if late else RegistrationKind.INITIAL


def advise(facts: CaseFacts) -> Advice:
    """First grade: the corps of the employer's province; second grade: of the province of the qualification."""
    corps = tuple(choice for choice in facts.choices if choice.kind is AuthorityKind.CORPS)
    if facts.grade is Grade.SECOND:
        region = facts.qualification.region_code if facts.qualification else None
        rule, reason = "FIRE-GRADE", "二级注册消防工程师在取得资格的省份注册"
    else:
        region = facts.employer.region_code if facts.employer else None
        rule, reason = "REG-AUTH", "向聘用单位所在省份的消防救援总队申请"
    advised = next((one for one in corps if region and _province(one.region_code) == _province(region)), None)
    return Advice(advised, rule, reason, corps)


def _chosen_body(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    return common.chosen_body(advise(facts), "消防机构", facts, say)


def _grade(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    qualification, authority = facts.qualification, facts.authority
    if qualification is None:
        return
    second = facts.grade is Grade.SECOND
    if not second:
        yield say(met=True, message="一级注册消防工程师可在全国注册", present="一级", needed="一级：全国")
        return
    if authority is None:
        return
    met = _province(authority.region_code) == _province(qualification.region_code)
    yield say(
        met=met,
        message="在取得资格的省份注册" if met else "二级注册消防工程师应在取得资格的省份注册",
        present=f"二级，选择{authority.name}",
        needed="取得资格的省份的消防救援总队",
        advice=None if met else "请选择取得资格的省份的总队",
        path=("authority",),
    )


def _employer(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    employer = facts.employer
    if not facts.form.get("employer_name"):
        return
    met = employer is not None and (employer.fire_agency or employer.key_unit)
    kinds = {
        "消防技术服务机构": employer and employer.fire_agency,
        "消防安全重点单位": employer and employer.key_unit,
    }
    present = "、".join(word for word, is_so in kinds.items() if is_so)
    yield say(
        met=met,
        message=f"聘用单位为{present}" if met else f"聘用单位应为{EMPLOYER_KINDS}",
        present=present or ("单位在册，不属于这两类" if employer else "单位不在册"),
        needed=EMPLOYER_KINDS,
        advice=None if met else "请从单位列表中选择，或请单位先办理在册登记",
        path=FIELDS["employer_name"].path,
    )


def _initial(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    if facts.qualification is None:
        return
    obtained = facts.qualification.obtained_on
    late = settle_kind(facts.kind, obtained, facts.day) is RegistrationKind.LATE_INITIAL
    yield say(
        met=not late,
        severity=Severity.ADVICE if late else Severity.BLOCKING,
        message="取得资格已满1年，按逾期初始注册办理，须完成继续教育"
        if late
        else "取得资格未满1年，按初始注册办理",
        present=f"{obtained}取得资格",
        needed=f"{years_later(obtained, INITIAL_YEARS)}前申请为初始注册",
        advice="请上传继续教育证明" if late else None,
        path=FIELDS["qualification_id"].path,
    )


def _province(code: str | None) -> str | None:
    return code[:PROVINCE_DIGITS] if code else None


# fmt: off
RULES = (
    ruled("REG-KIND", "现在能办理这种注册吗？", ORDER_143, "按注册状态", common.kind_is_legal),
    ruled("REG-ONE", "有正在办理的同类申请吗？", MANUAL, "同类申请只能有一件", common.one_case),
    ruled("REG-PLEDGE", "勾选诚信承诺书了吗？", MANUAL, f"{PLEDGE.edition}版", common.pledge_ticked(PLEDGE)),
    ruled("REG-FORM", "必填项都填了吗？", FILING, "全部必填项", common.form_filled(FORMS.values())),
    ruled("REG-ID", "证件号码有效吗？", "GB 11643", "18位，校验位正确", common.identity_valid),
    ruled("REG-PHOTO", "照片符合规格吗？", MANUAL, PHOTO.words, photo_fits(PHOTO), changeable=True),
    ruled("REG-FILE", "附件的格式和大小符合要求吗？", MANUAL, "JPG、PNG、不超过300KB", files_fit(FORMS.values())),
    ruled("REG-DOCS", "应交的附件齐全吗？", FILING, "见附件清单", documents_complete(FORMS.values())),
    ruled("REG-EMPLOYER", "填写聘用单位了吗？", ORDER_143, "单位名称及统一社会信用代码", common.employer_named, kinds=PRACTISING),
    ruled("REG-TWO", "同时注册在其他单位吗？", ORDER_143, "只注册在一个单位", common.one_employer, kinds=(*PRACTISING, _K.REISSUE)),
    ruled("REG-CHANGE", "变更项与填写内容一致吗？", ORDER_143, "勾选的项有变化，变化的项已勾选", kind_rules.changes_stated(FORMS.values()), kinds=(_K.CHANGE,)),
    ruled("REG-SAME", "注册内容有没有变化？", ORDER_143, "与原注册一致", kind_rules.nothing_changed, kinds=kind_rules.STILL_THE_SAME),
    ruled("FIRE-REISSUE", "补办的对象存在吗？", MANUAL, "有效的注册证、执业印章", kind_rules.reissue_possible, kinds=(_K.REISSUE,)),
    ruled("REG-AUTH", "向哪个机构申请？", f"{ORDER_143}第十二条", "聘用单位所在省份的总队", _chosen_body),
    ruled("FIRE-GRADE", "这一级别可以在这里注册吗？", ORDER_143, "一级：全国；二级：取得资格的省份", _grade, kinds=PRACTISING),
    ruled("FIRE-WHO", "聘用单位可以聘用注册消防工程师吗？", f"{ORDER_143}第九条", EMPLOYER_KINDS, _employer, kinds=PRACTISING),
    ruled("FIRE-AGE", "年龄符合要求吗？", ORDER_143, f"不超过{OLDEST_YEARS}周岁", age_at_most(OLDEST_YEARS), kinds=PRACTISING),
    ruled("FIRE-INITIAL", "是否在初始注册的期限内？", ORDER_143, f"取得资格后{INITIAL_YEARS}年内", _initial, kinds=FIRST_TIME),
    ruled("FIRE-HOURS", "继续教育学时够吗？", ORDER_143, HOURS_WORDS, hours_proved),
    told_only("FIRE-PRACTICE", "注册期内有执业业绩吗？", ORDER_143, "延续注册须交本注册期的执业业绩"),
    told_only("FIRE-VALID", "注册有效多久？", ORDER_143, f"{PERIOD_YEARS}年"),
    told_only("FIRE-WINDOW", "何时可以延续注册？", f"{ORDER_143}第十七条", RENEWAL.words),
    told_only("FIRE-TIME", "多久办结？", f"{ORDER_143}第十三至十五条", "受理5、决定20（可延10）、制证10个工作日"),
)
# fmt: on

EDITION_2017 = Rulebook(
    id="FIRE-2017-1",
    valid_from=date(2017, 10, 1),
    profession=Profession.FIRE_ENGINEER,
    doors=(
        _K.INITIAL,
        _K.RENEWAL,
        _K.CHANGE,
        _K.RE_REGISTRATION,
        _K.REISSUE,
        _K.DEREGISTRATION,
    ),
    forms=FORMS,
    validity_years=PERIOD_YEARS,
    renewal=RENEWAL,
    correction_workdays=30,
    procedure_law=f"{ORDER_143}第十三至十五条",
    numbers=NumberForms(
        receipt="{short}消注 {year}-{serial:06d}",
        certificate="{short}{grade}消{year}{serial:06d}",
        seal="{short}{grade}消章{year}{serial:06d}",
    ),
    grade_digits={Grade.FIRST: "1", Grade.SECOND: "2"},
    settle_kind=settle_kind,
    advise=advise,
    rules=RULES,
)

EDITIONS = (EDITION_2017,)
