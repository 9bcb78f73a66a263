"""Where the page stands that a message is about."""

from models.kernel.ids import global_id

PAGES = {"reg": "/registrations", "cer": "/certificates", "idc": "/me/corrections"}
HOME = "/home"


def link_to(subject: str, subject_id: int) -> str:
    """`/registrations/reg_12`; the home page for what has no page of its own."""
    page = PAGES.get(subject)
    return f"{page}/{global_id(subject, subject_id)}" if page else HOME
