"""Parsing with a cache that keeps syntax errors inside the operation."""

from collections.abc import Iterator
from contextlib import suppress

from graphql import GraphQLError
from strawberry.extensions import ParserCache


class SafeParserCache(ParserCache):
    """The library's cache raises out of a stream on a syntax error: leave the document unset, and the schema
    parses again and reports the error as an answer."""

    def on_parse(self) -> Iterator[None]:
        with suppress(GraphQLError):
            context = self.execution_context
            context.graphql_document = self.cached_parse_document(context.query, **context.parse_options)
        yield
