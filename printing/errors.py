"""What can go wrong on the way to paper. Every one has a stable code and a Chinese message that names the cause."""

from typing import ClassVar, Self

from models.kernel.errors import Fault


class PrintingError(Fault):
    """文件没有生成"""

    code: ClassVar[str] = "PRINTING_FAILED"

    def details(self) -> dict[str, str]:
        """The words it is rebuilt from on the other side of a process boundary."""
        return {"message": self.message}

    @classmethod
    def rebuilt(cls, details: dict[str, str]) -> Self:
        """The same error again, from its details."""
        return cls(**details)


class UnprintableText(PrintingError):
    """有字符没有可用的字体，不能打印"""

    code = "UNPRINTABLE_TEXT"

    def __init__(self, *, field: str, label: str, text: str, characters: str) -> None:
        self.field, self.label, self.text, self.characters = field, label, text, characters
        named = "、".join(f"“{one}”（U+{ord(one):04X}）" for one in characters)
        super().__init__(
            f"“{label}”的内容“{text}”中，字符{named}没有可用的字体，不能打印。"
            f"请核对是否录入有误；确为生僻字的，请联系管理员安装含该字的字体"
        )

    def details(self) -> dict[str, str]:
        return {"field": self.field, "label": self.label, "text": self.text, "characters": self.characters}


class UnprintablePhoto(PrintingError):
    """照片不能打印：应为 JPEG 或 PNG 图片"""

    code = "UNPRINTABLE_PHOTO"


class MissingSealRecord(PrintingError):
    """没有发证机关登记的执业印章号，不能生成印模"""

    code = "SEAL_NOT_ON_RECORD"


class NoChineseFont(PrintingError):
    """没有可用的中文字体，请安装 fonts-wqy-zenhei 或 fonts-noto-cjk"""

    code = "NO_CHINESE_FONT"


class DocumentTooLarge(PrintingError):
    """文件内容过多，超出了内存限额，没有生成"""

    code = "DOCUMENT_TOO_LARGE"


class RenderTimedOut(PrintingError):
    """文件在限定时间内没有生成完，请稍后再试"""

    code = "RENDER_TIMED_OUT"


class RenderCrashed(PrintingError):
    """生成文件的进程意外中止，请稍后再试"""

    code = "RENDER_CRASHED"


class PoolBusy(PrintingError):
    """等待生成的文件过多，请稍后再试"""

    code = "RENDER_BUSY"


class PoolClosed(PrintingError):
    """服务正在停止，不再生成文件"""

    code = "RENDER_CLOSED"


DATA_AT_FAULT = (UnprintableText, UnprintablePhoto, MissingSealRecord)
"""Errors after which a worker is as good as before."""

CROSSING = {error.code: error for error in (PrintingError, *DATA_AT_FAULT, NoChineseFont, DocumentTooLarge)}
"""Errors that a worker process may send back, by code."""
