"""/outbox: in the demonstration, the messages that would go to telephones. It exists in no other mode."""

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.pages.render import page, templates
from models.people.tables import OutgoingMessage

SHOWN = 100
CODE = re.compile(r"验证码 (\d{6})")


def code_in(text: str) -> str:
    """The code that a message brings; empty for other messages."""
    found = CODE.search(text)
    return found[1] if found else ""


templates.env.filters["code"] = code_in


async def outbox(request: Request) -> Response:
    """The newest messages first; the page asks for its rows again every second."""
    messages = await OutgoingMessage.all().order_by("-id").limit(SHOWN)
    rows_only = "rows" in request.query_params
    return page(request, "outbox_rows.html" if rows_only else "outbox.html", messages=messages)


ROUTES = [Route("/outbox", outbox)]
