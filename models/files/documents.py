"""Looking into a PDF: whether it opens, how many pages it has, and whether it would do anything by itself."""

from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from models.files.pictures import Damaged

ACTIVE_ACTIONS = {
    "/JavaScript": "脚本",
    "/Launch": "启动程序的动作",
    "/SubmitForm": "提交数据的动作",
    "/ImportData": "导入数据的动作",
}
ACTIVE_KEYS = {"/JS": "脚本", "/JavaScript": "脚本", "/RichMedia": "多媒体", "/XFA": "动态表单"}


class Encrypted(Exception):
    """The PDF has a password."""


class ActiveContent(Exception):
    """The PDF has an action that runs by itself or on a click; the argument is its Chinese word."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def count_pages(path: Path) -> int:
    """Pages of a PDF that may be kept.

    :raises Encrypted: it has a password. :raises ActiveContent: it is more than text and pictures.
    :raises Damaged: it does not open.
    """
    try:
        reader = PdfReader(path)
        if reader.is_encrypted:
            raise Encrypted
        _refuse_active(reader.trailer)
        with pypdfium2.PdfDocument(path) as document:
            return len(document)
    except (Encrypted, ActiveContent, MemoryError):
        raise
    except Exception as error:
        # Parsers raise whatever hostile content leads them to.
        raise Damaged from error


def _refuse_active(trailer: DictionaryObject) -> None:
    waiting: list[Any] = [trailer]
    seen: set[tuple[int, int]] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            place = (value.idnum, value.generation)
            if place in seen:
                continue
            seen.add(place)
            value = value.get_object()
        if isinstance(value, DictionaryObject):
            _refuse_active_keys(value)
            waiting.extend(value.values())
        elif isinstance(value, ArrayObject):
            waiting.extend(value)


def _refuse_active_keys(value: DictionaryObject) -> None:
    for key, word in ACTIVE_KEYS.items():
        if key in value:
            raise ActiveContent(word)
    action = value.get("/S")
    if isinstance(action, str) and action in ACTIVE_ACTIONS:
        raise ActiveContent(ACTIVE_ACTIONS[action])
