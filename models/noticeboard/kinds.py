"""Enumerations of the notice board."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """公告种类"""

    NOTICE = "NOTICE"
    REGULATION = "REGULATION"
    FORM = "FORM"
    NOTES = "NOTES"


class NoticeState(StrEnum):
    """公告信息的状态"""

    DRAFT = "DRAFT"
    PUBLISHED = "PUBLISHED"
    WITHDRAWN = "WITHDRAWN"


KIND_WORDS = {
    NoticeKind.NOTICE: "公告信息",
    NoticeKind.REGULATION: "相关制度",
    NoticeKind.FORM: "注册表格下载",
    NoticeKind.NOTES: "注册说明",
}
STATE_WORDS = {
    NoticeState.DRAFT: "草稿",
    NoticeState.PUBLISHED: "已发布",
    NoticeState.WITHDRAWN: "已撤下",
}
