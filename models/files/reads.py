"""Who may see a file: its owner, and whoever may see the object that shows it."""

from collections.abc import Callable
from typing import Any

from tortoise.expressions import Q, Subquery
from tortoise.queryset import QuerySet

from models.files.tables import StoredFile
from models.files.tickets import hash_of
from models.kernel.errors import NotFound
from models.kernel.viewer import Viewer, ViewerKind

VisibleRows = Callable[[Viewer], QuerySet[Any]]

may_see_subject: dict[str, VisibleRows] = {}
"""Per prefix of objects that show files: the rows a viewer may see. Each area enters its own."""


def visible_to(viewer: Viewer) -> Q:
    """Condition on StoredFile."""
    if viewer.kind is ViewerKind.SYSTEM:
        return Q()
    condition = owned_by(viewer)
    for prefix, rows in may_see_subject.items():
        condition |= Q(subject=prefix, subject_id__in=Subquery(rows(viewer).values("id")))
    return condition


def owned_by(viewer: Viewer) -> Q:
    """Condition on StoredFile: the viewer's account uploaded it."""
    return Q(owner_id=viewer.account_id) if viewer.signed_in else Q(id__in=[])


async def get_file(viewer: Viewer, key: int) -> StoredFile:
    """:raises NotFound: it is not there, or the viewer may not see it."""
    file = await StoredFile.filter(visible_to(viewer), id=key).first()
    if file is None:
        raise NotFound
    return file


async def file_of_ticket(ticket: str) -> StoredFile | None:
    """The row a ticket was given for, whatever became of it."""
    return await StoredFile.filter(ticket_hash=hash_of(ticket)).first()
