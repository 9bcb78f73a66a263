"""Logs: one line of JSON per event (or readable lines at a console), without what identifies people."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import orjson
import structlog
from structlog.typing import Processor

MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)")
IDENTITY = re.compile(r"(?<!\d)(\d{6})(?:\d{8}(\d{3}[\dXx])|\d{6}(\d{3}))(?!\d)")
TOKEN = re.compile(r"(?<![\w-])[A-Za-z0-9_-]{40,}(?![\w-])")
BEARER = re.compile(r"(?i)(bearer\s+)\S+")
NAME_KEYS = {"name", "person", "applicant", "reviewer", "legal_representative", "contact"}
SHORTEST = len("bearer x")
"""Shorter texts hold nothing that is masked."""
HASH = re.compile(r"[0-9a-f]{40,64}")


def configure(*, as_json: bool) -> None:
    """Send everything, the libraries' logs too, through one chain to standard output."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        masked,
    ]
    last: Processor = (
        structlog.processors.JSONRenderer(serializer=_json)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    # Ours go out without the library's records and handlers, which cost more than all the rest of a line.
    structlog.configure(
        processors=[*shared, last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=Lines,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers = []
        logging.getLogger(name).propagate = True
    for name in ("uvicorn.error", "uvicorn.access", "strawberry.execution", "tortoise"):
        logging.getLogger(name).setLevel(logging.WARNING)


class Lines:
    """Where our own log lines end, each whole: standard output."""

    def __init__(self, name: str = "zhiye") -> None:
        self.name = name

    def msg(self, line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    debug = info = warning = error = critical = msg


def _json(event: Any, **_: Any) -> str:
    return orjson.dumps(event, default=str).decode()


def masked(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Mask mobiles, identity numbers, tokens and, by their key, names."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = mask_name(value) if key in NAME_KEYS else mask(value)
    return event


def mask(text: str) -> str:
    """138****5678, 320102********1234; tokens become ***."""
    if len(text) < SHORTEST:
        return text
    text = BEARER.sub(r"\1***", text)
    text = IDENTITY.sub(lambda found: f"{found[1]}********{found[2] or found[3]}", text)
    text = MOBILE.sub(r"\1****\2", text)
    return TOKEN.sub(lambda found: found[0] if HASH.fullmatch(found[0]) else "***", text)


def mask_name(name: str) -> str:
    """张* for 张三: the family name only."""
    return name[:1] + "*" * (len(name) - 1)
