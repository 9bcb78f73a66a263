"""A compiled operation: its statements in rounds, the values computed between them, and the function that answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    OperationDefinitionNode,
)
from strawberry.types.field import StrawberryField

from schema.plans.build import PlannedSchema
from schema.plans.compile import Compiler, Question
from schema.plans.places import Fetch, Root, Values
from schema.plans.text import BUILD


@dataclass(frozen=True, eq=False)
class Round:
    """What is read and computed together, after what the rounds before have given."""

    fetches: tuple[Fetch, ...]
    values: tuple[Values, ...]


@dataclass(frozen=True, eq=False)
class Plan:
    """One operation for one answer to each @include, @skip and `allow`, on one kind of database."""

    schema: PlannedSchema
    operation: OperationDefinitionNode
    fragments: dict[str, FragmentDefinitionNode]
    fetches: tuple[Fetch, ...]
    values: tuple[Values, ...]
    rounds: tuple[Round, ...]
    arguments: tuple[tuple[GraphQLField, FieldNode, StrawberryField], ...]
    resolvers: dict[int, Root]
    roots: dict[str, Root]
    """Of a mutation or subscription: the fields whose values are given to the plan."""
    about: tuple[int, ...]
    """Statements that read the object a frame is about: without it there is no frame."""
    needs_head: bool
    given: frozenset[str]
    functions: dict[str, Any]
    text: str

    @property
    def build(self) -> Callable[[Any], Any]:
        return self.functions[BUILD]  # type: ignore[no-any-return]


def compiled(question: Question) -> Plan:
    """:raises Unplanned: something in the operation has no plan."""
    made = Compiler(question)
    made.root()
    text = made.text.whole()
    functions = dict(made.text.bound)
    exec(compile(text, "<plan>", "exec"), functions)  # noqa: S102 text of names of the schema only
    last = max([0, *(one.round for one in made.fetches), *(one.round for one in made.values)])
    return Plan(
        schema=question.schema,
        operation=question.operation,
        fragments=question.fragments,
        fetches=tuple(made.fetches),
        values=tuple(made.values),
        rounds=tuple(
            Round(
                tuple(one for one in made.fetches if one.round == at),
                tuple(one for one in made.values if one.round == at),
            )
            for at in range(last + 1)
        ),
        arguments=tuple(made.arguments),
        resolvers=made.resolvers,
        roots=made.roots,
        about=tuple(made.about),
        needs_head=made.needs_head,
        given=frozenset(made.given),
        functions=functions,
        text=text,
    )
