"""What one process holds while it serves."""

from dataclasses import dataclass, field
from typing import Any

from starlette.requests import HTTPConnection

from api.settings import Settings
from api.transport.sockets import Sockets
from printing.pool import RenderPool
from schema.common.context import Context
from schema.common.handover import TokenHandover
from subscriptions.hub import Hub
from subscriptions.stream import Live
from subscriptions.viewpoint import Viewpoint
from subscriptions.watch import Watch


@dataclass
class Service:
    """Made when the process starts to serve; requests find it with `service_of`."""

    settings: Settings
    live: Live
    pool: RenderPool
    parts: dict[type, Any]
    """Parts that resolvers find by their type."""
    hub: Hub
    watch: Watch = field(default_factory=Watch)
    sockets: Sockets = field(default_factory=Sockets)

    def context(
        self, viewpoint: Viewpoint, address: str, device: str, handover: TokenHandover | None = None
    ) -> Context:
        """The surroundings of one operation, never of a whole socket."""
        own = {Live: self.live, Viewpoint: viewpoint, TokenHandover: handover or TokenHandover()}
        return Context(
            viewer=viewpoint.viewer,
            cursors=self.live.cursors,
            address=address,
            device=device,
            services=self.parts | own,
        )


def service_of(connection: HTTPConnection) -> Service:
    service = connection.app.state.service
    assert isinstance(service, Service)
    return service
