"""The program of a worker process: `python -m printing.worker MEMORY_BYTES SECONDS`, one document after another.

It ends by itself when the server is gone: at the end of its standard input, or when the alarm rings.
"""

import logging
import os
import resource
import signal
import sys
import traceback
from typing import BinaryIO

from printing import wire
from printing.documents import DOCUMENTS
from printing.errors import DocumentTooLarge, PrintingError
from printing.fonts import require_chinese
from printing.writer import html_to_pdf

WARM_UP = '<html lang="zh-CN"><body class="{}"><p>执业<b>注册</b>0123</p></body></html>'


def main() -> None:
    """Serve documents until the server closes the pipe."""
    memory_bytes, seconds = int(sys.argv[1]), int(sys.argv[2])
    answers = _take_over_output()
    _limit(memory_bytes)
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    _send(answers, _greeting())
    while body := _receive(sys.stdin.buffer):
        signal.alarm(seconds)
        answer = _answer(body)
        signal.alarm(0)
        _send(answers, answer)


def _take_over_output() -> BinaryIO:
    """Keep standard output for answers; whatever a library prints goes to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _limit(memory_bytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _greeting() -> bytes:
    """Load the fonts before the first document asks for them."""
    try:
        require_chinese()
    except PrintingError as error:
        return wire.failed(error)
    for look in ("form", "letter"):
        html_to_pdf(WARM_UP.format(look), {})
    return wire.made(wire.READY)


def _answer(body: bytes) -> bytes:
    try:
        kind, data = wire.parsed_question(body)
        return wire.made(DOCUMENTS[kind].make(data))
    except PrintingError as error:
        return wire.failed(error)
    except (MemoryError, SystemError):  # the second is what C code makes of a failed allocation
        return wire.failed(DocumentTooLarge())
    except Exception as error:
        _report(error)
        return wire.failed(PrintingError())


def _report(error: Exception) -> None:
    """Where it broke, without the message: that may carry what stood in the document."""
    places = "".join(traceback.format_tb(error.__traceback__))
    sys.stderr.write(f"document failed: {type(error).__name__}\n{places}")


def _receive(questions: BinaryIO) -> bytes:
    head = questions.read(wire.LENGTH.size)
    return questions.read(wire.LENGTH.unpack(head)[0]) if len(head) == wire.LENGTH.size else b""


def _send(answers: BinaryIO, body: bytes) -> None:
    try:
        answers.write(wire.frame(body))
        answers.flush()
    except BrokenPipeError:
        os._exit(0)  # the server is gone, perhaps before this worker stood: nobody is left to be told


if __name__ == "__main__":
    main()
