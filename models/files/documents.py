"""Looking into a PDF: whether it opens, how many pages it has, and whether it would do anything by itself."""

from pathlib import Path

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
    from models.files.pdf import pages_of  # noqa: PLC0415 the service, which only names this function, starts sooner

    try:
        return pages_of(path)
    except (Encrypted, ActiveContent, MemoryError):
        raise
    except Exception as error:
        # Parsers raise whatever hostile content leads them to.
        raise Damaged from error
