"""Why a PDF is not kept; said by whoever parses it, and by whoever asked."""


class Encrypted(Exception):
    """The PDF has a password."""


class ActiveContent(Exception):
    """The PDF has an action that runs by itself or on a click; the argument is its Chinese word."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word
