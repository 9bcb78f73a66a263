"""Times carry their offset; what is read must say its own."""

from datetime import UTC, date, datetime

import pytest
from graphql import GraphQLError

from schema.common.scalars import read_date, read_text, read_time, write_time


def test_times_go_out_in_china_and_come_back_the_same() -> None:
    moment = datetime(2025, 6, 1, 16, 30, tzinfo=UTC)
    assert write_time(moment) == "2025-06-02T00:30:00+08:00"
    assert read_time(write_time(moment)) == moment


@pytest.mark.parametrize("value", ["2025-06-01T08:00:00", "x", 5, None, "2025-06-01"])
def test_a_time_without_offset_is_refused(value: object) -> None:
    with pytest.raises(GraphQLError, match="带时区偏移"):
        read_time(value)


def test_a_time_without_zone_is_not_written() -> None:
    with pytest.raises(ValueError, match="without zone"):
        write_time(datetime(2025, 6, 1))


def test_dates() -> None:
    assert read_date("2025-06-01") == date(2025, 6, 1)
    for value in ("2025-13-01", 5, None):
        with pytest.raises(GraphQLError, match="ISO 8601"):
            read_date(value)
    with pytest.raises(GraphQLError, match="应为文字"):
        read_text(5)
