"""Which body handles a stage of a case: the chosen one, or one that belongs to it or to the whole country."""

from models.agencies.tables import Employer
from models.authorities.names import has_name
from models.authorities.tables import Authority
from models.professions.rulebook import KindForm, RouteStep
from models.registration.kinds import StageKind

PROVINCE_DIGITS = 2


async def bodies_of(form: KindForm, profession: str, chosen: Authority) -> dict[StageKind, int | None]:
    """Stage to the row key of its body; None where the employer itself handles it."""
    kinds = {step.authority_kind for step in form.route if step.authority_kind not in (None, chosen.kind)}
    others = await Authority.filter(has_name("professions", profession), kind__in=list(kinds)).order_by("id")
    return {step.stage: _body(step, chosen, others) for step in form.route}


def _body(step: RouteStep, chosen: Authority, others: list[Authority]) -> int | None:
    """Of its kind: the one below the chosen body, else the nationwide one; the chosen body where there is neither."""
    if step.role is None:
        return None
    able = [one for one in others if one.kind is step.authority_kind and step.stage in one.stages]
    below = [one for one in able if one.parent_id == chosen.id]
    nationwide = [one for one in able if not one.region_code]
    return int(next(iter((*below, *nationwide)), chosen).id)


def region_of(chosen: Authority, employer: Employer | None) -> str:
    """Where a case belongs: the employer's place, if the chosen body is responsible for it; else that body's region."""
    region = chosen.region_code or ""
    if employer and employer.region_code[:PROVINCE_DIGITS].startswith(region[:PROVINCE_DIGITS]):
        return employer.region_code
    return region
