"""What the service lends to registration's part of the schema, found by type among `Context.services`."""

from collections.abc import Callable


class Verifier:
    """Tells whether a code carries the service's own signature."""

    def __init__(self, genuine: Callable[[str], bool]) -> None:
        self._genuine = genuine

    def __call__(self, code: str) -> bool:
        return self._genuine(code)


class PhotoAddress:
    """Gives the short-lived address of a certificate's photo, by the file's row key."""

    def __init__(self, address: Callable[[int], str]) -> None:
        self._address = address

    def __call__(self, file_id: int) -> str:
        return self._address(file_id)
