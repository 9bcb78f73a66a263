"""A program of somebody else's that talks to the service: HTTP for questions and steps, a socket for streams."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, cast
from uuid import uuid4

import httpx

Json = dict[str, Any]

USER_ERRORS = """userErrors { __typename code message path
  ... on InvalidField { received wanted }
  ... on UnmetRequirement { finding { rule present needed law } }
  ... on WrongState { event { name at summary actor { kind label } } }
  ... on StaleVersion { currentVersion differences { path after mine } }
  ... on Duplicate { existing { id } }
  ... on LimitReached { limit }
}"""


class Faulted(Exception):
    """The answer has top-level errors."""

    def __init__(self, errors: list[Json]) -> None:
        super().__init__(str(errors))
        self.codes = [error["extensions"]["code"] for error in errors]


class Declined(Exception):
    """The step gave user errors."""

    def __init__(self, errors: list[Json]) -> None:
        super().__init__(str(errors))
        self.errors = errors

    @property
    def codes(self) -> list[str]:
        return [error["code"] for error in self.errors]


def new_key() -> str:
    return str(uuid4())


@dataclass
class Client:
    """`http` knows the site's address; `token` is that of whoever signed in with it."""

    http: httpx.AsyncClient
    token: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    async def ask(self, document: str, **variables: Any) -> Json:
        """The data. :raises Faulted: there were errors."""
        body = {"query": document, "variables": variables}
        answer = (await self.http.post("/graphql", json=body, headers=self.headers)).json()
        if answer.get("errors"):
            raise Faulted(answer["errors"])
        return cast(Json, answer["data"])

    async def do(self, step: str, give: str, **values: Any) -> Json:
        """One step with its input; `give` is what to select of the payload.

        :raises Declined: it was refused.
        """
        kind = f"{step[0].upper()}{step[1:]}Input"
        document = f"mutation ($input: {kind}!) {{ {step}(input: $input) {{ {give} cursor {USER_ERRORS} }} }}"
        payload = cast(Json, (await self.ask(document, input=values))[step])
        if payload["userErrors"]:
            raise Declined(payload["userErrors"])
        return payload

    async def download(self, url: str) -> httpx.Response:
        answer = await self.http.get(url, headers=self.headers)
        answer.raise_for_status()
        return answer


@asynccontextmanager
async def visiting(address: str) -> AsyncIterator[Client]:
    """Somebody not signed in."""
    async with httpx.AsyncClient(base_url=address, timeout=30, trust_env=False) as http:
        yield Client(http)
