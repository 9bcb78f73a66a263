"""Which characters can be printed."""

import pytest

from printing.errors import NoChineseFont
from printing.fonts import _installed_coverage, missing_characters


def test_rare_characters_of_names_are_covered() -> None:
    assert missing_characters("陈䶮㙟𠮷·阿依古丽 O'Neil（）“”〔2026〕") == set()


@pytest.mark.parametrize(
    "character",
    [
        "\ue000",  # private use: some fonts have pictures there
        "\u202e",  # turns the direction of what follows
        "\u200b",  # invisible
        "\x00",
        "\U000e0fff",  # unassigned
        "\U000f0000",
    ],
)
def test_what_must_never_reach_paper_is_missing(character: str) -> None:
    assert missing_characters(f"林{character}安") == {character}


def test_an_assigned_character_without_a_font_is_missing() -> None:
    assert missing_characters("林\U00013000") == {"\U00013000"}  # an Egyptian hieroglyph


def test_a_variation_selector_leaves_its_base_printable() -> None:
    assert missing_characters("葛\U000e0100") == set()


def test_a_machine_without_fontconfig_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    _installed_coverage.cache_clear()
    with pytest.raises(NoChineseFont, match="fc-list"):
        missing_characters("林")
