"""Which body examines first: by category, by the employer's group, by province, in this order."""

from collections.abc import Iterator

from models.authorities.kinds import AuthorityKind
from models.professions.facts import AuthorityFacts, CaseFacts
from models.professions.rulebook import Advice

PROVINCE_DIGITS = 2
_PROVINCIAL = (AuthorityKind.COAL_MINE_BODY, AuthorityKind.PROVINCIAL_BODY)
FIRST_BODIES = (AuthorityKind.OTHER_MINISTRY, AuthorityKind.CENTRAL_ENTERPRISE, *_PROVINCIAL)


def advise_in_order(facts: CaseFacts) -> Advice:
    """Another ministry that examines the category; the group of the employer; the body of its province, which for a
    category of a body of its own is that body, where the province has one."""
    choices = tuple(one for one in facts.choices if one.kind in FIRST_BODIES)
    chosen = set(facts.form.get("specialties") or ())
    ministry = _first(
        one for one in choices if one.kind is AuthorityKind.OTHER_MINISTRY and _examines(one, chosen)
    )
    if ministry:
        return Advice(ministry, "第1条", f"此类别由{ministry.name}管理", choices)
    employer = facts.employer
    group = _first(one for one in choices if employer and employer.central_body == one.id)
    if group:
        return Advice(group, "第2条", f"聘用单位属于{group.name}", choices)
    here = [one for one in choices if one.kind in _PROVINCIAL and _same_province(one, facts)]
    own = _first(one for one in here if one.kind is AuthorityKind.COAL_MINE_BODY and _examines(one, chosen))
    body = own or _first(one for one in here if one.kind is AuthorityKind.PROVINCIAL_BODY)
    if own:
        return Advice(own, "第3条", "此类别由所在省份的煤矿安全监察机构初审", choices)
    return Advice(body if chosen else None, "第3条", "由聘用单位所在省份的应急管理部门初审", choices)


def _examines(body: AuthorityFacts, chosen: set[str]) -> bool:
    return bool(chosen & set(body.specialties))


def _same_province(body: AuthorityFacts, facts: CaseFacts) -> bool:
    region = facts.employer.region_code if facts.employer else None
    return bool(
        region and body.region_code and body.region_code[:PROVINCE_DIGITS] == region[:PROVINCE_DIGITS]
    )


def _first(bodies: Iterator[AuthorityFacts]) -> AuthorityFacts | None:
    return next(bodies, None)
