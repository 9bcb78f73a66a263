"""Where the page stands that a message is about."""

from models.kernel.ids import global_id
from models.kernel.viewer import Viewer, ViewerKind

PAGES = {"reg": "/registrations", "cer": "/certificates", "idc": "/me/corrections"}
DESK_PAGES = {"reg": "/cases", "bat": "/batches", "rvk": "/desk/revocations"}
HOME, DESK = "/home", "/desk"


def link_to(subject: str, subject_id: int, viewer: Viewer) -> str:
    """`/registrations/reg_12`, at the desk `/cases/reg_12`; the first page for what has no page of its own."""
    at_desk = viewer.kind is ViewerKind.REVIEWER
    page = (DESK_PAGES if at_desk else PAGES).get(subject)
    if page is None:
        return DESK if at_desk else HOME
    return f"{page}/{global_id(subject, subject_id)}"
