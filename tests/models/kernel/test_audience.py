"""One rule three ways: the keys to look listeners up by agree with the test of one entry."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as some

from models.kernel.audience import keys_held, keys_of, told
from models.kernel.events import Audience
from models.kernel.journal import START, Entry
from models.kernel.viewer import Grant, Viewer, ViewerKind

IDS = some.none() | some.integers(1, 3)
PROFESSIONS = some.sampled_from(["FIRE_ENGINEER", "SAFETY_ENGINEER"])
REGIONS = some.sampled_from(["32", "3201", "320102", "3", "33"])
GRANTS = some.builds(Grant, some.just("HEAD"), PROFESSIONS, some.lists(REGIONS, max_size=2).map(tuple))
VIEWERS = some.builds(
    Viewer, some.sampled_from(ViewerKind), account_id=IDS, person_id=IDS, employer_id=IDS, authority_id=IDS,
    grants=some.lists(GRANTS, max_size=2).map(tuple),
)  # fmt: skip
AUDIENCES = some.builds(
    Audience, IDS, IDS, IDS, some.none() | PROFESSIONS, some.none() | REGIONS | some.just(""), IDS
)


def entry(audience: Audience, public: bool) -> Entry:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Entry(START, at, "X", "reg", 1, 1, "SYSTEM", None, None, audience, public, False, {})


@given(VIEWERS, AUDIENCES, some.booleans())
def test_whoever_is_told_of_an_entry_holds_one_of_its_keys_and_nobody_else_does(
    viewer: Viewer, audience: Audience, public: bool
) -> None:
    one = entry(audience, public)
    assert told(one, viewer) == bool(keys_held(viewer) & set(keys_of(one)))
