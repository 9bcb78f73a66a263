"""Parsing a PDF. Its libraries take a while to load: only the processes of `pool` have them."""

from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from models.files.pdf_refusals import ActiveContent, Encrypted

ACTIVE_ACTIONS = {
    "/JavaScript": "脚本",
    "/Launch": "启动程序的动作",
    "/SubmitForm": "提交数据的动作",
    "/ImportData": "导入数据的动作",
}
ACTIVE_KEYS = {"/JS": "脚本", "/JavaScript": "脚本", "/RichMedia": "多媒体", "/XFA": "动态表单"}


def pages_of(path: Path) -> int:
    """Pages of the PDF. :raises Encrypted: it has a password. :raises ActiveContent: it would do something.
    Raises whatever else hostile content leads the parsers to.
    """
    reader = PdfReader(path)
    if reader.is_encrypted:
        raise Encrypted
    _refuse_active(reader.trailer)
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


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
