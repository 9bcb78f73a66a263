"""Certificates are found by the state that they are shown in, whatever was last recorded."""

from datetime import date, datetime, timedelta
from itertools import count, product

import pytest

from models.kernel.clock import CHINA, freeze
from models.kernel.viewer import Viewer
from models.registration.credentials import Certificate
from models.registration.kinds import CredentialState, StageKind
from models.registration.validity import renewal_opens_on, window_reaches
from tests.factories import case, made
from tests.registration_story import issue
from tests.schema.registration.asking import ask

DOCUMENT = """query ($states: [CredentialState!]) { certificates(first: 100, filter: { states: $states }) {
  totalCount nodes { id state } } }"""
DAYS = (date(2026, 2, 28), date(2026, 6, 15), date(2027, 11, 30))
FROM_DAY = (-400, -1, 0, 1, 27, 28, 88, 89, 90, 91, 92, 93, 400)
"""Days from today to the last day of validity: around the ends of validity and of a window of three months."""
_serial = count(1)


async def _another(like: Certificate, state: CredentialState, until: date) -> None:
    known = {
        name: getattr(like, name)
        for name in (
            "profession", "grade", "person_id", "employer_id", "authority_id", "registration_id", "region",
            "printed_name", "printed_identity", "printed_employer", "valid_from",
        )
    }  # fmt: skip
    code = f"K{next(_serial)}"
    await made(
        Certificate,
        **known,
        number=code,
        verify_code=code,
        state=state,
        state_since=like.valid_from,
        valid_until=until,
    )


async def _shown(viewer: Viewer, states: list[str] | None) -> dict[str, str]:
    page = (await ask(viewer, DOCUMENT, states=states))["certificates"]
    assert page["totalCount"] == len(page["nodes"])
    return {one["id"]: one["state"] for one in page["nodes"]}


@pytest.mark.parametrize("day", DAYS, ids=str)
async def test_what_a_filter_finds_is_what_is_shown(database: str, day: date) -> None:
    story = await case(StageKind.CERTIFICATE_MAKING)
    first = await issue(story)
    for state, days in product(CredentialState, FROM_DAY):
        await _another(first, state, day + timedelta(days=days))
    with freeze(datetime(day.year, day.month, day.day, 15, tzinfo=CHINA)):
        shown = await _shown(story.filer, None)
        assert set(shown.values()) == set(CredentialState.__members__), "every state is shown by something"
        asked: list[list[str]] = [[state.value] for state in CredentialState]
        for wanted in (*asked, ["VALID", "EXPIRED"], ["EXPIRING", "REVOKED"]):
            expected = {key: state for key, state in shown.items() if state in wanted}
            assert await _shown(story.filer, wanted) == expected


@pytest.mark.parametrize("months", [1, 3, 12])
def test_the_window_the_other_way_round(months: int) -> None:
    for day in (date(2027, 1, 1) + timedelta(days=step) for step in range(800)):
        last = window_reaches(day, months)
        assert renewal_opens_on(last, months) <= day < renewal_opens_on(last + timedelta(days=1), months)
