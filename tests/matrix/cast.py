"""Everybody who might look at a case, near and far."""

from dataclasses import dataclass

from models.authorities.kinds import Profession, ReviewerRole
from models.kernel.viewer import PUBLIC_VIEWER, Viewer, ViewerKind
from models.professions.shelf import SHELF
from tests.everybody.bodies import ELSEWHERE, HERE, Bodies, bodies, reviewer
from tests.everybody.handling import Case
from tests.everybody.people import clerk_of, employer, engineer

PLACE_DIGITS = 4
ROLES = tuple(ReviewerRole)


@dataclass(frozen=True)
class Watcher:
    """Somebody, under a name that a failing test says."""

    name: str
    viewer: Viewer


async def watchers_of(case: Case) -> list[Watcher]:
    """The parties; for each body every role alone and the head, all roles in the case's region, in another region,
    for another profession, and no role; the same bodies elsewhere; strangers of every kind of account."""
    found = [Watcher("applicant", case.who.viewer), Watcher("employer", case.who.clerk)]
    found += await _at(case.at, "here")
    found += await _elsewhere(case.at.profession)
    return [*found, *await _strangers(case.at.profession)]


async def _at(at: Bodies, where: str) -> list[Watcher]:
    found = [Watcher(f"{where}: {stage}", one) for stage, one in at.officers.items()]
    other = next(name for name in SHELF if name is not at.profession)
    for body in {one.id: one for one in at.handling.values()}.values():
        name = f"{where}, {body.name}"
        found += [
            Watcher(f"{name}: head", at.heads[body.id]),
            Watcher(
                f"{name}: of the city", await reviewer(body, at.profession, *ROLES, region=f"{HERE[:3]}1")
            ),
            Watcher(f"{name}: of another region", await reviewer(body, at.profession, *ROLES, region="33")),
            Watcher(f"{name}: of another profession", await reviewer(body, other, *ROLES)),
            Watcher(f"{name}: without a role", await reviewer(body, at.profession)),
        ]
    return found


async def _elsewhere(profession: Profession) -> list[Watcher]:
    far = await bodies(profession, elsewhere=True)
    return [Watcher(f"{ELSEWHERE}: {stage}", one) for stage, one in far.officers.items()]


async def _strangers(profession: Profession) -> list[Watcher]:
    firm = await employer(name="无锡听雨技术有限公司")
    kinds = (ViewerKind.ADMINISTRATOR, ViewerKind.PROVIDER, ViewerKind.STATION)
    return [
        Watcher("another person", (await engineer(profession, name="赵听雨")).viewer),
        Watcher("another employer", await clerk_of(firm)),
        Watcher("person without a record", Viewer(ViewerKind.PERSON, 900_001, 900_001)),
        Watcher("employer without a record", Viewer(ViewerKind.EMPLOYER, 900_002, 900_002)),
        *(
            Watcher(kind.lower(), Viewer(kind, 900_003 + place, 900_003 + place))
            for place, kind in enumerate(kinds)
        ),
        Watcher("public", PUBLIC_VIEWER),
    ]
