"""Media types of answers."""

JSON = "application/json"
MODERN = "application/graphql-response+json"


def preferred(accept: str) -> str:
    """The first of the two GraphQL media types that the client names; plain JSON otherwise."""
    for part in accept.split(","):
        name = part.split(";", 1)[0].strip().lower()
        if name in (JSON, MODERN):
            return name
    return JSON
