"""The render pool under load, and with its workers killed, stopped, starved and worn out."""

import asyncio
import os
import select
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from printing import wire
from printing.child import Limits
from printing.documents.certificate import certificate
from printing.documents.decision_letter import LetterKind
from printing.documents.kinds import DocumentKind
from printing.errors import (
    DocumentTooLarge,
    NoChineseFont,
    PoolBusy,
    PoolClosed,
    PrintingError,
    RenderCrashed,
    RenderTimedOut,
    UnprintablePhoto,
    UnprintableText,
)
from printing.pool import PoolState, RenderPool
from tests.printing.reading import text_of
from tests.printing.samples import (
    REMARKS,
    application_data,
    certificate_data,
    cover_data,
    letter_data,
    receipt_data,
)

CERTIFICATE = DocumentKind.CERTIFICATE


@pytest_asyncio.fixture
async def pool() -> AsyncIterator[RenderPool]:
    """One worker, started."""
    async with RenderPool(workers=1) as started:
        yield started


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds of a pool, which tells nobody of it."""
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0)


async def in_hand(pool: RenderPool) -> None:
    """Wait until a worker holds a document."""
    await until(lambda: pool.busy > 0)


def runs(pid: int) -> bool:
    """Whether a process is there."""
    return Path(f"/proc/{pid}").exists()


async def test_it_makes_every_kind(pool: RenderPool) -> None:
    made = [
        await pool.render(CERTIFICATE, certificate_data()),
        await pool.render(DocumentKind.APPLICATION_FORM, application_data()),
        await pool.render(DocumentKind.RECEIPT, receipt_data()),
        await pool.render(DocumentKind.DECISION_LETTER, letter_data(LetterKind.REFUSED)),
        await pool.render(DocumentKind.BATCH_COVER, cover_data()),
    ]
    assert len(made) == len(DocumentKind)
    assert all(pdf.startswith(b"%PDF-") and "林晓安" in text_of(pdf) for pdf in made)
    assert made[0] == certificate(certificate_data())


async def test_twenty_at_once_each_get_their_own() -> None:
    names = [f"林晓{one}" for one in "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"]
    async with RenderPool(workers=2) as pool:
        made = await asyncio.gather(*(pool.render(CERTIFICATE, certificate_data(name=n)) for n in names))
    for name, pdf in zip(names, made, strict=True):
        assert name in text_of(pdf)


async def test_the_event_loop_stays_free(pool: RenderPool) -> None:
    rendering = asyncio.create_task(pool.render(CERTIFICATE, certificate_data()))
    turns = 0
    while not rendering.done():
        await asyncio.sleep(0.001)
        turns += 1
    assert turns > 20


async def test_errors_come_back_as_what_they_are(pool: RenderPool) -> None:
    with pytest.raises(UnprintableText, match="U\\+E000") as refused:
        await pool.render(CERTIFICATE, certificate_data(name="林\ue000"))
    assert (refused.value.field, refused.value.label, refused.value.characters) == ("name", "姓名", "\ue000")
    with pytest.raises(UnprintablePhoto):
        await pool.render(CERTIFICATE, certificate_data(photo=b"MZ"))
    with pytest.raises(TypeError, match="CertificateData"):
        await pool.render(CERTIFICATE, receipt_data())
    assert await pool.render(CERTIFICATE, certificate_data())


async def test_a_worker_killed_in_mid_document_is_replaced_and_the_document_made(pool: RenderPool) -> None:
    (pid,) = pool.pids
    os.kill(pid, signal.SIGSTOP)
    rendering = asyncio.create_task(pool.render(CERTIFICATE, certificate_data()))
    await in_hand(pool)
    os.kill(pid, signal.SIGKILL)
    assert (await rendering).startswith(b"%PDF-")
    assert pool.pids not in ((), (pid,))


async def test_a_worker_killed_twice_over_the_same_document_is_an_error(pool: RenderPool) -> None:
    (first,) = pool.pids
    os.kill(first, signal.SIGSTOP)
    rendering = asyncio.create_task(pool.render(CERTIFICATE, certificate_data()))
    await in_hand(pool)
    os.kill(first, signal.SIGKILL)
    await until(lambda: pool.busy > 0 and pool.pids not in ((), (first,)))
    os.kill(pool.pids[0], signal.SIGKILL)
    with pytest.raises(RenderCrashed):
        await rendering
    assert await pool.render(CERTIFICATE, certificate_data())


async def test_a_worker_killed_while_idle_is_not_noticed_by_anyone(pool: RenderPool) -> None:
    (pid,) = pool.pids
    os.kill(pid, signal.SIGKILL)
    assert (await pool.render(CERTIFICATE, certificate_data())).startswith(b"%PDF-")


async def test_a_document_that_takes_too_long_is_given_up() -> None:
    async with RenderPool(workers=1, limits=Limits(seconds=0.5)) as pool:
        (pid,) = pool.pids
        os.kill(pid, signal.SIGSTOP)
        with pytest.raises(RenderTimedOut):
            await pool.render(CERTIFICATE, certificate_data())
        assert not runs(pid)
    async with RenderPool(workers=1) as pool:
        assert await pool.render(CERTIFICATE, certificate_data())


async def test_the_time_limit_leaves_the_pool_working() -> None:
    async with RenderPool(workers=1, limits=Limits(seconds=3)) as pool:
        endless = replace(letter_data(LetterKind.RETURNED), remarks=REMARKS * 20_000)
        with pytest.raises(RenderTimedOut):
            await pool.render(DocumentKind.DECISION_LETTER, endless)
        assert await pool.render(CERTIFICATE, certificate_data())


async def test_a_document_that_needs_too_much_memory_costs_its_worker_only() -> None:
    async with RenderPool(workers=1, limits=Limits(memory_bytes=410 << 20)) as pool:
        (pid,) = pool.pids
        endless = letter_data(LetterKind.RETURNED, remarks=REMARKS * 5_000)
        with pytest.raises(PrintingError) as refused:
            await pool.render(DocumentKind.DECISION_LETTER, endless)
        assert not isinstance(refused.value, RenderTimedOut)
        await until(lambda: pool.idle)
        assert not runs(pid)
        assert await pool.render(DocumentKind.DECISION_LETTER, letter_data(LetterKind.RETURNED))


async def test_data_too_large_to_hand_over_is_refused_before_it_costs_anything(pool: RenderPool) -> None:
    with pytest.raises(DocumentTooLarge):
        await pool.render(CERTIFICATE, certificate_data(photo=bytes(wire.QUESTION_BYTES_MAX)))


async def test_a_caller_who_leaves_takes_no_worker_along(pool: RenderPool) -> None:
    (pid,) = pool.pids
    for _ in range(5):
        rendering = asyncio.create_task(pool.render(CERTIFICATE, certificate_data(name="张走")))
        await in_hand(pool)
        rendering.cancel()
        with pytest.raises(asyncio.CancelledError):
            await rendering
    assert "李留" in text_of(await pool.render(CERTIFICATE, certificate_data(name="李留")))
    assert pool.pids == (pid,)


async def test_a_worker_is_replaced_after_its_share() -> None:
    async with RenderPool(workers=1, limits=Limits(documents=2)) as pool:
        seen = []
        for _ in range(4):
            await pool.render(CERTIFICATE, certificate_data())
            await until(lambda: pool.idle)
            seen.append(pool.pids[0])
    assert len(set(seen)) == 3


async def test_too_many_waiting_are_sent_away() -> None:
    async with RenderPool(workers=1, waiting_max=2) as pool:
        waiting = [asyncio.create_task(pool.render(CERTIFICATE, certificate_data())) for _ in range(2)]
        await in_hand(pool)
        with pytest.raises(PoolBusy):
            await pool.render(CERTIFICATE, certificate_data())
        assert all(await asyncio.gather(*waiting))


async def test_closing_ends_the_workers_and_whoever_waits() -> None:
    pool = RenderPool(workers=1)
    pool.begin()
    await pool.ready()
    (pid,) = pool.pids
    waiting = [asyncio.create_task(pool.render(CERTIFICATE, certificate_data())) for _ in range(3)]
    await in_hand(pool)
    await pool.close()
    ended = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(end) for end in ended] == [PoolClosed] * 3
    assert not runs(pid)
    with pytest.raises(PoolClosed):
        await pool.render(CERTIFICATE, certificate_data())


async def test_a_worker_sees_no_secret_of_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    async with RenderPool(workers=1) as pool:
        (pid,) = pool.pids
        environment = await asyncio.to_thread(Path(f"/proc/{pid}/environ").read_bytes)
        assert b"secret" not in environment


SERVER = """
import asyncio
from printing.pool import RenderPool
async def serve():
    async with RenderPool(workers=1) as pool:
        print(pool.pids[0], flush=True)
        await asyncio.Event().wait()
