"""What is read of a viewer is noted, and values are shared by exactly the viewers who are equal in it."""

from collections.abc import Callable
from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as some

from models.kernel.scope import Shared, WatchedViewer, reads_of
from models.kernel.viewer import PUBLIC_VIEWER, Grant, Viewer, ViewerKind
from tests.models.kernel.test_audience import VIEWERS

ME = Viewer(ViewerKind.REVIEWER, account_id=1, reviewer_id=2, authority_id=3, grants=(Grant("HEAD", "FIRE"),))
Rule = Callable[[Viewer], object]


def _by_kind(viewer: Viewer) -> object:
    match viewer.kind:
        case ViewerKind.PERSON if viewer.person_id:
            return viewer.person_id
        case ViewerKind.REVIEWER:
            return viewer.authority_id, viewer.has_role("HEAD", "FIRE_ENGINEER", "3201")
    return viewer.signed_in


RULES: list[Rule] = [
    _by_kind,
    lambda viewer: 7,
    lambda viewer: viewer == PUBLIC_VIEWER,
    lambda v: v.professions,
]


def test_every_fact_of_a_viewer_is_watched() -> None:
    for one in fields(Viewer):
        watched = WatchedViewer(ME)
        assert getattr(watched, one.name) == getattr(ME, one.name)
        assert list(reads_of(watched)) == [one.name]


def test_methods_properties_and_equality_count_what_they_read() -> None:
    watched = WatchedViewer(ME)
    assert watched.has_role("HEAD", "FIRE", None) and set(reads_of(watched)) == {"grants"}
    watched = WatchedViewer(ME)
    assert watched.signed_in and set(reads_of(watched)) == {"account_id"}
    watched = WatchedViewer(ME)
    assert watched == ME and watched == ME and hash(watched) == hash(ME)
    assert set(reads_of(watched)) == {one.name for one in fields(Viewer)}
    assert watched != replace(ME, account_id=9)


def test_a_watched_viewer_watched_again_tells_both() -> None:
    outer = WatchedViewer(ME)
    inner = WatchedViewer(outer)
    assert inner.authority_id == 3
    assert reads_of(inner) == reads_of(outer) == {"authority_id": 3}


@given(some.sampled_from(RULES), some.lists(VIEWERS, max_size=30))
def test_a_shared_value_is_the_one_that_would_have_been_made(rule: Rule, viewers: list[Viewer]) -> None:
    shared: Shared[object] = Shared(most=8)
    for viewer in viewers:
        assert shared.of(viewer, rule) == rule(viewer)


def test_viewers_who_differ_only_in_what_was_not_read_share_one_value() -> None:
    shared: Shared[object] = Shared()
    made: list[Viewer] = []

    def rule(viewer: Viewer) -> object:
        made.append(viewer)
        return _by_kind(viewer)

    for number in range(50):
        shared.of(replace(ME, account_id=number, session_id=number, reviewer_id=number), rule)
    assert len(made) == 1
    shared.of(replace(ME, authority_id=9), rule)
    shared.of(Viewer(ViewerKind.PERSON, person_id=4), rule)
    assert len(made) == 3
