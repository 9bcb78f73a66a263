"""Notices for tests."""

from datetime import datetime

from models.noticeboard.kinds import NoticeKind, NoticeState
from models.noticeboard.tables import Notice
from tests.factories import made


async def posted(
    heading: str,
    *,
    at: datetime,
    kind: NoticeKind = NoticeKind.NOTICE,
    state: NoticeState = NoticeState.PUBLISHED,
) -> Notice:
    """A notice of two paragraphs."""
    body = "第一段\n\n第二段 <b>"
    return await made(Notice, heading=heading, kind=kind, state=state, body=body, published_at=at)
