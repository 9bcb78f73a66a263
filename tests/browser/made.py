"""What pages need to show: made over HTTP, as in the journeys, by a loop of its own."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from tests.journeys.applicant import Applicant, Facts
from tests.journeys.cast import Cast, gathering
from tests.journeys.client import visiting
from tests.journeys.entering import open_account
from tests.journeys.filling import fill_in
from tests.server import Server

T = TypeVar("T")
STAGES = ("PRE_EXAMINATION", "ACCEPTANCE", "EXAMINATION", "DECISION")


@dataclass(frozen=True)
class Made:
    """Mobiles of people, and ids of what they have."""

    password: ClassVar[str] = Facts.password
    newcomer: str
    draft: str
    filed: str
    holder: str
    granted: str
    certificate: str
    verify_code: str


def made(server: Server) -> Made:
    return _beside(_make(server))


def account(server: Server) -> Facts:
    """Somebody with a mobile and a password, and nothing else."""
    return _beside(_account(server))


def ready_draft(server: Server) -> Facts:
    """Somebody with a complete draft, ready to be submitted."""
    return _beside(_draft(server))


def filed(server: Server) -> Facts:
    """Somebody who has just submitted."""
    return _beside(_draft(server, submit=True))


async def _account(server: Server) -> Facts:
    async with visiting(server.http) as client:
        who = Facts()
        await open_account(client, who.mobile, who.password)
        return who


async def _draft(server: Server, *, submit: bool = False) -> Facts:
    async with visiting(server.http) as client:
        person = Applicant(client, Facts())
        await open_account(client, person.who.mobile, person.who.password)
        await fill_in(person)
        if submit:
            await person.submit()
        return person.who


def _beside(work: Coroutine[Any, Any, T]) -> T:
    """In a thread: the browser's own loop runs in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


async def _make(server: Server) -> Made:
    async with gathering(server) as cast:
        holder = cast.applicant
        await fill_in(holder)
        await holder.submit()
        certificate = await _granted(cast)
        newcomer, other = await cast.newcomer(Facts()), await cast.newcomer(Facts())
        await newcomer.start()
        await fill_in(other)
        await other.submit()
        return Made(
            newcomer.who.mobile,
            newcomer.case["id"],
            other.case["id"],
            holder.who.mobile,
            holder.case["id"],
            *certificate,
        )


async def _granted(cast: Cast) -> tuple[str, str]:
    """Id and code of the certificate."""
    case_id = cast.applicant.case["id"]
    for stage in STAGES:
        officer = await cast.at(stage)
        await officer.claim((await officer.arrival(case_id, stage))["id"])
        await officer.decide("passRegistration", case_id)
    maker = await cast.at("CERTIFICATE_MAKING")
    await maker.claim((await maker.arrival(case_id, "CERTIFICATE_MAKING"))["id"])
    given = await maker.decide("issueCertificate", case_id, "certificate { id verifyCode }")
    return given["certificate"]["id"], given["certificate"]["verifyCode"]
