"""Who may see imports and exports: whoever started them."""

from tortoise.expressions import Q

from models.files.reads import may_see_subject
from models.kernel.viewer import Viewer, ViewerKind
from models.transfers.tables import Export

NOTHING = Q(id__in=[])


def visible_to(viewer: Viewer) -> Q:
    """Imports and exports: one's own."""
    if viewer.kind is ViewerKind.SYSTEM:
        return Q()
    return Q(account_id=viewer.account_id) if viewer.account_id is not None else NOTHING


def rows_visible_to(viewer: Viewer) -> Q:
    """Rows of a preview: as their import."""
    if viewer.kind is ViewerKind.SYSTEM:
        return Q()
    return Q(job__account_id=viewer.account_id) if viewer.account_id is not None else NOTHING


may_see_subject[Export.prefix] = lambda viewer: Export.filter(visible_to(viewer))
