"""How the server and a worker process talk: frames over the worker's standard input and output.

Questions are pickles, which only the server writes. Answers are plain bytes and JSON, so that a worker that went
astray over somebody's picture cannot make the server run anything.
"""

import json
import pickle
from struct import Struct
from typing import Any

from printing.documents.kinds import DocumentKind
from printing.errors import CROSSING, DocumentTooLarge, PrintingError

LENGTH = Struct(">I")
QUESTION_BYTES_MAX = 16 << 20
READY = b"ready"
MADE, FAILED = b"\x00", b"\x01"


def frame(body: bytes) -> bytes:
    """A body with its length in front."""
    return LENGTH.pack(len(body)) + body


def question(kind: DocumentKind, data: Any) -> bytes:
    """One document to make.

    Raises:
        DocumentTooLarge: the data is too much to hand over.
    """
    body = pickle.dumps((kind.value, data))
    if len(body) > QUESTION_BYTES_MAX:
        raise DocumentTooLarge
    return body


def parsed_question(body: bytes) -> tuple[DocumentKind, Any]:
    """The document to make; called in the worker only."""
    kind, data = pickle.loads(body)  # noqa: S301  written by the server that started this process
    return DocumentKind(kind), data


def made(document: bytes) -> bytes:
    """The answer with a document."""
    return MADE + document


def failed(error: PrintingError) -> bytes:
    """The answer with an error and the words it is rebuilt from."""
    return FAILED + json.dumps({"code": error.code, "details": error.details()}).encode()


def parsed_answer(body: bytes) -> bytes:
    """The document of an answer.

    Raises:
        PrintingError: the one that the worker met.
    """
    if body[:1] == MADE:
        return body[1:]
    error = json.loads(body[1:])
    raise CROSSING[error["code"]].rebuilt(error["details"])
