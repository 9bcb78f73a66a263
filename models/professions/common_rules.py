"""Rules that every profession asks; each takes what differs between professions."""

from collections.abc import Iterable
from datetime import date

from stdnum.cn import uscc

from models.kernel.rules import Finding, Severity
from models.people.identity import identity_facts, identity_problem
from models.people.kinds import IdentityKind
from models.professions.asking import Check, Say, blank
from models.professions.facts import CaseFacts, Standing
from models.professions.rulebook import Advice, KindForm, Pledge
from models.registration.form import FIELDS
from models.registration.kinds import RegistrationKind, TermKind
from models.registration.words import KIND_WORDS

LEGAL_KINDS = {
    Standing.NEVER: {RegistrationKind.INITIAL, RegistrationKind.LATE_INITIAL},
    Standing.VALID: {
        RegistrationKind.CHANGE,
        RegistrationKind.REISSUE,
        RegistrationKind.DEREGISTRATION,
        RegistrationKind.FORCED_DEREGISTRATION,
    },
    Standing.EXPIRING: {
        RegistrationKind.RENEWAL,
        RegistrationKind.CHANGE,
        RegistrationKind.REISSUE,
        RegistrationKind.DEREGISTRATION,
        RegistrationKind.FORCED_DEREGISTRATION,
    },
    Standing.EXPIRED: {RegistrationKind.RE_REGISTRATION, RegistrationKind.DEREGISTRATION},
    Standing.CANCELLED: {RegistrationKind.RE_REGISTRATION},
    Standing.REVOKED: set[RegistrationKind](),
}

STANDING_WORDS = {
    Standing.NEVER: "尚未注册",
    Standing.VALID: "已注册，注册证有效",
    Standing.EXPIRING: "已注册，注册证临期",
    Standing.EXPIRED: "注册证已过期",
    Standing.CANCELLED: "注册已注销",
    Standing.REVOKED: "注册已撤销",
}

NO_REGISTRATION = "没有您的注册信息"
NOT_OFFERED = {RegistrationKind.LATE_INITIAL, RegistrationKind.FORCED_DEREGISTRATION}
"""Never advised: the one is found by the rules, the other is the employer's."""
LEAVING = {RegistrationKind.DEREGISTRATION, RegistrationKind.FORCED_DEREGISTRATION}
EXCLUSIVE = ({RegistrationKind.CHANGE, RegistrationKind.RENEWAL},)
SAME_KIND = ({RegistrationKind.INITIAL, RegistrationKind.LATE_INITIAL},)
"""A late initial registration is an initial one by another name."""


