"""Rules about continuing education: the hours that count in a period, their proofs, and doubles among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product

from models.kernel.rules import Finding, Severity
from models.professions.asking import Check, Say, years_before
from models.professions.facts import CaseFacts, HoursFacts
from models.professions.rulebook import HoursNeed, KindForm
from models.registration.form import HOURS
from models.registration.kinds import RegistrationKind


@dataclass(frozen=True)
class Counted:
    """Hours that count for a case: class hours in all and of the own specialties, and the records they come from."""

    total: float
    own: float
    records: tuple[HoursFacts, ...]


def period_begins(day: date, validity_years: int) -> date:
    """A period of registration looks back as long as a registration is valid."""
    return years_before(day, validity_years)


def counting_since(facts: CaseFacts, validity_years: int) -> date:
    """The first day of the period whose hours count: a renewal's is the registration that it goes on from (S4-22)."""
    begins = period_begins(facts.day, validity_years)
    if facts.kind is RegistrationKind.RENEWAL and facts.original:
        return max(begins, facts.original.valid_from)
    return begins


def counted(facts: CaseFacts, validity_years: int) -> Counted:
    """Records that ended within the period and count nowhere else. Of two that may be one, the imported one counts."""
    since = counting_since(facts, validity_years)
    within = [one for one in facts.hours if since <= one.until <= facts.day and not one.counted_elsewhere]
    twice = {declared.id for declared, _ in doubles(within)}
    records = tuple(one for one in within if one.id not in twice)
    specialties = set(facts.form.get("specialties") or ())
    own = sum(one.hours for one in records if one.specialty in specialties)
    return Counted(sum(one.hours for one in records), own, records)


def doubles(records: Iterable[HoursFacts]) -> list[tuple[HoursFacts, HoursFacts]]:
    """Declared records beside imported ones of the same provider and specialty whose days overlap."""
    known = list(records)
    declared, imported = [one for one in known if one.declared], [one for one in known if not one.declared]
    return [pair for pair in product(declared, imported) if _same(*pair)]


def hours_enough(forms: Iterable[KindForm], validity_years: int) -> Check:
    """In all, and of the own specialty."""
    needs = {form.kind: form.hours for form in forms}

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        need = needs[facts.kind]
        if need is None:
            return
        found = counted(facts, validity_years)
        met = found.total >= need.total and found.own >= need.own
        since = counting_since(facts, validity_years)
        yield say(
            met=met,
            message="继续教育学时已满足" if met else _short(found, need),
            present=f"{found.total:g}学时，其中本专业{found.own:g}学时",
            needed=f"{since}以来{need_words(need)}",
            advice=None if met else "完成后仍未显示的，请自行添加学时记录并上传证书",
            path=HOURS.path,
        )

    return check


def hours_proved(forms: Iterable[KindForm], validity_years: int) -> Check:
    """Every record that the applicant entered and that counts carries its certificate."""
    needs = {form.kind: form.hours for form in forms}

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        if needs[facts.kind] is None:
            return
        for one in counted(facts, validity_years).records:
            if one.declared:
                yield say(
                    met=one.proved,
                    message=f"{one.provider}的{one.hours:g}学时已上传证书"
                    if one.proved
                    else f"自填学时须上传继续教育证书：{one.provider}，{one.hours:g}学时",
                    present="已上传证书" if one.proved else "没有证书",
                    needed="含姓名、所学专业、学时数的证书",
                    advice=None if one.proved else "请在该条学时记录中上传证书",
                    path=HOURS.path,
                )

    return check


def hours_once(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """A declared record that an imported one repeats is pointed at; it does not count."""
    for declared, imported in doubles(facts.hours):
        yield say(
            severity=Severity.WARNING,
            message=f"与{imported.provider}导入的记录可能重复，请核对：自填{declared.hours:g}学时"
            f"（{declared.since}至{declared.until}）",
            present=f"自填{declared.hours:g}学时，导入{imported.hours:g}学时",
            needed="同一次学习只计一次",
            advice="确认重复的，请合并；不重复的，请更正起止时间",
            path=HOURS.path,
        )


def need_words(need: HoursNeed) -> str:
    own = f"，其中本专业不少于{need.own:g}学时" if need.own else ""
    return f"不少于{need.total:g}学时{own}"


def _short(found: Counted, need: HoursNeed) -> str:
    own = f"（本专业{found.own:g}，需{need.own:g}）" if need.own else ""
    return f"继续教育{found.total:g}学时，需{need.total:g}学时{own}"


def _same(declared: HoursFacts, imported: HoursFacts) -> bool:
    """Provider, specialty and days agree. A specialty left open agrees with any."""
    return (
        "".join(declared.provider.split()) == "".join(imported.provider.split())
        and (None in (declared.specialty, imported.specialty) or declared.specialty == imported.specialty)
        and declared.since <= imported.until
        and imported.since <= declared.until
    )
