"""What is recorded of imports and exports. Only whoever started one is told."""

from dataclasses import dataclass

from models.kernel.events import Event, Told


@dataclass(frozen=True)
class ImportStarted(Event):
    """开始检查导入文件（{kind}）"""

    told = Told.ACCOUNT
    kind: str


@dataclass(frozen=True)
class ImportProgressed(Event):
    """导入文件已检查 {done} 行，共 {total} 行"""

    told = Told.ACCOUNT
    done: int
    total: int


@dataclass(frozen=True)
class ImportChecked(Event):
    """导入文件已检查：{rows} 行，其中 {faulty} 行有错"""

    told = Told.ACCOUNT
    notifies = True
    rows: int
    faulty: int


@dataclass(frozen=True)
class ImportConfirmed(Event):
    """已确认导入，正在写入"""

    told = Told.ACCOUNT


@dataclass(frozen=True)
class ImportApplied(Event):
    """{kind}已导入：新增 {added}，更改 {changed}，合并 {joined}，已有 {same}，略去 {left_out}"""

    told = Told.ACCOUNT
    notifies = True
    kind: str
    added: int
    changed: int
    joined: int
    same: int
    left_out: int


@dataclass(frozen=True)
class ImportFailed(Event):
    """没有导入任何一行：{reason}"""

    told = Told.ACCOUNT
    notifies = True
    urgent = True
    reason: str


@dataclass(frozen=True)
class ImportDiscarded(Event):
    """导入已放弃，没有导入任何一行"""

    told = Told.ACCOUNT


@dataclass(frozen=True)
class ExportStarted(Event):
    """开始导出{kind}"""

    told = Told.ACCOUNT
    kind: str


@dataclass(frozen=True)
class ExportReady(Event):
    """{kind}已导出 {rows} 行，{until} 前可以下载"""

    told = Told.ACCOUNT
    notifies = True
    kind: str
    rows: int
    until: str


@dataclass(frozen=True)
class ExportFailed(Event):
    """{kind}没有导出：{reason}"""

    told = Told.ACCOUNT
    notifies = True
    urgent = True
    kind: str
    reason: str


@dataclass(frozen=True)
class ExportExpired(Event):
    """导出的文件已过期删除"""

    told = Told.ACCOUNT
