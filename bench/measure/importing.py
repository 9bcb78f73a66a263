"""A file of people imported, as an administrator does it: upload, check, preview, confirm, until all are on record."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from bench.clients.http import ask_once, request
from bench.data.named import ADMINISTRATOR_TOKEN, administrator_signs_in, file_of_people
from bench.peers.catalogue import ours
from bench.processes import Server, running

LOOK_AGAIN_SECONDS = 0.1
PATIENCE_SECONDS = 300.0
UPLOAD = """mutation($input: RequestUploadInput!) { requestUpload(input: $input) { ticket { url file { id } } } }"""
START = """mutation($input: StartImportInput!) { startImport(input: $input) { import { id } } }"""
APPLY = """mutation($input: ApplyImportInput!) { applyImport(input: $input) { import { id } } }"""
LOOK = """query($id: ID!) { node(id: $id) { ... on Import { state version reason faulty } } }"""


@dataclass(frozen=True)
class Imported:
    """Seconds: until the preview was whole, then from the confirmation to the last person on record."""

    people: int
    checked: float
    applied: float

    @property
    def seconds(self) -> float:
        return self.checked + self.applied


def importing(database_url: str, folder: Path, people: int) -> Imported:
    """SQLite: service, database and the reading of the file share the machine."""
    administrator_signs_in(database_url)
    server, content = ours(database_url, folder), file_of_people(people)
    with running([server]):
        began = time.monotonic()
        key = _started(server, content)
        seen = _until(server, key, "CHECKED")
        checked = time.monotonic()
        given = {"id": key, "version": seen["version"], "idempotencyKey": "apply"}
        _ask(server, APPLY, {"input": given})
        _until(server, key, "APPLIED")
        return Imported(people, checked - began, time.monotonic() - checked)


def _started(server: Server, content: bytes) -> str:
    wanted = {"purpose": "IMPORT", "name": "people.csv", "bytes": len(content), "idempotencyKey": "upload"}
    ticket = _ask(server, UPLOAD, {"input": wanted})["requestUpload"]["ticket"]
    headers = {"Authorization": f"Bearer {ADMINISTRATOR_TOKEN}"}
    url = server.http + ticket["url"]
    with urlopen(Request(url, content, headers, method="PUT")) as answer:  # noqa: S310 our own server
        assert answer.status == 200
    given = {"kind": "PERSONS", "fileId": ticket["file"]["id"], "idempotencyKey": "start"}
    started: str = _ask(server, START, {"input": given})["startImport"]["import"]["id"]
    return started


def _until(server: Server, key: str, state: str) -> dict[str, Any]:
    def look() -> dict[str, Any]:
        found: dict[str, Any] = _ask(server, LOOK, {"id": key})["node"]
        if found["state"] == "FAILED" or found["faulty"]:
            raise RuntimeError(f"the import failed: {found}")
        return found

    return _patiently(look, lambda found: found["state"] == state)


def _patiently(
    look: Callable[[], dict[str, Any]], enough: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    until = time.monotonic() + PATIENCE_SECONDS
    while not enough(found := look()):
        if time.monotonic() > until:
            raise TimeoutError(f"still {found}")
        time.sleep(LOOK_AGAIN_SECONDS)
    return found


def _ask(server: Server, document: str, variables: dict[str, Any]) -> dict[str, Any]:
    body = json.dumps({"query": document, "variables": variables}).encode()
    answer = json.loads(ask_once(server.port, request(server.port, ADMINISTRATOR_TOKEN, body)))
    data: dict[str, Any] = answer["data"]
    return data
