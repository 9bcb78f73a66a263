"""GraphQL over HTTP and server-sent events."""

from typing import Any

import orjson
from cross_web import AsyncHTTPRequestAdapter, HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry import Schema
from strawberry.asgi import GraphQL
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.subscriptions import GRAPHQL_SSE_PROTOCOL
from strawberry.types.execution import ExecutionResult, PreExecutionError

from api.metrics import OPERATIONS, note_way
from api.service import service_of
from api.transport.asked import LONGEST_QUERY, asked_by_body, asked_by_parameters
from api.transport.credentials import WEB_HEADER, clear_cookie, has_cookie, set_cookie, viewpoint_of_request
from api.transport.event_stream import as_events, event_stream
from api.transport.faults import formatted, plain
from api.transport.media import MODERN, preferred, settled
from api.transport.persisted import DocumentNotTrusted, PersistedQueryNotFound, text_of
from api.transport.planned import Planned
from models.kernel.errors import BadRequest, Fault, Forbidden, TooCostly, Unauthenticated
from schema.common.broadcast import Words
from schema.common.context import Context
from schema.common.handover import TokenHandover
from schema.plans.ways import Way
from subscriptions.viewpoint import Viewpoint

LARGEST_BODY = 1024 * 1024
JSON, EVENT_STREAM = "application/json", "text/event-stream"
PREFLIGHT_HEADER = "graphql-preflight"
"""A GET must carry this or the web app's header: other sites' pages cannot set headers without asking first."""

IDLE_HEADER = "x-zhiye-idle-at"
"""When the session that asked ends by itself unless there is another request."""

STATUS: dict[type[Fault], int] = {
    Unauthenticated: 401,
    Forbidden: 403,
    TooCostly: 413,
    DocumentNotTrusted: 403,
    PersistedQueryNotFound: 200,  # what clients of the protocol expect
}


