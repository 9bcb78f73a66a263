"""Where sockets come in: whose page, which protocol, how many from one address."""

from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from api.service import service_of
from api.transport.codes import CloseCode
from api.transport.origin import is_foreign
from api.transport.planned import Planned
from api.transport.socket import Socket

SUBPROTOCOL = "graphql-transport-ws"


class SocketEndpoint:
    """ASGI application of WebSocketRoute("/graphql")."""

    def __init__(self, planned: Planned) -> None:
        self._planned = planned

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        websocket = WebSocket(scope, receive, send)
        service = service_of(websocket)
        address = websocket.client.host if websocket.client else ""
        too_many = service.sockets.of(address) >= service.settings.sockets_per_address
        if too_many or is_foreign(websocket):
            await websocket.close()  # before it is accepted: answers the handshake with 403
        elif SUBPROTOCOL not in websocket.scope["subprotocols"]:
            await websocket.accept()
            await websocket.close(CloseCode.NO_SUBPROTOCOL, CloseCode.NO_SUBPROTOCOL.reason)
        else:
            await websocket.accept(SUBPROTOCOL)
            socket = Socket(websocket, self._planned, service, address)
            with service.sockets.counted(address):
                await socket.run()
