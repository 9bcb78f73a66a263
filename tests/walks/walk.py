"""One application on its way, and whoever might move it."""

import random
from dataclasses import dataclass, field
from typing import Any

from models.agencies.tables import Employer
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.professions.rulebook import KindForm
from models.registration.gather import book_of
from models.registration.stages import current_stage
from models.registration.steps.held import Claimed
from models.registration.tables import Registration, RegistrationStage, WorkItem
from tests.everybody.bodies import Bodies
from tests.everybody.people import Engineer, clerk_of

SURE = 0.75
"""How often a move is one that the table offers to somebody whose turn it is."""


@dataclass
class Cast:
    """Everybody of one profession's walks. `clerks`: accounts of employers, by row key."""

    at: Bodies
    far: Bodies
    stranger: Engineer
    chance: random.Random
    clerks: dict[int, Viewer] = field(default_factory=dict)

    async def clerk(self, employer_id: int | None) -> Viewer:
        if employer_id is None:
            return self.stranger.clerk
        if employer_id not in self.clerks:
            self.clerks[employer_id] = await clerk_of(await Employer.get(id=employer_id))
        return self.clerks[employer_id]

    def anybody(self, who: Engineer) -> list[Viewer]:
        """Near and far."""
        near = [*self.at.officers.values(), *self.at.heads.values(), *self.clerks.values()]
        far = [
            next(iter(self.far.officers.values())),
            self.stranger.viewer,
            self.stranger.clerk,
            SYSTEM_VIEWER,
        ]
        return [who.viewer, *near, *far]


@dataclass
class Walk:
    """A case as it stands now; read anew by `look` after every move."""

    cast: Cast
    who: Engineer
    row: Registration
    filer: Viewer
    stage: RegistrationStage | None = None
    item: WorkItem | None = None
    typed: int = 0

    @property
    def chance(self) -> random.Random:
        return self.cast.chance

    @property
    def on(self) -> Claimed:
        """As the last reviewer to claim would say."""
        return Claimed(self.row.id, self.row.version, self.item.fence if self.item else 0)

    @property
    def form(self) -> KindForm:
        return book_of(self.row).form(self.row.kind)

    @property
    def at(self) -> dict[str, Any]:
        return {"id": self.row.id, "version": self.row.version}

    def text(self) -> str:
        """A new one each time, so that every save changes something."""
        self.typed += 1
        return f"第{self.typed}次填写"

    async def look(self) -> None:
        self.row = await Registration.get(id=self.row.id)
        self.stage = await current_stage(self.row)
        items = WorkItem.filter(registration_id=self.row.id).order_by("-id")
        self.item = await items.first()
