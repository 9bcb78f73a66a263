"""Media types of answers."""

JSON = "application/json"
MODERN = "application/graphql-response+json"
EVENTS = "text/event-stream"


def preferred(accept: str) -> str:
    """The first of the two GraphQL media types that the client names; plain JSON otherwise."""
    for part in accept.split(","):
        name = part.split(";", 1)[0].strip().lower()
        if name in (JSON, MODERN):
            return name
    return JSON


def settled(accept: str) -> str:
    """An Accept header without event streams when JSON is named before them.

    Clients that take everything (urql names all it understands) want one answer, not a stream of one event.
    """
    names = [part.split(";", 1)[0].strip().lower() for part in accept.split(",")]
    answers = [names.index(name) for name in (JSON, MODERN) if name in names]
    if EVENTS not in names or not answers or min(answers) > names.index(EVENTS):
        return accept
    return ",".join(part for part, name in zip(accept.split(","), names, strict=True) if name != EVENTS)
