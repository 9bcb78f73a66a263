"""Everybody of the story: the person, and a reviewer with an open queue for each stage."""

from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from api.demo.known import PASSWORD
from tests.journeys.applicant import Applicant, Facts
from tests.journeys.client import Client, visiting
from tests.journeys.entering import open_account, sign_in
from tests.journeys.officer import Officer
from tests.journeys.stream import WORK, following
from tests.server import Server

PRE_EXAMINER, ACCEPTOR, EXAMINER = "13800000102", "13800000103", "13800000105"
DECIDER, OTHER_DECIDER = "13800000107", "13800000108"
CERTIFICATE_MAKER, HEAD, FOREIGNER = "13800000109", "13800000111", "13800000201"
"""Mobiles of reviewers of the demonstration; the last is of another province."""

DESKS = {
    "PRE_EXAMINATION": PRE_EXAMINER,
    "ACCEPTANCE": ACCEPTOR,
    "EXAMINATION": EXAMINER,
    "DECISION": DECIDER,
    "CERTIFICATE_MAKING": CERTIFICATE_MAKER,
}


@dataclass
class Cast:
    """Officers come in when they are first needed and keep their queue open to the end."""

    server: Server
    stack: AsyncExitStack
    applicant: Applicant
    _officers: dict[str, Officer] = field(default_factory=dict)

    async def officer(self, mobile: str) -> Officer:
        if mobile not in self._officers:
            client = await self.stranger()
            await sign_in(client, mobile, PASSWORD)
            answer = await client.ask("{ viewer { reviewer { name } } }")
            queue = await self.stack.enter_async_context(following(client, WORK))
            self._officers[mobile] = Officer(client, answer["viewer"]["reviewer"]["name"], queue)
        return self._officers[mobile]

    async def at(self, stage: str) -> Officer:
        return await self.officer(DESKS[stage])

    async def stranger(self) -> Client:
        return await self.stack.enter_async_context(visiting(self.server.http))

    async def newcomer(self, who: Facts) -> Applicant:
        """Another person with an account just opened."""
        client = await self.stranger()
        await open_account(client, who.mobile, who.password)
        return Applicant(client, who)


@asynccontextmanager
async def gathering(server: Server, desks: Iterable[str] = tuple(DESKS)) -> AsyncIterator[Cast]:
    """The applicant has an account and has signed in; the desks, all five unless said, watch their queues."""
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(visiting(server.http))
        who = Facts()
        await open_account(client, who.mobile, who.password)
        cast = Cast(server, stack, Applicant(client, who))
        for stage in desks:
            await cast.at(stage)
        yield cast
