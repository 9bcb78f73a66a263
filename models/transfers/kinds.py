"""Enumerations of imports and exports."""

from enum import StrEnum


class ImportKind(StrEnum):
    """导入种类"""

    PERSONS = "PERSONS"
    EXAMINATION_RECORDS = "EXAMINATION_RECORDS"
    EDUCATION_HOURS = "EDUCATION_HOURS"
    OLD_CERTIFICATES = "OLD_CERTIFICATES"


class ImportState(StrEnum):
    """导入的状态"""

    CHECKING = "CHECKING"
    CHECKED = "CHECKED"
    APPLYING = "APPLYING"
    APPLIED = "APPLIED"
    FAILED = "FAILED"
    DISCARDED = "DISCARDED"


class RowOutcome(StrEnum):
    """一行导入后会怎样"""

    NEW = "NEW"
    CHANGED = "CHANGED"
    SAME = "SAME"
    JOINED = "JOINED"


class ExportKind(StrEnum):
    """导出种类"""

    WORK_QUEUE = "WORK_QUEUE"
    CERTIFICATES = "CERTIFICATES"
    EDUCATION_HOURS = "EDUCATION_HOURS"
    BATCH = "BATCH"


class ExportFormat(StrEnum):
    """导出格式"""

    XLSX = "XLSX"
    CSV = "CSV"


class ExportState(StrEnum):
    """导出的状态"""

    QUEUED = "QUEUED"
    READY = "READY"
    FAILED = "FAILED"
    EXPIRED = "EXPIRED"


IMPORT_WORDS = {
    ImportKind.PERSONS: "人员",
    ImportKind.EXAMINATION_RECORDS: "考试合格记录",
    ImportKind.EDUCATION_HOURS: "继续教育学时",
    ImportKind.OLD_CERTIFICATES: "原有注册证",
}
OUTCOME_WORDS = {
    RowOutcome.NEW: "新增",
    RowOutcome.CHANGED: "更改",
    RowOutcome.SAME: "已有，不变",
    RowOutcome.JOINED: "与自填记录合并",
}
EXPORT_WORDS = {
    ExportKind.WORK_QUEUE: "待办",
    ExportKind.CERTIFICATES: "注册证",
    ExportKind.EDUCATION_HOURS: "继续教育学时",
    ExportKind.BATCH: "批次清单",
}
FORMAT_WORDS = {ExportFormat.XLSX: "表格（XLSX）", ExportFormat.CSV: "文本（CSV）"}
