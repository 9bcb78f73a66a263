"""Who may see which saved filter: its owner."""

from tortoise.expressions import Q

from models.kernel.viewer import Viewer

NOTHING = Q(id__in=[])


def visible_to(viewer: Viewer) -> Q:
    return Q(account_id=viewer.account_id) if viewer.account_id is not None else NOTHING
