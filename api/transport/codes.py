"""Close codes of sockets. Clients retry 1012, 1013, 4403, 4408, 4498 and 4499; the others are mistakes of theirs."""

from enum import IntEnum


class CloseCode(IntEnum):
    """Codes of the protocol graphql-transport-ws, and the ones it leaves to servers."""

    RESTARTING = 1012
    UNAVAILABLE = 1013
    BAD_MESSAGE = 4400
    UNAUTHORIZED = 4401
    FORBIDDEN = 4403
    NO_SUBPROTOCOL = 4406
    INIT_TIMEOUT = 4408
    ID_IN_USE = 4409
    TOO_MANY = 4429
    TOO_SLOW = 4498
    NO_PONG = 4499

    @property
    def reason(self) -> str:
        return REASONS[self]


REASONS = {
    CloseCode.RESTARTING: "Service Restart",
    CloseCode.UNAVAILABLE: "Try again later",
    CloseCode.BAD_MESSAGE: "Invalid message",
    CloseCode.UNAUTHORIZED: "Unauthorized",
    CloseCode.FORBIDDEN: "Forbidden",
    CloseCode.NO_SUBPROTOCOL: "Subprotocol not acceptable",
    CloseCode.INIT_TIMEOUT: "Connection initialisation timeout",
    CloseCode.ID_IN_USE: "Subscriber already exists",
    CloseCode.TOO_MANY: "Too many messages",
    CloseCode.TOO_SLOW: "Too slow: nothing was read for too long",
    CloseCode.NO_PONG: "No pong received",
}
