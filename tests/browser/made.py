"""What pages need to show: made over HTTP, as in the journeys, by a loop of its own."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import ClassVar

from tests.journeys.applicant import Facts
from tests.journeys.cast import Cast, gathering
from tests.journeys.filling import fill_in
from tests.server import Server

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
    """In a thread: the browser's own loop runs in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, _make(server)).result()


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
