"""Whom the wheel hangs up on: told apart by pongs and by what was taken."""

from dataclasses import dataclass

from api.transport.codes import CloseCode
from api.transport.liveness import LITTLE_OCTETS, PING, Liveness

MUCH = 10 * LITTLE_OCTETS


@dataclass
class Way:
    """A socket's direct way, as far as liveness asks: `waiting` octets have not been taken."""

    full: bool = False
    written: int = 0
    waiting: int = 0

    def taken(self) -> int:
        return self.written - self.waiting

    def send(self, octets: int) -> None:
        self.written += octets
        self.waiting += octets

    def ping(self, life: Liveness) -> bool:
        begun = life.ping()
        if begun:
            self.send(len(PING))
        return begun


def socket() -> tuple[Way, Liveness]:
    way = Way()
    return way, Liveness(way)  # type: ignore[arg-type]  # has what is asked for and no more


def test_a_pong_is_life_and_without_one_the_next_turn_ends_it() -> None:
    way, life = socket()
    assert way.ping(life)
    way.waiting = 0
    life.answered = True
    assert life.verdict() is None
    assert way.ping(life)
    way.waiting = 0
    assert life.verdict() is CloseCode.NO_PONG


def test_a_client_that_reads_on_towards_the_ping_lives_and_has_one_turn_to_answer_it() -> None:
    way, life = socket()
    way.send(MUCH)
    assert way.ping(life)
    way.waiting -= LITTLE_OCTETS
    assert life.verdict() is None
    assert not way.ping(life)  # the first is still on its way
    way.waiting = 0
    assert life.verdict() is None
    assert not way.ping(life)
    assert life.verdict() is CloseCode.NO_PONG


def test_a_client_that_takes_nothing_of_what_is_before_the_ping_is_gone() -> None:
    way, life = socket()
    way.send(MUCH)
    assert way.ping(life)
    assert life.verdict() is CloseCode.NO_PONG


def test_a_full_socket_is_not_pinged_and_ends_when_nothing_is_taken_for_a_turn_whatever_it_says() -> None:
    way, life = socket()
    way.send(MUCH)
    way.full = True
    assert not way.ping(life)
    way.waiting -= 1
    assert life.verdict() is None
    assert not way.ping(life)
    life.answered = True
    assert life.verdict() is CloseCode.TOO_SLOW


def test_without_a_direct_way_only_pongs_count() -> None:
    life = Liveness(None)
    assert life.ping()
    assert life.verdict() is CloseCode.NO_PONG
    life.answered = True
    assert life.verdict() is None
