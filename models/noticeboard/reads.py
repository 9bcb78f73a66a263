"""Who may see notices, and how they are searched."""

from tortoise.expressions import Q

from models.kernel.viewer import Viewer
from models.noticeboard.kinds import NoticeKind, NoticeState
from models.noticeboard.tables import Notice


def visible_to(viewer: Viewer) -> Q:
    """What is published is public; drafts and what was withdrawn are nobody's to read."""
    return Q(state=NoticeState.PUBLISHED)


def saying(text: str) -> Q:
    """Condition: the heading or the body holds this text. Empty text finds all."""
    wanted = text.strip()
    return Q(heading__icontains=wanted) | Q(body__icontains=wanted) if wanted else Q()


async def newest(
    viewer: Viewer, text: str, *, count: int, before: Notice | None = None, kind: NoticeKind | None = None
) -> list[Notice]:
    """Up to `count` notices (of a kind) that say the text, the newest first, or those older than another one."""
    found = Notice.filter(visible_to(viewer), saying(text), Q(kind=kind) if kind else Q())
    if before is not None:
        same_moment = Q(published_at=before.published_at, id__lt=before.id)
        found = found.filter(Q(published_at__lt=before.published_at) | same_moment)
    return await found.order_by("-published_at", "-id").limit(count)


async def notice(viewer: Viewer, key: int) -> Notice | None:
    """One notice with its authority; None when it is not there for this viewer."""
    return await Notice.filter(visible_to(viewer), id=key).select_related("authority").first()
