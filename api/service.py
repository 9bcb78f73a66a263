"""What one process holds while it serves."""

from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

from api.settings import Settings
from api.transport.sockets import Sockets
from models.registration.signer import Signer
from printing.pool import RenderPool
from subscriptions.stream import Live
from subscriptions.watch import Watch


@dataclass
class Service:
    """Made when the process starts to serve; requests find it with `service_of`."""

    settings: Settings
    live: Live
    pool: RenderPool
    signer: Signer
    watch: Watch = field(default_factory=Watch)
    sockets: Sockets = field(default_factory=Sockets)


def service_of(connection: HTTPConnection) -> Service:
    service = connection.app.state.service
    assert isinstance(service, Service)
    return service
