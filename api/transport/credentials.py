"""Which session token a request or socket carries, and the cookie of the web app."""

from typing import Any

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.websockets import WebSocket

from api.identity import identify, identify_session
from api.transport.origin import is_own_page
from models.kernel.errors import Forbidden, Unauthenticated
from subscriptions.viewpoint import Viewpoint

COOKIE = "zhiye_session"
WEB_HEADER = "x-zhiye-web"
UNATTENDED_HEADER = "x-zhiye-unattended"
"""A page sends it with what it asks by itself: such requests keep nobody signed in (D-12)."""
BEARER = "bearer "


async def viewpoint_of_request(request: Request) -> Viewpoint:
    """Who sends a request. A cookie that has ended counts as none, so that signing in again is possible.

    :raises Unauthenticated: a bearer token that is not or no longer known.
    :raises Forbidden: a cookie with a POST that no page of ours sent.
    """
    attended = UNATTENDED_HEADER not in request.headers
    if "authorization" in request.headers:
        return await _viewpoint(_bearer(request.headers["authorization"]), attended=attended)
    cookie = request.cookies.get(COOKIE)
    if cookie is None:
        return Viewpoint()
    if request.method == "POST" and not is_own_page(request):
        raise Forbidden("请求不是从本网站的页面发出的")
    try:
        return await _viewpoint(cookie, attended=attended)
    except Unauthenticated:
        return Viewpoint()


async def viewpoint_of_socket(websocket: WebSocket, payload: dict[str, Any]) -> Viewpoint:
    """Who opens a socket: the bearer token in `connection_init`, or the cookie (the Origin was checked before).

    :raises Unauthenticated: the token or cookie is not or no longer known.
    """
    named = payload.get("authorization") or payload.get("Authorization")
    if named is not None:
        return await _viewpoint(_bearer(named))
    cookie = websocket.cookies.get(COOKIE)
    return await _viewpoint(cookie) if cookie else Viewpoint()


async def _viewpoint(token: str, *, attended: bool = True) -> Viewpoint:
    signed_in = await identify(token, attended=attended)
    if signed_in is None:
        raise Unauthenticated("登录已失效，请重新登录")
    session_id = signed_in.viewer.session_id or 0
    return Viewpoint(signed_in, lambda: identify_session(session_id))


def _bearer(text: object) -> str:
    if isinstance(text, str) and text.lower().startswith(BEARER):
        return text[len(BEARER) :].strip()
    return ""


def has_cookie(connection: HTTPConnection) -> bool:
    return COOKIE in connection.cookies


def set_cookie(response: Response, token: str, *, secure: bool) -> None:
    """A session cookie: it goes with the browser, scripts cannot read it, other sites cannot send it along."""
    response.set_cookie(COOKIE, token, path="/", httponly=True, samesite="lax", secure=secure)


def clear_cookie(response: Response) -> None:
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
