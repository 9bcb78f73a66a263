"""One worker process, seen from the server: started, asked, ended."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from printing import wire
from printing.errors import DATA_AT_FAULT, PrintingError, RenderCrashed, RenderTimedOut

ROOT = Path(__file__).parent.parent
START_SECONDS_MAX = 60
ALARM_SLACK_SECONDS = 10
"""A worker whose server is gone rings its own alarm this much after the time limit."""

PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH")
"""Environment that a worker sees: no password of the service is among it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What one worker may use."""

    seconds: float = 30
    """For one document."""
    memory_bytes: int = 2 << 30
    """Address space, in which the mapped fonts count too."""
    documents: int = 200
    """Made before the worker is replaced: what the libraries leak goes with it."""


class WorkerLost(Exception):
    """The process ended while it owed an answer."""


class Child:
    """A worker process with its pipes. It answers one question at a time."""

    def __init__(self, process: Process, limits: Limits) -> None:
        self._process = process
        self._limits = limits
        self.made = 0

    @classmethod
    async def start(cls, limits: Limits) -> Self:
        """Start a process and wait until its fonts are loaded.

        Raises:
            NoChineseFont: it found none.
            RenderTimedOut, RenderCrashed: it did not get ready.
        """
        arguments = (str(limits.memory_bytes), str(int(limits.seconds) + ALARM_SLACK_SECONDS))
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "printing.worker",
            *arguments,
            stdin=PIPE,
            stdout=PIPE,
            cwd=ROOT,
            env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
            start_new_session=True,  # Ctrl+C is for the server, which lets it finish; it ends with its input
        )
        child = cls(process, limits)
        try:
            wire.parsed_answer(await child._answer(START_SECONDS_MAX))
        except WorkerLost as error:
            await child.end()
            raise RenderCrashed from error
        except BaseException:
            await child.end()
            raise
        return child

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs, as far as is known."""
        return self._process.returncode is None

    @property
    def worn_out(self) -> bool:
        """Whether it has made its share of documents."""
        return self.made >= self._limits.documents

    async def ask(self, question: bytes) -> bytes:
        """The document for a question.

        Raises:
            RenderTimedOut: no answer in time; the process is ended.
            WorkerLost: the process ended before it answered.
            PrintingError: what the worker answered instead.
        """
        assert self._process.stdin is not None
        self.made += 1
        with suppress(ConnectionError):  # a broken pipe is told apart at the read below
            self._process.stdin.write(wire.frame(question))
        try:
            return wire.parsed_answer(await self._answer(self._limits.seconds))
        except DATA_AT_FAULT:
            raise
        except PrintingError:
            await self.end()  # out of memory or astray: it may be of no use to the next document
            raise

    async def end(self) -> None:
        """Kill the process and wait until it is gone; harmless when it already is."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()

    async def _answer(self, seconds: float) -> bytes:
        assert self._process.stdout is not None
        try:
            async with asyncio.timeout(seconds):
                head = await self._process.stdout.readexactly(wire.LENGTH.size)
                return await self._process.stdout.readexactly(wire.LENGTH.unpack(head)[0])
        except TimeoutError as error:
            await self.end()
            raise RenderTimedOut from error
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            await self.end()
            raise WorkerLost from error