asyncio.run(serve())
"""


def test_a_worker_does_not_outlive_a_killed_server() -> None:
    with subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        worker = os.pidfd_open(int(server.stdout.readline()))
        server.kill()
    ended, _, _ = select.select([worker], [], [], 10)
    os.close(worker)
    assert ended


def test_the_server_side_loads_no_renderer() -> None:
    check = "import sys, printing.pool; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


async def test_a_begun_pool_makes_what_is_asked_for_before_its_workers_stand() -> None:
    pool = RenderPool(workers=1)
    pool.begin()
    try:
        states = [pool.state]
        assert "林晓安" in text_of(await pool.render(CERTIFICATE, certificate_data()))
        assert [*states, pool.state] == [PoolState.STARTING, PoolState.READY]
    finally:
        await pool.close()


async def test_a_start_that_failed_is_told_to_whoever_asks_and_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool = RenderPool(workers=1)
    with monkeypatch.context() as without:
        without.setenv("PATH", "/nonexistent")
        pool.begin()
        try:
            with pytest.raises(NoChineseFont, match="fc-list"):
                await pool.ready()
            states = [pool.state]
            with pytest.raises(NoChineseFont):
                await pool.render(CERTIFICATE, certificate_data())
            without.undo()
            assert await pool.render(CERTIFICATE, certificate_data())
            assert [*states, pool.state] == [PoolState.FAILED, PoolState.READY]
        finally:
            await pool.close()
