"""The papers of an applicant, drawn once each."""

from datetime import date
from random import Random

from api.demo.employers import Firm
from api.demo.people import Applicant
from api.demo.portrait import portrait
from api.demo.scans import Sheet, scan
from models.authorities.kinds import Grade
from models.registration.kinds import AttachmentKind as Kind
from models.registration.words import SEX_WORDS

GRADES = {Grade.FIRST: "一级", Grade.SECOND: "二级"}
FILE_NAMES = {
    Kind.QUALIFICATION: "资格证书.jpg",
    Kind.IDENTITY: "身份证正反面.jpg",
    Kind.CONTRACT: "劳动合同.jpg",
    Kind.HOURS_PROOF: "继续教育证明.jpg",
    Kind.LEAVING_PROOF: "离职证明.jpg",
    Kind.PRACTICE_RECORD: "执业业绩.jpg",
}
PHOTO_NAME = "证件照.jpg"


def photo_of(who: Applicant) -> bytes:
    if "photo" not in who.drawn:
        who.drawn["photo"] = portrait(who.sex, Random(who.number))  # noqa: S311 a repeatable face
    return who.drawn["photo"]


def paper_of(who: Applicant, firm: Firm, kind: Kind, day: date) -> bytes:
    """The scan for a slot of the checklist."""
    if kind not in who.drawn:
        who.drawn[kind] = scan(_SHEETS[kind](who, firm, day))
    return who.drawn[kind]


def plain_paper_of(who: Applicant, firm: Firm, kind: Kind, title: str, day: date) -> bytes:
    """The scan for a slot of another profession's checklist."""
    if kind not in who.drawn:
        lines = (f"姓名：{who.name}", f"证件号码：{who.number}", f"单位：{firm.name}", f"日期：{day}")
        picture = photo_of(who) if kind is Kind.HOLDING_IDENTITY else None
        who.drawn[kind] = scan(Sheet(title, lines, seal="单位公章", photo=picture))
    return who.drawn[kind]


def _identity(who: Applicant, firm: Firm, day: date) -> Sheet:
    lines = (
        f"姓名：{who.name}",
        f"性别：{SEX_WORDS[who.sex]}    民族：汉",
        f"出生：{who.born.year}年{who.born.month}月{who.born.day}日",
        f"住址：{who.address}",
        "",
        f"公民身份号码：{who.number}",
    )
    return Sheet("居民身份证", lines, photo=photo_of(who), framed=True)


def _qualification(who: Applicant, firm: Firm, day: date) -> Sheet:
    assert who.grade is not None, "fire engineers have a grade"
    lines = (
        f"姓名：{who.name}",
        f"性别：{SEX_WORDS[who.sex]}",
        f"证件号码：{who.number}",
        f"级别：{GRADES[who.grade]}",
        f"证书编号：{who.certificate}",
        f"批准日期：{who.qualified_on}",
        "",
        "上列人员通过考试，取得注册消防工程师资格。",
    )
    return Sheet("注册消防工程师资格证书", lines, seal="考试机构", photo=photo_of(who))


def _contract(who: Applicant, firm: Firm, day: date) -> Sheet:
    lines = (
        f"甲方：{firm.name}",
        f"统一社会信用代码：{firm.credit_code}",
        f"乙方：{who.name}",
        f"证件号码：{who.number}",
        "一、甲方聘用乙方从事消防技术工作。",
        "二、合同为固定期限，期限见双方约定。",
        "三、乙方只在甲方注册和执业。",
        "",
        "甲方（盖章）              乙方（签字）",
        f"{firm.name}    {who.name}",
    )
    return Sheet("劳 动 合 同", lines, seal="合同专用章")


def _hours(who: Applicant, firm: Firm, day: date) -> Sheet:
    lines = (
        f"姓名：{who.name}",
        f"证件号码：{who.number}",
        f"年度：{day.year - 1}",
        "法律法规与职业道德：4学时",
        "专业技术：12学时",
        "消防安全管理：4学时",
        "合计：20学时",
    )
    return Sheet("继续教育证明", lines, seal="继续教育")


def _leaving(who: Applicant, firm: Firm, day: date) -> Sheet:
    lines = (
        f"姓名：{who.name}",
        f"证件号码：{who.number}",
        "双方协商一致，劳动合同已经解除。",
        f"日期：{day}",
    )
    return Sheet("解除劳动合同证明", lines, seal="人事专用章")


def _practice(who: Applicant, firm: Firm, day: date) -> Sheet:
    lines = (
        f"姓名：{who.name}",
        f"执业单位：{firm.name}",
        f"{day.year - 2}年：消防设施检测项目3个",
        f"{day.year - 1}年：消防设施检测项目4个，消防安全评估项目1个",
    )
    return Sheet("执业业绩", lines, seal="单位公章")


_SHEETS = {
    Kind.LEAVING_PROOF: _leaving,
    Kind.PRACTICE_RECORD: _practice,
    Kind.IDENTITY: _identity,
    Kind.QUALIFICATION: _qualification,
    Kind.CONTRACT: _contract,
    Kind.HOURS_PROOF: _hours,
}
