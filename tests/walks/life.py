"""Lives: one application after the other, of whatever kind is open to the person at that moment."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from models.agencies.tables import Employer, Employment
from models.kernel.clock import freeze, today
from models.kernel.errors import Refused
from models.professions.asking import years_before
from models.professions.shelf import rulebook_on
from models.registration.credentials import Certificate
from models.registration.kinds import CredentialState, RegistrationKind
from models.registration.startable import door, footing
from models.registration.sweeps import expire_certificates
from models.registration.tables import Registration
from models.registration.validity import renewal_opens_on
from tests.everybody.filling import filled_in
from tests.everybody.people import Engineer, engineer, studies
from tests.everybody.ready import LONG_AGO, morning
from tests.walks.walk import Cast, Walk

K = RegistrationKind
SOON = timedelta(days=2)
LEAPS = 0.5
"""How often time leaps to the renewal or behind the end before the next application."""


@dataclass
class Life:
    """`walked`: how often each kind was begun; the rarest comes next."""

    cast: Cast
    moment: datetime
    who: Engineer | None = None
    walked: Counter[RegistrationKind] = field(default_factory=Counter)

    async def next(self) -> Walk:
        """A complete draft of some kind; a newcomer's where the person can begin nothing."""
        await self._leap()
        with freeze(self.moment):
            kinds = await self._open()
            if not kinds:
                await self._be_born()
                kinds = await self._open()
            kind = min(kinds, key=lambda one: (self.walked[one], one))
            self.walked[kind] += 1
            return await self._begin(kind)

    async def _begin(self, kind: RegistrationKind) -> Walk:
        assert self.who is not None
        with suppress(Refused):  # the very same hours are there already
            await studies(self.who, self.cast.at.profession)
        row = await filled_in(self.cast.at, self.who, kind)
        filer = self.who.clerk if row.filed_by_employer else self.who.viewer
        walk = Walk(self.cast, self.who, row, filer)
        await walk.look()
        return walk

    async def _leap(self) -> None:
        newest = await self._newest()
        if newest is None or newest.state not in (CredentialState.VALID, CredentialState.EXPIRING):
            return
        if self.cast.chance.random() < LEAPS:
            months = rulebook_on(self.cast.at.profession).renewal_months
            opens = renewal_opens_on(newest.valid_until, months)
            day = self.cast.chance.choice((opens, newest.valid_until + SOON))
            self.moment = max(self.moment, morning(day))
            with freeze(self.moment):
                await expire_certificates()

    async def _newest(self) -> Certificate | None:
        if self.who is None:
            return None
        whose = {"person_id": self.who.viewer.person_id, "profession": self.cast.at.profession}
        return await Certificate.filter(**whose).order_by("-id").first()

    async def _open(self) -> list[RegistrationKind]:
        """Kinds that the person may begin now, or the employer about the person."""
        if self.who is None:
            return []
        profession, book = self.cast.at.profession, rulebook_on(self.cast.at.profession)
        on = await footing(self.who.viewer.person_id, profession)
        if on.cases:
            return []
        await self._employ()
        kinds = [kind for kind in book.forms if (await door(on, book, kind, today())).legal]
        job = await Employment.exists(
            person_id=self.who.viewer.person_id,
            profession=profession,
            until=None,
            employer=self.who.employer.id,
        )
        late = self.late
        return [
            kind
            for kind in kinds
            if (kind is not K.LATE_INITIAL or late)
            and (kind is not K.INITIAL or not late)
            and (job or not Registration(kind=kind).filed_by_employer)
        ]

    async def _employ(self) -> None:
        """The employer is the one where the person is now."""
        assert self.who is not None
        job = await Employment.filter(
            person_id=self.who.viewer.person_id, profession=self.cast.at.profession, until=None
        ).first()
        if job and job.employer_id != self.who.employer.id:
            firm = await Employer.get(id=job.employer_id)
            self.who = replace(self.who, employer=firm, clerk=await self.cast.clerk(firm.id))

    async def _be_born(self) -> None:
        """Whose initial registration is late passed the examination long ago."""
        self.late = self.walked[K.LATE_INITIAL] < self.walked[K.INITIAL]
        long_ago = years_before(today(), LONG_AGO)
        self.who = await engineer(self.cast.at.profession, qualified_on=long_ago if self.late else None)
        self.cast.clerks[self.who.employer.id] = self.who.clerk

    late: bool = False