class HttpEndpoint(GraphQL[Context, None]):
    """ASGI application of Route("/graphql")."""

    def __init__(self, schema: Schema, planned: Planned) -> None:
        self._planned = planned
        super().__init__(schema, graphql_ide=None, subscription_protocols=(GRAPHQL_SSE_PROTOCOL,))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(_settled(scope), _limited(receive))
        service = service_of(request)
        try:
            viewpoint = await viewpoint_of_request(request)
            with service.watch.over(viewpoint):
                request.state.viewpoint = viewpoint
                response = await self._respond(request)
                await response(scope, receive, send)
        except ClientDisconnect:
            return  # nobody is left to be answered
        except Fault as fault:
            status = STATUS.get(type(fault), 400)
            await JSONResponse(plain(fault), status)(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        if request.method == "GET" and not {PREFLIGHT_HEADER, WEB_HEADER} & set(request.headers.keys()):
            raise BadRequest("用 GET 查询时须带请求头 GraphQL-Preflight: 1")
        try:
            response = await self._by_plan(request) or await self._by_core(request)
        except HTTPException as error:
            body = plain(BadRequest(f"请求的写法有误：{error.reason}"))
            return JSONResponse(body, error.status_code)
        if isinstance(response, StreamingResponse) or response.media_type == EVENT_STREAM:
            return response
        media_type = preferred(request.headers.get("accept", ""))
        if media_type == MODERN and request.state.refused:
            response.status_code = 400
        response.headers["content-type"] = f"{media_type}; charset=utf-8"
        response.headers["cache-control"] = "no-store"
        self._hand_over(request, response)
        _say_idle_at(request.state.viewpoint, response)
        return response

    async def _by_plan(self, request: Request) -> Response | None:
        """The answer of a plan; None where graphql-core has to answer."""
        request.state.way = Way.CORE
        words = await self._asked(request)
        if words is None:
            return None
        context = await self.get_context(request, Response())
        streams = EVENT_STREAM in request.headers.get("accept", "")
        if streams and self._planned.is_live(words, context.viewer):
            return event_stream(self._planned, service_of(request), words, context)
        outcome = await self._planned.run(words, context, may_change=request.method == "POST")
        request.state.way = outcome.way
        if outcome.body is None:
            return None
        note_way(Way.PLAN)
        OPERATIONS.labels("ok").inc()
        answer = orjson.dumps(outcome.body)
        return as_events(answer) if streams else Response(answer)

    async def _asked(self, request: Request) -> Words | None:
        documents = self._planned.documents
        if request.method == "GET":
            return asked_by_parameters(request.query_params, documents)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        return asked_by_body(await request.body(), documents) if kind == JSON else None

    async def _by_core(self, request: Request) -> Response:
        note_way(request.state.way)
        response: Response = await self.run(request)
        return response

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context:
        if hasattr(request.state, "context"):  # a plan has begun: what it handed over must not be lost
            known: Context = request.state.context
            return known
        streams = EVENT_STREAM in request.headers.get("accept", "")
        request.state.refused = False
        request.state.handover = TokenHandover(by_cookie=WEB_HEADER in request.headers and not streams)
        request.state.context = service_of(request).context(
            request.state.viewpoint,
            address=request.client.host if request.client else "",
            device=request.headers.get("user-agent", ""),
            handover=request.state.handover,
        )
        made: Context = request.state.context
        return made

    async def parse_http_body(
        self, request: AsyncHTTPRequestAdapter
    ) -> GraphQLRequestData | list[GraphQLRequestData]:
        data = await super().parse_http_body(request)
        if isinstance(data, GraphQLRequestData):
            data.query = text_of(self._planned.documents, data.query, data.extensions)
        if isinstance(data, GraphQLRequestData) and len(data.query or "") > LONGEST_QUERY:
            raise TooCostly(f"请求超出了限额：查询文本至多 {LONGEST_QUERY} 个字符，请用变量传值")
        return data

    async def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse:
        request.state.refused = isinstance(result, PreExecutionError)
        OPERATIONS.labels("refused" if request.state.refused else "errors" if result.errors else "ok").inc()
        body: GraphQLHTTPResponse = {} if request.state.refused else {"data": result.data}
        if result.errors:
            body["errors"] = [formatted(error) for error in result.errors]
        extensions = dict(result.extensions or {})
        if self._planned.shows_way:
            extensions["plan"] = request.state.way
        if extensions:
            body["extensions"] = extensions
        return body

    def decode_json(self, data: str | bytes) -> object:
        return orjson.loads(data)

    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data, default=str)

    def parse_json(self, data: str | bytes) -> Any:
        found = super().parse_json(data)
        if not isinstance(found, dict) and not (found is None and isinstance(data, str)):
            raise HTTPException(400, "The JSON must be an object")
        return found

    def _hand_over(self, request: Request, response: Response) -> None:
        handover: TokenHandover = request.state.handover
        viewpoint: Viewpoint = request.state.viewpoint
        if handover.opened and handover.by_cookie:
            set_cookie(response, handover.opened, secure=request.url.scheme == "https")
        elif handover.closed or (has_cookie(request) and not viewpoint.viewer.signed_in):
            clear_cookie(response)


def _say_idle_at(viewpoint: Viewpoint, response: Response) -> None:
    """The page warns before its session ends. It cannot ask when that is: asking would move it."""
    if viewpoint.viewer.signed_in and viewpoint.until:
        response.headers[IDLE_HEADER] = viewpoint.until.isoformat()


def _limited(receive: Receive) -> Receive:
    """Stops reading a body that is too large."""
    read = 0

    async def limited() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > LARGEST_BODY:
            raise TooCostly(f"请求超出了限额：请求体至多 {LARGEST_BODY} 字节")
        return message

    return limited


def _settled(scope: Scope) -> Scope:
    headers = [
        (name, settled(value.decode("latin-1")).encode("latin-1") if name == b"accept" else value)
        for name, value in scope["headers"]
    ]
    return {**scope, "headers": headers}
