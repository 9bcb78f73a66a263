"""What an upload can be answered, besides done. Each docstring is the message unless a better one is given."""

from dataclasses import dataclass

from models.files.tables import StoredFile
from models.kernel.errors import FileRefused, Refused, ServiceUnavailable, WrongState


@dataclass(frozen=True, kw_only=True)
class TicketExpired(WrongState):
    """上传凭证已失效，请重新选择文件"""


@dataclass(frozen=True, kw_only=True)
class TicketUsed(WrongState):
    """这张上传凭证已经用过，没有再次保存"""

    file: StoredFile


@dataclass(frozen=True, kw_only=True)
class UploadRunning(WrongState):
    """同一文件正在检查，请稍候再看结果"""


@dataclass(frozen=True, kw_only=True)
class ContentTooLarge(FileRefused):
    """收到的内容超过申报的大小"""


@dataclass(frozen=True, kw_only=True)
class ContentIncomplete(FileRefused):
    """收到的内容不完整，请用同一凭证重新上传"""


@dataclass(frozen=True, kw_only=True)
class UploadStalled(FileRefused):
    """上传中断超时，请用同一凭证重新上传"""


def scanner_away() -> Refused:
    return Refused(ServiceUnavailable(message="病毒检查暂不可用，文件没有保存，请稍后用同一凭证重新上传"))
