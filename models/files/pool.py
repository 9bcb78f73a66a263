"""Work on untrusted content: each piece in a process of its own, with limits of memory and time.

A process is forked per piece from a small server that has the libraries loaded (a few milliseconds). One
that is killed takes only its own piece along, which a shared pool of workers could not promise.
"""

import asyncio
import multiprocessing
import os
import resource
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

SECONDS = 20.0
"""Longest a piece may take."""
MEMORY_OCTETS = 768 * 1024 * 1024
"""Address space of a piece: 25 megapixels need about 300 MB with every copy."""
OUTPUT_OCTETS = 64 * 1024 * 1024
"""Longest file a piece may write."""
AT_ONCE = 2
NICENESS = 5
PRELOADED = ["models.files.photo", "models.files.rendering", "models.files.pdf", "models.transfers.reading"]
"""What the pieces import; the service itself does without."""

_processes = multiprocessing.get_context("forkserver")


class Overrun(Exception):
    """The piece took too long, wanted too much memory, or its process died."""


class ChildPool:
    """Runs functions of importable modules on picklable arguments, so many at once."""

    def __init__(self, at_once: int = AT_ONCE, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="files")
        _processes.set_forkserver_preload(PRELOADED)

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of the work. :raises Overrun: a limit was hit."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._run, work, args, kwargs)

    def close(self) -> None:
        """Let the pieces under way end, start no more."""
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _run(self, work: Callable[..., T], args: Any, kwargs: Any) -> T:
        receiver, sender = _processes.Pipe(duplex=False)
        child = _processes.Process(target=_limited, args=(sender, work, args, kwargs), daemon=True)
        child.start()
        sender.close()
        try:
            if not receiver.poll(self.seconds):
                raise Overrun
            result, failure = receiver.recv()
        except EOFError as error:
            raise Overrun from error
        finally:
            receiver.close()
            child.kill()
            child.join()
        if failure:
            raise RuntimeError(failure)
        done: T = result
        return done


def _limited(sender: Connection, work: Callable[..., Any], args: Any, kwargs: Any) -> None:
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_OCTETS, MEMORY_OCTETS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT_OCTETS, OUTPUT_OCTETS))
    try:
        sender.send((work(*args, **kwargs), None))
    except MemoryError:
        os._exit(1)
    except Exception:
        sender.send((None, traceback.format_exc()))
