"""What the application form says of experience, continuing education and delivery, as plain facts."""

from dataclasses import dataclass
from datetime import date

from models.professions.shelf import specialty_words
from models.registration.gather import book_of
from models.registration.surrounding import experience_of, hours_of
from models.registration.tables import Registration
from models.registration.words import DELIVERY_WORDS


@dataclass(frozen=True, kw_only=True, slots=True)
class ExperiencePaper:
    """One piece of work experience."""

    since: date
    until: date | None
    employer: str
    work: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursPaper:
    """One course; hours as they are printed."""

    provider: str
    specialty: str
    hours: str
    until: date


async def experience_papers(case: Registration) -> tuple[ExperiencePaper, ...]:
    rows = (await experience_of([case.id])).get(case.id, [])
    return tuple(
        ExperiencePaper(since=row.since, until=row.until, employer=row.employer, work=row.work)
        for row in rows
    )


async def hours_papers(case: Registration) -> tuple[HoursPaper, ...]:
    """Only where the kind asks for hours."""
    if book_of(case).form(case.kind).hours is None:
        return ()
    rows = (await hours_of([case.applicant_id])).get((case.applicant_id, case.profession), [])
    return tuple(
        HoursPaper(
            provider=row.provider_name,
            specialty="、".join(specialty_words(row.profession, [row.specialty] if row.specialty else [])),
            hours=f"{row.hours:g}",
            until=row.until,
        )
        for row in rows
    )


def delivery_words(case: Registration) -> str:
    """The method, and to whom; empty where the profession does not ask."""
    if case.delivery_method is None:
        return ""
    to = (case.delivery_receiver, case.delivery_phone, case.delivery_address)
    return "　".join(filter(None, (DELIVERY_WORDS[case.delivery_method], *to)))
