"""What registration tells of whoever asks: what waits, and what may be started."""

from dataclasses import dataclass

from models.kernel.viewer import Viewer
from models.registration.startable import startable
from models.registration.todo import todo
from schema.common.actions import Action
from schema.people.viewer import PARTS
from schema.plans.binding import present
from schema.registration.parts import StartableKind


@dataclass(frozen=True)
class Waiting:
    """So many things wait for a step."""

    action: Action
    label: str
    count: int


async def waiting(viewer: Viewer) -> list[Waiting]:
    return [Waiting(Action[one.action.upper()], one.label, one.count) for one in await todo(viewer)]


async def doors(viewer: Viewer) -> list[StartableKind]:
    return [present(StartableKind, one) for one in await startable(viewer)]


def join_home() -> None:
    """Fill registration's places of the viewer's home."""
    PARTS.todo, PARTS.startable = waiting, doors
