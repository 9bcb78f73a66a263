"""An applicant who may be registered in a profession, and an employer that may employ such people."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models.agencies.tables import Employer, EmployerState
from models.authorities.kinds import Profession
from models.education.checks import Study
from models.education.steps import import_hours_record
from models.education.tables import HoursRecord
from models.files.tables import FilePurpose
from models.kernel.clock import today
from models.kernel.viewer import SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.kinds import AccountKind, AccountState
from models.people.tables import Account, Qualification
from models.professions.shelf import rulebook_on
from models.registration.kinds import TermKind
from tests.everybody.bodies import HERE
from tests.factories import agency, made, person, picture

WEEKS_AGO = timedelta(days=60)


@dataclass
class Engineer:
    """Somebody who passed the examination, the employer, and the account of that employer."""

    viewer: Viewer
    employer: Employer
    clerk: Viewer


async def engineer(
    profession: Profession, *, qualified_on: date | None = None, name: str = "王海宁"
) -> Engineer:
    """Qualified two months ago unless said."""
    book, viewer = rulebook_on(profession), signed_in(await person(name=name))
    await made(
        Qualification,
        person_id=viewer.person_id,
        profession=profession,
        certificate_number=f"Q{viewer.person_id}",
        grade=next(iter(book.grade_digits), None),
        specialties=specialties(profession),
        obtained_on=qualified_on or today() - WEEKS_AGO,
        region_code=HERE,
    )
    firm = await employer()
    return Engineer(viewer, firm, await clerk_of(firm))


async def employer(**values: Any) -> Employer:
    """One that every profession takes."""
    return await agency(state=EmployerState.ACTIVE, **values)


async def clerk_of(firm: Employer) -> Viewer:
    """The employer's own account, signed in."""
    account = await made(Account, kind=AccountKind.EMPLOYER, state=AccountState.ACTIVE, employer_id=firm.id)
    return Viewer(ViewerKind.EMPLOYER, account.id, account.id, employer_id=firm.id)


def signed_in(viewer: Viewer) -> Viewer:
    """With a session, as everybody has who asks."""
    return Viewer(viewer.kind, viewer.account_id, viewer.account_id, person_id=viewer.person_id)


def specialties(profession: Profession) -> list[str]:
    """As many as one may be registered in at least: the last one of the rulebook, which no body of its own examines."""
    return [one.code for one in rulebook_on(profession).specialties[-1:]]


async def studies(who: Engineer, profession: Profession, hours: float = 400) -> HoursRecord:
    """Hours enough for every kind, imported, ended yesterday."""
    study = Study(
        profession=profession,
        specialty=next(iter(specialties(profession)), None),
        provider_name="江苏省安全培训中心",
        course_name="继续教育",
        hours=hours,
        since=today() - timedelta(days=3),
        until=today() - timedelta(days=1),
    )
    person_id = who.viewer.person_id
    assert person_id is not None
    return (await import_hours_record(SYSTEM_VIEWER, person_id=person_id, study=study)).value


async def answers(who: Engineer, profession: Profession) -> dict[str, Any]:
    """What the applicant says in each field that a form may ask for."""
    return {
        "photo_id": (await picture(who.viewer, FilePurpose.PHOTO)).id,
        "education": "本科",
        "address": "南京市鼓楼区汉口路22号",
        "capable": True,
        "employer_id": who.employer.id,
        "employer_nature": "ENTERPRISE",
        "employer_address": "南京市玄武区珠江路1号",
        "department": "技术部",
        "post": "工程师",
        "term": TermKind.OPEN_ENDED,
        "term_from": today(),
        "retired": False,
        "specialties": specialties(profession),
    }
