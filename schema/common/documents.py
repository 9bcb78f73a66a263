"""What a request must be before anything of it runs: one operation meant, and texts that can be kept."""

from collections.abc import Iterator

from graphql import GraphQLError, Node, OperationDefinitionNode, StringValueNode, Visitor, visit
from strawberry.extensions import SchemaExtension

from models.kernel.errors import BadRequest

NOT_KEPT = "\x00"
"""PostgreSQL keeps no text with it; no person types it."""


class SoundDocuments(SchemaExtension):
    """Refuses a document of several operations without the name of one (the library would run the first), and texts
    with a NUL or half of a surrogate pair."""

    def on_validate(self) -> Iterator[None]:
        # Before the library looks at what was found, and after the caches, which overwrite it.
        if not self.execution_context.pre_execution_errors and (fault := self._fault()):
            self.execution_context.pre_execution_errors = [GraphQLError(fault.message, original_error=fault)]
        yield

    def _fault(self) -> BadRequest | None:
        context = self.execution_context
        assert context.graphql_document
        operations = [
            node for node in context.graphql_document.definitions if isinstance(node, OperationDefinitionNode)
        ]
        # The public name falls back to the first operation.
        if len(operations) > 1 and context._provided_operation_name is None:
            return BadRequest(f"请求中有 {len(operations)} 个操作，须用 operationName 指明运行哪一个")
        found = unsound(context.variables or {})
        # In a document such a character can stand only as an escape.
        if found is None and "\\u" in (context.query or ""):
            found = unsound_literal(context.graphql_document)
        if found is None:
            return None
        place, character = found
        return BadRequest(f"{place or '查询文本'} 中有不能保存的字符 U+{ord(character):04X}，请去掉")


Found = tuple[str, str]
"""Where in the variables (empty: in the document), and which character."""


def unsound(value: object, at: str = "") -> Found | None:
    """The first text among variables that cannot be kept."""
    if isinstance(value, str):
        character = _unsound_character(value)
        return (at, character) if character else None
    if isinstance(value, dict):
        parts = ((f"{at}.{name}" if at else str(name), inner) for name, inner in value.items())
    elif isinstance(value, list):
        parts = ((f"{at}[{index}]", inner) for index, inner in enumerate(value))
    else:
        return None
    return next((found for place, inner in parts if (found := unsound(inner, place))), None)


def _unsound_character(text: str) -> str | None:
    if text.isascii():
        return NOT_KEPT if NOT_KEPT in text else None
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return text[error.start]
    return NOT_KEPT if NOT_KEPT in text else None


def unsound_literal(document: Node) -> Found | None:
    """The first text of a document that cannot be kept."""
    looking = _Literals()
    visit(document, looking)
    return ("", looking.character) if looking.character else None


class _Literals(Visitor):
    character: str | None = None

    def enter_string_value(self, node: StringValueNode, *_: object) -> None:
        self.character = self.character or _unsound_character(node.value)
