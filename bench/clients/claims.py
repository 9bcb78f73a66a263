"""One reviewer at a desk: takes a work item, puts it back, again and again, each under a new idempotency key."""

import json
from uuid import uuid4

from bench.clients.http import BadAnswer, request
from bench.documents import CLAIM, RELEASE


class Claims:
    """The fence of the release is that of the claim before; a refused step is a fault of the measurement."""

    def __init__(self, port: int, token: str, item: str, fence: int) -> None:
        self._port, self._token, self._item, self._fence = port, token, item, fence
        self._claimed = False

    def next(self, answer: bytes | None) -> bytes:
        if answer is not None:
            self._learn(answer)
        given: dict[str, object] = {"id": self._item, "idempotencyKey": str(uuid4())}
        if self._claimed:
            given["fence"] = self._fence
        document = RELEASE if self._claimed else CLAIM
        body = json.dumps({"query": document, "variables": {"input": given}})
        return request(self._port, self._token, body.encode())

    def _learn(self, answer: bytes) -> None:
        (payload,) = json.loads(answer)["data"].values()
        if payload["userErrors"]:
            raise BadAnswer(str(payload["userErrors"]))
        self._fence = payload["workItem"]["fence"]
        self._claimed = payload["workItem"]["state"] == "HELD"