def kind_is_legal(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """REG-KIND: the kind fits where the person stands; a renewal before its window says when that opens (D-10)."""
    legal = LEGAL_KINDS[facts.standing]
    met = facts.kind in legal
    others = "、".join(KIND_WORDS[kind] for kind in RegistrationKind if kind in legal - NOT_OFFERED)
    opens = _opens_on(facts)
    yield say(
        met=met,
        message=f"可以办理{KIND_WORDS[facts.kind]}"
        if met
        else f"现在不能办理{KIND_WORDS[facts.kind]}：{opens[1] if opens else _why_not(facts)}",
        present=STANDING_WORDS[facts.standing],
        needed=f"可办理：{others}" if others else "处罚期满后方可申请",
        advice=None if met or not others else opens[2] if opens else f"请办理{others}{_look_again(facts)}",
        met_at=opens[0] if opens else None,
    )


def _why_not(facts: CaseFacts) -> str:
    never = facts.standing is Standing.NEVER
    return STANDING_WORDS[facts.standing] + (f"，{NO_REGISTRATION}" if never else "")


def _look_again(facts: CaseFacts) -> str:
    """Whoever was registered once, under another number or in an earlier system, is told what to do (S2-25, S2-26)."""
    if facts.standing is not Standing.NEVER:
        return ""
    return "；曾经注册过的，请核对证件号码与上次注册时是否一致，仍查不到或证件信息有误的，请联系注册机构更正后再申请"


def _opens_on(facts: CaseFacts) -> tuple[date, str, str] | None:
    """The day on which a renewal can be filed, and the words for it, while that is still to come."""
    if (
        facts.kind is not RegistrationKind.RENEWAL
        or facts.standing is not Standing.VALID
        or not facts.original
    ):
        return None
    opens, until = facts.original.renewal_opens_on, facts.original.valid_until
    return opens, f"{opens}起可以申请，注册证有效期至{until}", f"请在{opens}至{until}之间申请"


def conflicting(kind: RegistrationKind, other: RegistrationKind) -> bool:
    """May two open cases of these kinds not stand beside each other?

    Whatever the person has open does not keep the employer from its own deregistration.
    """
    if RegistrationKind.FORCED_DEREGISTRATION in (kind, other):
        return {kind, other} <= LEAVING
    if kind is other or RegistrationKind.DEREGISTRATION in (kind, other):
        return True
    return any(kind in pair and other in pair for pair in (*EXCLUSIVE, *SAME_KIND))


def one_case(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """REG-ONE."""
    others = [case for case in facts.other_cases if conflicting(facts.kind, case.kind)]
    for case in others:
        yield say(
            message=f"您有一件{KIND_WORDS[case.kind]}（{case.number or '草稿'}）正在办理，"
            f"办结或撤回后才能办理{KIND_WORDS[facts.kind]}",
            present=f"{KIND_WORDS[case.kind]} {case.number or '草稿'}",
            needed="没有正在办理的同类申请",
            advice="请先办结、撤回或删除那一件",
        )
    if not others:
        yield say(met=True, message="没有正在办理的同类申请", needed="没有正在办理的同类申请")


def pledge_ticked(pledge: Pledge) -> Check:
    """REG-PLEDGE."""

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        met = facts.pledge_edition == pledge.edition
        yield say(
            met=met,
            message="已勾选诚信承诺书" if met else "请阅读并勾选诚信承诺书",
            present=f"已勾选 {facts.pledge_edition} 版" if facts.pledge_edition else "未勾选",
            needed=f"勾选 {pledge.edition} 版",
            advice=None if met else "在第一步阅读诚信承诺书并勾选",
            path=("pledge",),
        )

    return check


def form_filled(forms: Iterable[KindForm]) -> Check:
    """REG-FORM: one finding per required field that is empty, one for all when none is."""
    required = {form.kind: form.required for form in forms}

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        columns = [*required[facts.kind], *_dependent(facts)]
        empty = [FIELDS[column] for column in columns if blank(facts.form.get(column))]
        for field in empty:
            yield say(
                message=f"{field.label}为必填项",
                present="未填写",
                needed="必填",
                advice=f"请填写{field.label}",
                path=field.path,
            )
        if not empty:
            yield say(met=True, message="必填项已全部填写", present=f"{len(columns)}项", needed="全部必填项")

    return check


def _dependent(facts: CaseFacts) -> list[str]:
    return ["term_until"] if facts.form.get("term") == "FIXED" else []


def identity_valid(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """REG-ID. The number itself never stands in a finding."""
    number, kind = facts.form.get("identity_number"), facts.form.get("identity_kind")
    if not number or not kind:
        return
    wrong = _wrong_number(IdentityKind(kind), str(number), facts)
    yield say(
        met=wrong is None,
        message=wrong or "证件号码有效",
        present=f"尾号{str(number)[-4:]}",
        needed="18位，校验位正确" if kind == IdentityKind.RESIDENT else "有效的证件号码",
        advice=None if wrong is None else "请核对证件原件",
        path=FIELDS["identity_number"].path,
    )


def _wrong_number(kind: IdentityKind, number: str, facts: CaseFacts) -> str | None:
    if kind is IdentityKind.RESIDENT_OLD:
        return "请先更新身份证号：一代身份证号须换成18位"
    problem = identity_problem(kind, number)
    if problem:
        return problem.message
    known, born = identity_facts(number), facts.form.get("birth_date")
    if kind is IdentityKind.RESIDENT and known and born and known.birth_date != born:
        return f"身份证号中的出生日期{known.birth_date}与填写的{born}不一致"
    if facts.identity_taken:
        return "该证件号码已用于另一账号，请用原账号登录，或联系主管机构更正"
    return None


def employer_named(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """REG-EMPLOYER."""
    name, code = facts.form.get("employer_name"), facts.form.get("employer_code")
    named = not blank(name) and not blank(code)
    valid = named and uscc.is_valid(str(code))
    yield say(
        met=valid,
        message="已填写聘用单位"
        if valid
        else ("统一社会信用代码校验不正确" if named else "请填写聘用单位及统一社会信用代码"),
        present=f"{name} {code}" if named else "未填写",
        needed="单位名称及有效的统一社会信用代码",
        advice=None if valid else "请按营业执照填写，或从单位列表中选择",
        path=FIELDS["employer_code"].path,
    )


def term_in_order(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """An open-ended employment has no last day; a fixed one ends after it begins."""
    term, begins, ends = (facts.form.get(column) for column in ("term", "term_from", "term_until"))
    if term is None:
        return
    open_ended = term == TermKind.OPEN_ENDED
    reversed_ = not open_ended and begins is not None and ends is not None and ends < begins
    met = not (open_ended and ends) and not reversed_
    yield say(
        met=met,
        message="聘用期限填写正确"
        if met
        else ("聘用终止日期早于起始日期" if reversed_ else "截止日期请填写“无固定期限”，不填终止日期"),
        present=f"{begins or '未填写'}至{ends or ('无固定期限' if open_ended else '未填写')}",
        needed="与合同一致；无固定期限的不填终止日期",
        advice=None if met else "请按合同更正聘用期限",
        path=FIELDS["term_until"].path,
    )


def one_employer(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """REG-TWO. Whoever changes the employer, or whose registration is over, leaves the other one by the grant."""
    moving = facts.kind in (RegistrationKind.CHANGE, RegistrationKind.RE_REGISTRATION)
    elsewhere = None if moving else facts.employed_at
    yield say(
        met=elsewhere is None,
        message=f"您已注册在{elsewhere}，请办理变更注册" if elsewhere else "没有注册在其他单位",
        present=elsewhere or "没有注册在其他单位",
        needed="同一执业资格只注册在一个单位",
        advice="请办理变更注册" if elsewhere else None,
        path=FIELDS["employer_name"].path,
    )


def chosen_body(advice: Advice, body: str, facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """REG-AUTH: blocking when the body does not review this, a warning when another one is advised."""
    chosen, advised = facts.authority, advice.advised
    legal = chosen is not None and any(chosen.id == choice.id for choice in advice.choices)
    as_advised = legal and (advised is None or (chosen is not None and chosen.id == advised.id))
    if not chosen:
        message = f"请选择{body}"
    elif not legal:
        message = f"{chosen.name}不办理此项注册，请另选"
    elif as_advised:
        message = f"已选择{chosen.name}"
    else:
        message = f"按{advice.rule}应选择{advised.name if advised else ''}；您选择的是{chosen.name}"
    yield say(
        met=as_advised,
        severity=Severity.WARNING if legal else Severity.BLOCKING,
        message=message,
        present=chosen.name if chosen else "未选择",
        needed=advised.name if advised else "办理此项注册的机构",
        advice=None if as_advised else advice.reason,
        path=("authority",),
    )
