"""Rules about the person: age, capacity, specialty, work experience."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from models.kernel.rules import Finding, Severity
from models.professions.asking import Check, Say, full_years, years_later
from models.professions.facts import CaseFacts, WorkFacts
from models.professions.rulebook import Specialty
from models.registration.form import EXPERIENCE, FIELDS, SPECIALTIES


def age_at_most(oldest: int) -> Check:
    """On the day of submission; the birthday itself still counts."""

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        born = facts.form.get("birth_date")
        if born is None:
            return
        age, met = full_years(born, facts.day), facts.day <= years_later(born, oldest)
        yield say(
            met=met,
            message=f"年龄{age}周岁，符合要求" if met else f"申请人应不超过{oldest}周岁，您已满{age}周岁",
            present=f"{age}周岁",
            needed=f"不超过{oldest}周岁（申请之日）",
            path=FIELDS["birth_date"].path,
        )

    return check


def capable(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """Declared; an answer that is missing is a gap of the form."""
    declared = facts.form.get("capable")
    if declared is None:
        return
    yield say(
        met=bool(declared),
        message="已声明具有完全民事行为能力" if declared else "申请人应具有完全民事行为能力",
        present="已声明" if declared else "声明不具有",
        needed="具有完全民事行为能力",
        path=FIELDS["capable"].path,
    )


def specialties_chosen(offered: tuple[Specialty, ...], most: int) -> Check:
    """At least one of the list and at most so many, none twice."""
    names = {one.code: one.name for one in offered}

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        chosen = facts.form.get("specialties") or []
        unknown = [code for code in chosen if code not in names]
        met = bool(chosen) and not unknown and len(set(chosen)) == len(chosen) <= most
        said = "、".join(names.get(code, code) for code in chosen)
        yield say(
            met=met,
            message=f"注册专业类别：{said}" if met else _wrong_choice(said, unknown, len(chosen), most),
            present=said or "未选择",
            needed=f"列表中的专业类别，{'1个' if most == 1 else f'1至{most}个，不重复'}",
            advice=None if met else "请选择注册专业类别",
            path=SPECIALTIES.path,
        )

    return check


def as_examined(free_before: date) -> Check:
    """What was examined or is registered, or, qualified before examinations had specialties, one free choice (S4-10)."""

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        qualification, chosen = facts.qualification, facts.form.get("specialties") or []
        if qualification is None or not chosen:
            return
        registered = facts.original.form.get("specialties") or [] if facts.original else []
        free = qualification.obtained_on < free_before and not qualification.choice_used
        met = free or set(chosen) <= {*qualification.specialties, *registered}
        yield say(
            met=met,
            message=_choice_words(free, met, used=qualification.choice_used),
            present=f"{qualification.obtained_on}取得资格",
            needed=f"与考试类别一致；{free_before}前取得资格的，可自主选择一次",
            advice=None if met else "请选择考试合格的类别",
            path=SPECIALTIES.path,
        )

    return check


def _choice_words(free: bool, met: bool, *, used: bool) -> str:
    if free:
        return "可按实际工作自主选择类别，仅限一次机会，准予注册后即用完"
    if met:
        return "与考试类别一致"
    return "自主选择类别的机会已使用" if used else "所选类别与考试类别不一致"


def _wrong_choice(said: str, unknown: list[str], count: int, most: int) -> str:
    if not count:
        return "请选择注册专业类别"
    if unknown:
        return f"没有这个专业类别：{'、'.join(unknown)}"
    if count > most:
        return f"最多注册{most}个专业，您选择了{count}个：{said}"
    return f"专业类别重复：{said}"


def experience_in_order(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """Pieces that overlap are pointed at, never refused: one may have worked for two at a time."""
    if not facts.experience:
        yield say(
            severity=Severity.ADVICE,
            message="没有填写工作经历；与所申请业务无关的可以不填",
            present="0段",
            needed="与所申请业务有关的工作经历",
            advice="有相关工作经历的，请添加",
            path=EXPERIENCE.path,
        )
        return
    doubles = [
        pair for pair in combinations(sorted(facts.experience, key=_begins), 2) if _overlap(*pair, facts.day)
    ]
    for one, other in doubles:
        yield say(
            severity=Severity.WARNING,
            message=f"工作经历时间重叠：{_said(one)}与{_said(other)}",
            present=f"{_said(one)}；{_said(other)}",
            needed="各段时间先后相接，不重叠",
            advice="请核对起止时间",
            path=EXPERIENCE.path,
        )
    if not doubles:
        yield say(
            met=True,
            message="工作经历时间先后相接",
            present=f"{len(facts.experience)}段",
            needed="各段时间不重叠",
            path=EXPERIENCE.path,
        )


def _begins(work: WorkFacts) -> date:
    return work.since


def _overlap(one: WorkFacts, other: WorkFacts, day: date) -> bool:
    """`one` begins first; the last day of one may be the first of the next."""
    return (one.until or day) > other.since


def _said(work: WorkFacts) -> str:
    return f"{work.employer}（{work.since}至{work.until or '今'}）"
