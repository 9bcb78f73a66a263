"""Errors as clients see them; the schema has already given each its code and masked what nobody foresaw."""

from typing import Any

from graphql import GraphQLError

from models.kernel.errors import Fault
from schema.common.faults import covered


def formatted(error: GraphQLError) -> dict[str, Any]:
    """An operation's error for the wire."""
    return dict(covered(error).formatted)


def plain(fault: Fault) -> dict[str, Any]:
    """A fault outside of any operation, in the shape of a GraphQL answer."""
    return {"errors": [{"message": fault.message, "extensions": {"code": fault.code}}]}
