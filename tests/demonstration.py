"""What the tests of the demonstration ask of it."""

from datetime import datetime, time
from pathlib import Path

from api.demo.known import DemoAccount
from api.settings import Settings
from models.kernel.clock import CHINA, china_day
from models.kernel.workdays import WorkCalendar
from models.people.tables import Account
from models.registration.credentials import Certificate
from models.registration.kinds import RegistrationState
from models.registration.tables import Registration

STATE_AFTER = {
    "REGISTRATION_STARTED": RegistrationState.DRAFT,
    "REGISTRATION_SUBMITTED": RegistrationState.IN_REVIEW,
    "REGISTRATION_RESUBMITTED": RegistrationState.IN_REVIEW,
    "STAGE_PASSED": RegistrationState.IN_REVIEW,
    "REGISTRATION_RETURNED": RegistrationState.RETURNED,
    "REGISTRATION_GRANTED": RegistrationState.GRANTED,
    "REGISTRATION_COMPLETED": RegistrationState.COMPLETED,
    "REGISTRATION_REFUSED": RegistrationState.REFUSED,
    "REGISTRATION_NOT_ACCEPTED": RegistrationState.NOT_ACCEPTED,
    "REGISTRATION_WITHDRAWN": RegistrationState.WITHDRAWN,
    "REGISTRATION_DISCARDED": RegistrationState.LAPSED,
    "REGISTRATION_LAPSED": RegistrationState.LAPSED,
}
"""Of a case, after its events."""


def settings(folder: Path) -> Settings:
    return Settings(data_dir=folder, database_url=f"sqlite://{folder}/zhiye.sqlite3")


async def case_of(one: DemoAccount) -> Registration:
    account = await Account.get(mobile=one.login)
    found = await Registration.filter(applicant_id=account.person_id).order_by("-id").first()
    assert found is not None
    return found


async def certificate_of(one: DemoAccount) -> Certificate:
    account = await Account.get(mobile=one.login)
    return await Certificate.get(person_id=account.person_id)


def at_the_desk(at: datetime, calendar: WorkCalendar) -> bool:
    local = at.astimezone(CHINA)
    return calendar.works(china_day(at)) and time(9) <= local.time() < time(18)
