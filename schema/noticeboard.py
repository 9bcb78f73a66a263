"""Notices in the graph: public, read-only. How they are written comes with the administrators' pages."""

from datetime import datetime

import strawberry

from models.authorities.kinds import Profession
from models.noticeboard import reads
from models.noticeboard.kinds import KIND_WORDS, STATE_WORDS, NoticeKind, NoticeState
from models.noticeboard.tables import Notice as NoticeRow
from schema.authorities import Authority
from schema.common.enums import expose
from schema.common.interfaces import Node
from schema.plans.binding import rows
from schema.plans.connection import Connection
from schema.plans.declare import column, computed, connection, one, where

expose(NoticeKind, KIND_WORDS)
expose(NoticeState, STATE_WORDS)


def published(state: NoticeState, published_at: datetime) -> datetime | None:
    return None if state is NoticeState.DRAFT else published_at


@rows(NoticeRow, visible=reads.visible_to, prefix=NoticeRow.prefix, description="公告信息")
class Notice(Node):
    version: int = column(description="版本号")
    kind: NoticeKind = column(description="种类")
    state: NoticeState = column(description="状态")
    profession: Profession | None = column(description="执业资格")
    heading: str = column(description="标题")
    body: str = column(description="正文，以空行分段")
    published_at: datetime | None = computed(published, description="发布时间")
    authority: Authority | None = one(description="发布机构")


@strawberry.input(description="公告筛选")
class NoticeFilter:
    kinds: list[NoticeKind] | None = where("kind", "in", description="种类")
    profession: Profession | None = where("profession", description="执业资格")
    text: str | None = where(reads.saying, description="搜索")


@strawberry.type
class Query:
    """Root field of the notice board; public."""

    notices: Connection[Notice] = connection(
        filter=NoticeFilter, order=("-published_at", "-id"), description="公告、制度、表格、注册说明"
    )
