"""The page says what the results say, and nothing is called reached that was not."""

from pathlib import Path

import pytest

from bench.__main__ import run
from bench.data.cast import Size
from bench.floors import Floor
from bench.measure.announcing import Announcing
from bench.measure.different import Different
from bench.measure.fanout import FanOut
from bench.measure.form import FULL, QUICK
from bench.measure.page import PageSpeed
from bench.measure.size import CASES, WORK, SizeCost
from bench.measure.soak import Soak, growth
from bench.processes import NotStarted
from bench.report import page
from bench.report.chart import chart
from bench.report.targets import TARGETS
from bench.results import Results, earlier
from bench.sections import SECTIONS, Setting
from bench.settings import duration, parse
from bench.smoke import Judged


def speed(server: str, *rates: float) -> PageSpeed:
    return PageSpeed(server, 16, sorted(rates)[len(rates) // 2], 1.0, 2.0, 0.1, list(rates))


def fanned(server: str, sockets: int, last_ms: float, cpu_us: float) -> FanOut:
    return FanOut(server, sockets, last_ms, cpu_us, 20.0, 1.0, [last_ms], [cpu_us])


def measured() -> Results:
    results = Results(machine={"processor": "one <core>", "busy": "no"})
    pages = [speed("zhiye", 90, 100, 110), speed("hand-written", 100, 100, 100), speed("Strawberry", 2, 2, 2)]
    results.put("page", FULL.name, pages)
    sent = [
        fanned("zhiye", 1000, 20, 10),
        fanned("websockets.broadcast", 1000, 10, 5),
        fanned("Strawberry", 1000, 90, 300),
    ]
    results.put("fanout", QUICK.name, sent)
    results.put("different", FULL.name, [Different(10_000, 60, 3.0, 2.0, 30.0)])
    return results


def row(results: Results, what: str) -> tuple[float | None, bool | None]:
    (target,) = [one for one in TARGETS if one.what.startswith(what)]
    return target.value(results), target.reached(results)


def test_ratios_are_medians_of_the_ratios_of_each_round() -> None:
    assert row(measured(), "queue page, 16 connections: ours / hand-written") == (1.0, True)
    assert row(measured(), "queue page: ours / stock") == (50.0, True)


def test_what_is_larger_than_its_most_is_not_reached() -> None:
    assert row(measured(), "one event to 1,000: last delivery, ours / websockets") == (2.0, False)
    assert row(measured(), "processor time per delivered") == (30.0, True)
    assert row(measured(), "different events") == (3.0, True)


def test_what_was_not_measured_is_neither_reached_nor_missed() -> None:
    assert row(measured(), "one event to 5,000") == (None, None)
    assert row(Results(), "queue page: ours / Mercurius") == (None, None)


def test_the_page_names_the_command_of_every_section_and_the_form_it_was_run_in() -> None:
    text = page.text(measured())
    for name in SECTIONS:
        assert f"--only {name}`" in text
    assert "`./dev bench --quick --only fanout`" in text
    assert "| zhiye | 16 | 100 |" in text
    assert "What is not reached, and why" in text


def test_an_endurance_run_stands_on_the_page_with_its_verdict() -> None:
    results = measured()
    results.put("soak", duration(3600), [Soak(3600.0, 9000, 400, [100_000, 110_000], 0.04)])
    text = page.text(results)
    assert "| 9,000 | 400 | 100,000 | 110,000 | 4.0% | **not flat**, at most 3% |" in text
    assert "`./dev bench --soak 60m`" in text


def test_records_of_an_older_shape_count_as_not_measured() -> None:
    results = Results(sections={"page": [{"server": "zhiye", "speed": 1.0}]})
    assert results.get("page", PageSpeed) == []
    assert row(results, "queue page: ours / stock") == (None, None)


def test_a_busy_machine_is_said_on_the_page() -> None:
    results = measured()
    assert "busy with other work" not in page.text(results)
    results.machine["busy"] = "yes"
    assert "busy with other work" in page.text(results)


def test_the_chart_is_drawn_from_the_figures_and_is_empty_without_them() -> None:
    drawn = chart(measured())
    assert drawn.count("<rect") == 6
    assert ">hand-written</text>" in drawn
    assert "<rect" not in chart(Results())


def test_memory_that_wavers_is_flat_and_memory_that_climbs_is_not() -> None:
    assert abs(growth([50, 100, 100, 101, 100, 101, 100, 101])) < 0.02
    assert growth([100, 110, 120, 130, 140, 150, 160, 170]) > 0.15


def test_a_ratio_under_its_floor_fails() -> None:
    floor = Floor("ours / theirs", least=2.0, today=3.0)
    assert Judged(floor, 2.0).passed
    assert not Judged(floor, 1.9).passed
    assert "TOO LOW" in str(Judged(floor, 1.9))


def test_a_duration_needs_its_unit(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse(["--soak", "60m"]).soak == 3600
    with pytest.raises(SystemExit):
        parse(["--soak", "60"])
    assert "write 20s, 60m or 1h" in capsys.readouterr().err


def test_an_announcement_counts_as_if_all_were_told_and_by_how_much_others_wait() -> None:
    results = Results()
    results.put("announcing", QUICK.name, [Announcing(5_000, 10.0, 2.0, 12.0)])
    assert row(results, "batch announced: seconds") == (20.0, True)
    assert row(results, "batch announced: a reviewer's page") == (6.0, False)


def test_growth_with_size_is_ours_out_of_a_million_to_ours_out_of_a_hundred_thousand() -> None:
    results = Results()
    costs = [
        SizeCost(size, page, server, 100.0, p50, 9.0)
        for size, page, server, p50 in (
            (10_000, CASES, "zhiye", 5.0),
            (100_000, CASES, "zhiye", 10.0),
            (100_000, CASES, "hand-written", 1.0),
            (1_000_000, CASES, "zhiye", 12.0),
            (1_000_000, WORK, "zhiye", 40.0),
            (100_000, WORK, "zhiye", 10.0),
        )
    ]
    results.put("size", FULL.name, costs[:3])
    assert row(results, "page of cases") == (None, None)
    results.put("size", FULL.name, costs)
    assert row(results, "page of cases") == (1.2, True)
    assert row(results, "page of open work") == (4.0, False)


def test_a_section_that_fails_leaves_the_others_and_its_earlier_figures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(setting: Setting, results: Results) -> None:
        raise NotStarted("no such peer")

    def measures(setting: Setting, results: Results) -> None:
        results.put("different", FULL.name, [Different(10, 60, 3.0, 2.0, 30.0)])

    monkeypatch.setattr("bench.results.RESULTS", tmp_path / "results.json")
    monkeypatch.setattr("bench.report.page.PAGE", tmp_path / "page.md")
    monkeypatch.setattr("bench.report.page.CHART", tmp_path / "chart.svg")
    monkeypatch.setitem(SECTIONS, "page", fails)
    monkeypatch.setitem(SECTIONS, "different", measures)
    measured().save()
    setting = Setting(FULL, Size(10), frozenset(), None)
    assert run(FULL, setting, ["page", "different"]) == 1
    said = capsys.readouterr()
    assert "page failed: NotStarted: no such peer" in said.err
    kept = earlier()
    assert row(kept, "queue page: ours / stock") == (50.0, True)
    assert row(kept, "different events")[0] == 3.0
    assert "Must reach" in (tmp_path / "page.md").read_text()
