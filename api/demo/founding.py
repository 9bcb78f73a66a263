"""What there is before anybody applies: bodies with contacts, reviewers, employers. No step makes these yet."""

from dataclasses import dataclass, field
from typing import Any

from api.demo.board import post_notices
from api.demo.bodies import BODIES, FIRE, Body
from api.demo.employers import FIRMS
from api.demo.events import DemonstrationBegun
from api.demo.officers import ADMINISTRATOR_MOBILE, OFFICERS, Officer
from models.agencies.tables import Employer, EmployerNature, EmployerState
from models.authorities.kinds import ReviewerRole
from models.authorities.tables import Authority, Contact, Reviewer, RoleGrant
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.people.events import AccountOpened, PasswordSet
from models.people.kinds import AccountKind, AccountState
from models.people.sessions import viewer_of_account
from models.people.tables import Account

HOURS = "工作日 9:00-11:30、13:30-17:00"


@dataclass
class Place:
    """The rows that stories refer to, by their names."""

    corps: dict[str, Authority] = field(default_factory=dict)
    """By the first two digits of the region."""
    firms: dict[str, Employer] = field(default_factory=dict)
    officers: list[Viewer] = field(default_factory=list)

    def able(self, role: ReviewerRole, corps: Authority, region: str | None) -> list[Viewer]:
        """Reviewers of a corps who may do a role's work in a region."""
        return [
            one for one in self.officers if one.authority_id == corps.id and one.has_role(role, FIRE, region)
        ]


async def found(password_hash: str) -> Place:
    """Bodies, employers, reviewers and the administrator; every account with the same password."""
    place, bodies = Place(), dict[str, Authority]()
    for body in BODIES:
        parent = bodies.get(body.parent or "")
        bodies[body.name] = (await found_body(SYSTEM_VIEWER, body=body, parent=parent)).value
    place.corps = {
        one.region_code[:2]: one for one in bodies.values() if one.kind == "CORPS" and one.region_code
    }
    for firm in FIRMS:
        done = await found_employer(SYSTEM_VIEWER, serial=FIRMS.index(firm), password_hash=password_hash)
        place.firms[firm.name] = done.value
    for officer in OFFICERS:
        at = bodies[officer.body]
        done_account = await appoint(SYSTEM_VIEWER, officer=officer, at=at, password_hash=password_hash)
        place.officers.append(await viewer_of_account(done_account.value))
    await appoint_administrator(SYSTEM_VIEWER, password_hash=password_hash)
    await post_notices(SYSTEM_VIEWER, by=bodies[BODIES[0].name])
    return place


PEOPLE = (("林老师", "程老师"), ("高老师", "白老师"), ("马老师", "施老师"))
"""Two at every body; invented (S4-79)."""


@unit_of_work
async def found_body(unit: Unit, *, body: Body, parent: Authority | None) -> Authority:
    row = await Authority.create(
        name=body.name,
        kind=body.kind,
        parent=parent,
        region_code=body.region,
        professions=[body.profession],
        stages=list(body.stages),
        short_name=body.short_name,
        specialties=list(body.specialties),
    )
    serial = BODIES.index(body) + 1
    await Contact.create(
        authority=row,
        label="注册业务咨询",
        people=list(PEOPLE[serial % len(PEOPLE)]),
        phones=[f"010-5555{serial:04d}", f"010-5556{serial:04d}"],
        email=f"zhuce{serial}@example.cn",
        address=f"{body.city}示例路{serial}号",
        hours=HOURS,
    )
    if serial == 1:
        unit.record(DemonstrationBegun(), row)
    return row


@unit_of_work
async def found_employer(unit: Unit, *, serial: int, password_hash: str) -> Employer:
    firm = FIRMS[serial]
    row = await Employer.create(
        name=firm.name,
        credit_code=firm.credit_code,
        nature=EmployerNature.ENTERPRISE,
        state=EmployerState.ACTIVE,
        fire_agency=firm.agency,
        key_unit=firm.fire and not firm.agency,
        region_code=firm.region,
        address=firm.address,
        phone=firm.phone,
    )
    account = await _account(AccountKind.EMPLOYER, password_hash, mobile=firm.mobile, employer_id=row.id)
    unit.record(AccountOpened(), account)
    unit.record(PasswordSet(), account)
    return row


@unit_of_work
async def appoint(unit: Unit, *, officer: Officer, at: Authority, password_hash: str) -> Account:
    row = await Reviewer.create(name=officer.name, authority_id=at.id)
    for role in officer.roles:
        await RoleGrant.create(
            reviewer_id=row.id, role=role, profession=officer.profession, regions=list(officer.regions)
        )
    return await _account(AccountKind.REVIEWER, password_hash, mobile=officer.mobile, reviewer_id=row.id)


@unit_of_work
async def appoint_administrator(unit: Unit, *, password_hash: str) -> Account:
    return await _account(AccountKind.ADMINISTRATOR, password_hash, mobile=ADMINISTRATOR_MOBILE)


async def _account(kind: AccountKind, password_hash: str, **values: Any) -> Account:
    return await Account.create(kind=kind, state=AccountState.ACTIVE, password_hash=password_hash, **values)
