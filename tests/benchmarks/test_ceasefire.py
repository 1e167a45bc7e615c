import pytest
from benchmarks.ceasefire import b_cubed, zones
from benchmarks.ceasefire_custody import ALTERATIONS, daily_seconds, exchanged, symmetric, tampered
from benchmarks.ceasefire_intake import hand, killed, missing, offline, phones, register

from detente.line.intake import receive
from detente.record import Custody


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


def test_two_phones_apart_for_a_day_and_merged_are_one_and_lose_nothing(tmp_path):
    first, second, photos = offline(24, seed=7)
    assert all((set(first) - set(second), set(second) - set(first), set(first) & set(second), photos))
    assert phones(24) == 0
    alone = Custody(tmp_path)
    receive(alone, first[0], "0.json", hand())
    register(alone)
    assert len(list(missing(alone, {*first, *second}, photos))) >= len({*first, *second}) - 1


def test_a_days_report_does_not_depend_on_how_many_days_are_kept():
    day, every, growth = daily_seconds(2_000, 100)
    assert growth < 3
    assert day < every
