"""Names as they are typed without Chinese input: whole syllables and first letters."""

from itertools import islice, product

from pypinyin import Style, pinyin

READINGS_AT_MOST = 8
"""Of names whose characters are read in several ways: so many combinations are kept."""


def spelled(name: str) -> str:
    """`wanghaining whn` for 王海宁; every usual reading of a character that has several. Letters stay, in small."""
    syllables = pinyin(name, style=Style.NORMAL, heteronym=True)
    readings = list(islice(product(*syllables), READINGS_AT_MOST))
    words = ["".join(one) for one in readings] + ["".join(part[:1] for part in one) for one in readings]
    return " ".join(dict.fromkeys(words)).lower()


def typed(text: str) -> str:
    """What somebody types in a search: `Wang Haining` is wanghaining; other texts as they are."""
    stripped = text.strip()
    together = "".join(stripped.split())
    return together.lower() if together.isascii() and together.isalpha() else stripped
