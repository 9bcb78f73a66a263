"""Documents that are known by their text or its hash: parsed and validated once."""

from collections import OrderedDict
from collections.abc import Container, Iterable
from hashlib import sha256
from typing import Any

from graphql import DocumentNode, GraphQLError, parse, specified_rules, validate
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from schema.common.documents import unsound_literal
from schema.plans.build import PlannedSchema
from schema.plans.variants import Operation

MOST_DOCUMENTS = 256
"""Kept of those that clients send; the oldest one not asked for is forgotten."""
RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)
"""What the library validates with."""


class Document:
    """A valid document with its operations, each compiled when it is first asked for."""

    def __init__(self, schema: PlannedSchema, node: DocumentNode) -> None:
        self.node = node
        self._schema = schema
        self._operations: dict[str | None, Operation] = {}

    def operation(self, name: str | None) -> Operation | None:
        """None when there is no such operation, or when it is not said which."""
        if name not in self._operations:
            found = Operation(self._schema, self.node, name)
            if found.node is None:
                return None
            self._operations[name] = found
        return self._operations[name]


class Documents:
    """All that one process knows. Invalid texts are known too, so that they are not validated again and again.

    `trusted` ones are known from the start, and never forgotten; each is parsed when it is first asked for.
    `only_trusted`: no others are to be served.
    """

    def __init__(
        self,
        schema: PlannedSchema,
        most_tokens: int,
        trusted: Iterable[str] = (),
        *,
        only_trusted: bool = False,
    ) -> None:
        self.schema = schema
        self.only_trusted = only_trusted
        self._most_tokens = most_tokens
        self._trusted = frozenset(trusted)
        self._made_of_trusted: dict[str, Document | None] = {}
        self._by_text: OrderedDict[str, Document | None] = OrderedDict()
        self._by_hash: OrderedDict[str, str] = OrderedDict((hash_of(text), text) for text in self._trusted)

    def find(self, text: str) -> Document | None:
        """The document of a text; None when it is not valid, and graphql-core will say why."""
        if text in self._trusted:
            if text not in self._made_of_trusted:
                self._made_of_trusted[text] = self._made(text)
            return self._made_of_trusted[text]
        if text in self._by_text:
            self._by_text.move_to_end(text)
            return self._by_text[text]
        found = self._by_text[text] = self._made(text)
        _forget_oldest(self._by_text, MOST_DOCUMENTS)
        return found

    def serves(self, text: str) -> bool:
        """May a client ask this?"""
        return not self.only_trusted or text in self._trusted

    def text_of(self, digest: str) -> str | None:
        """The text that a client told us before by its hash, or that is trusted."""
        return self._by_hash.get(digest)

    def learn(self, digest: str, text: str) -> bool:
        """Know a text by its hash from now on; False when it is not its hash."""
        if digest != hash_of(text):
            return False
        if text not in self._trusted:
            self._by_hash[digest] = text
            _forget_oldest(self._by_hash, MOST_DOCUMENTS + len(self._trusted), keep=self._trusted)
        return True

    def _made(self, text: str) -> Document | None:
        try:
            node = parse(text, max_tokens=self._most_tokens)
        except GraphQLError:
            return None
        if validate(self.schema.core, node, RULES) or unsound_literal(node):
            return None
        return Document(self.schema, node)


def hash_of(text: str) -> str:
    """SHA-256 of a text, in hexadecimal digits, as persisted queries name it."""
    return sha256(text.encode()).hexdigest()


def _forget_oldest(kept: OrderedDict[str, Any], most: int, keep: Container[str] = ()) -> None:
    for name in list(kept) if len(kept) > most else ():
        if len(kept) <= most:
            return
        if kept[name] not in keep:
            del kept[name]
