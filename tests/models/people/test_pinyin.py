"""Names in pinyin."""

import pytest

from models.people.pinyin import READINGS_AT_MOST, spelled, typed


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("王海宁", {"wanghaining", "whn"}),
        ("单雄信", {"shanxiongxin", "danxiongxin", "sxx", "dxx"}),
        ("曾巩", {"zenggong", "zg"}),
        ("买买提·吐尔逊", {"maimaiti·tuerxun"}),
        ("John", {"john"}),
        ("", {""}),
    ],
)
def test_a_name_is_found_by_its_syllables_and_first_letters(name: str, words: set[str]) -> None:
    assert words <= set(spelled(name).split(" "))


def test_many_readings_stay_few_words() -> None:
    assert len(spelled("单曾查解仇盖乐").split(" ")) <= 2 * READINGS_AT_MOST


@pytest.mark.parametrize(
    ("text", "sought"),
    [("Wang Hai Ning", "wanghaining"), (" WHN ", "whn"), ("王 海", "王 海"), ("2026-000001", "2026-000001")],
)
def test_what_is_typed_with_spaces_and_capitals_is_the_same(text: str, sought: str) -> None:
    assert typed(text) == sought
