"""What a request asks: its text, by itself or by its hash, its variables and the name of the operation."""

from collections.abc import Mapping
from typing import Any

import orjson

from api.transport.persisted import text_of
from schema.common.broadcast import Words
from schema.plans.documents import Documents

LONGEST_QUERY = 64 * 1024
PARAMETERS = ("query", "operationName")
STRUCTURED_PARAMETERS = ("variables", "extensions")


def asked_by_body(body: bytes, documents: Documents) -> Words | None:
    """Of a JSON body; None where something about it is unusual, and the library says what.

    :raises Fault: a hash that is not known or wrong, or a text that is not served.
    """
    try:
        return _words(orjson.loads(body), documents)
    except orjson.JSONDecodeError:
        return None


def asked_by_parameters(parameters: Mapping[str, str], documents: Documents) -> Words | None:
    """As above, of a GET request's parameters."""
    try:
        found: dict[str, Any] = {name: parameters[name] for name in PARAMETERS if name in parameters}
        for name in STRUCTURED_PARAMETERS:
            if parameters.get(name):
                found[name] = orjson.loads(parameters[name])
    except orjson.JSONDecodeError:
        return None
    return _words(found, documents)


def _words(data: Any, documents: Documents) -> Words | None:
    if not isinstance(data, dict):
        return None
    text, variables, name = data.get("query"), data.get("variables"), data.get("operationName")
    told = data.get("extensions")
    if not isinstance(text, str | None) or len(text or "") > LONGEST_QUERY:
        return None
    if not all(isinstance(one, dict | None) for one in (variables, told)) or not isinstance(name, str | None):
        return None
    text = text_of(documents, text, told)
    return Words(text, variables or {}, name or None) if text else None
