import pytest
from benchmarks.ceasefire import b_cubed, zones
from benchmarks.ceasefire_custody import ALTERATIONS, daily_seconds, exchanged, killed, symmetric, tampered


def test_b_cubed_weighs_each_report_by_its_own_cluster():
    gold = {"a": 1, "b": 1, "c": 2, "d": 2}
    assert b_cubed(gold, gold) == 1
    assert b_cubed(dict.fromkeys(gold, 0), gold) == pytest.approx(2 / 3)


def test_a_places_standing_to_an_area_is_what_its_disk_tells_point_by_point():
    assert zones(300) >= 0.99


def test_every_kind_of_alteration_is_found_at_its_line():
    assert tampered(2 * len(ALTERATIONS), lines=12) == 1


def test_sides_exchanged_exchange_and_nothing_else_changes():
    assert exchanged(exchanged("NORTH told SOUTH")) == "NORTH told SOUTH"
    assert symmetric(80) == 1


def test_what_was_acknowledged_survives_a_kill():
    acknowledged, lost = killed(1)
    assert (acknowledged > 0, lost) == (True, 0)


def test_a_days_report_does_not_depend_on_how_many_days_are_kept():
    day, every, growth = daily_seconds(2_000, 100)
    assert growth < 3
    assert day < every
