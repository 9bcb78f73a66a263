"""The text of a plan's functions. It holds names of the schema and of bound objects, never a value of a request."""

from collections.abc import Callable, Sequence
from typing import Any

from graphql import GraphQLList, GraphQLNonNull, GraphQLOutputType, is_leaf_type

from models.kernel.dialect import Dialect
from schema.plans.codec import PASSED, as_it_is, leaf, names_of, shown_column
from schema.plans.troubles import Unexpected

BUILD = "build"
HOLE = "@"
"""Stands for a value in the text of how it is shown; no name of a schema holds it."""
MAX_INT = 2**31


class Text:
    """Gathers lines, and the objects that they name."""

    def __init__(self) -> None:
        self.bound: dict[str, Any] = {
            "Unexpected": Unexpected,
            "items": items,
            "each": each,
            "absent": absent,
            "EMPTY": (),
        }
        self._names: dict[tuple[str, int], str] = {}
        self._made: dict[tuple[str, str], Any] = {}
        self._fresh = 0
        self._build: list[str] = []
        self._others: list[str] = []

    def bind(self, what: Any, hint: str) -> str:
        """The name under which generated text finds an object."""
        known = (hint, id(what))
        if known not in self._names:
            self._names[known] = f"{hint}{len(self.bound)}"
            self.bound[self._names[known]] = what
        return self._names[known]

    def fresh(self, hint: str) -> str:
        self._fresh += 1
        return f"{hint}{self._fresh}_"

    def line(self, *lines: str) -> None:
        """Lines of the function that writes the answer; children come before their parents."""
        self._build += lines

    @property
    def lines(self) -> int:
        """How many lines the answer's function has so far."""
        return len(self._build)

    def apart(self, name: str, since: int, expression: str) -> None:
        """A function beside the answer's, of the lines that this one has got since then."""
        self._others += [
            f"def {name}(run):",
            "    o = c = None",
            *(f"    {one}" for one in self._build[since:]),
        ]
        self._others.append(f"    return {expression}")

    def shape(self, shown: str, checked: str | None = None) -> str:
        """A function of the answer's text that shows an object; gives its name."""
        name = self.fresh("s")
        guard = [f"    if not {checked}(o, None): raise Unexpected(o)"] if checked else []
        self.line(f"def {name}(o):", *guard, "    c = getattr(o, '_row', o)", f"    return {shown}")
        return name

    def walk(self, name: str, lines: Sequence[str]) -> str | None:
        """A function that collects an object's keys; None when there is nothing to collect."""
        if not lines and name != "collect_root":
            return None
        body = lines or ["pass"]
        self._others += [
            f"def {name}(run, o):",
            "    c = getattr(o, '_row', o)",
            *(f"    {one}" for one in body),
        ]
        return name

    def function(self, name: str, parameters: str, expression: str) -> None:
        """A function beside the answer's."""
        self._others += [f"def {name}({parameters}):", f"    return {expression}"]

    def collector(self, index: int, lines: Sequence[str]) -> None:
        if lines:
            self._others += [
                f"def collect{index}(run, R):",
                "    for r in R:",
                *(f"        {one}" for one in lines),
            ]

    def whole(self) -> str:
        return "\n".join(
            [*self._others, f"def {BUILD}(run):", "    o = c = None", *(f"    {one}" for one in self._build)]
        )

    def nullable(self, expression: str, show: str) -> str:
        """`show` says how the value in its hole is shown; null stays null."""
        name = self.fresh("v")
        return f"(None if ({name} := {expression}) is None else {show.replace(HOLE, name)})"

    def complete(self, type_: GraphQLOutputType, expression: str, show: str | None = None) -> str:
        """A Python value as its type shows it. `show`: how the object in its hole is shown."""
        if isinstance(type_, GraphQLNonNull):
            return self._certain(type_.of_type, expression, show)
        if is_leaf_type(type_) and show is None:
            return self._leaf(type_, expression, nullable=True)
        return self.nullable(expression, self._certain(type_, HOLE, show))

    def column(self, field: Any, type_: GraphQLOutputType, raw: str, decoded: str, speech: Dialect) -> str:
        """A column as its type shows it."""
        certain = isinstance(type_, GraphQLNonNull)
        inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        shown = shown_column(field, inner, speech) if is_leaf_type(inner) else None
        if shown is None:
            return self.complete(type_, decoded)
        if shown is as_it_is:
            return raw
        turn = f"{self.bind(shown, 'turn')}({HOLE})"
        return turn.replace(HOLE, raw) if certain else self.nullable(raw, turn)

    def _certain(self, type_: GraphQLOutputType, expression: str, show: str | None) -> str:
        if isinstance(type_, GraphQLList):
            name = self.fresh("x")
            inner = self.complete(type_.of_type, name, show)
            if ":=" in expression:  # Python lets the iterable of a comprehension give no names
                return f"list(map(lambda {name}: {inner}, items({expression})))"
            return f"[{inner} for {name} in items({expression})]"
        if show is not None:
            return show.replace(HOLE, expression)
        return self._leaf(type_, expression, nullable=False)

    def _leaf(self, type_: Any, expression: str, *, nullable: bool) -> str:
        if hasattr(type_, "wrapped_cls"):
            table = self.bind(self._once("names", type_, names_of), "names")
            return self.nullable(expression, f"{table}[{HOLE}]") if nullable else f"{table}[{expression}]"
        show, name = self.bind(self._once("leaf", type_, leaf), "leaf"), self.fresh("v")
        fits = [f"{name} is None"] if nullable else []
        if type_.name in PASSED:
            fits.append(f"type({name}) is {PASSED[type_.name].__name__}")
        elif type_.name == "Int":
            fits.append(f"type({name}) is int and {-MAX_INT} <= {name} < {MAX_INT}")
        if not fits:
            return f"{show}({expression})"
        # The first test is where the value gets its name.
        first, *rest = fits
        named = first.replace(name, f"({name} := {expression})", 1)
        return f"({name} if {' or '.join([named, *rest])} else {show}({name}))"

    def _once(self, what: str, type_: Any, make: Callable[[Any], Any]) -> Any:
        key = (what, type_.name)
        if key not in self._made:
            self._made[key] = make(type_)
        return self._made[key]


def items(value: Any) -> Any:
    """:raises Unexpected: not a list or tuple; graphql-core decides what else is one."""
    if type(value) is list or type(value) is tuple:
        return value
    raise Unexpected(f"no list: {value!r}")


def each(value: Any) -> Any:
    """The objects in a value, however lists are nested."""
    if value is None:
        return
    if isinstance(value, list | tuple):
        for one in value:
            yield from each(one)
    else:
        yield value


def absent() -> Any:
    """A place that must not be empty is."""
    raise Unexpected("null where the type has none")
