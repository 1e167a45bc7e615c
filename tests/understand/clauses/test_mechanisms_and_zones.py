"""Who watches what, and where: mechanisms, zones and lines as an agreement's clauses tell them, null where none does."""

import pytest
from tests.understand.clauses.test_covenants import claims_in

HEAD = (
    "Ceasefire Agreement between the Government of Kenya and the Free Aceh Movement (GAM)\n\nNairobi, 3 March 2026\n\n"
    "1. The Parties shall stop all attacks.\n"
)


def test_a_body_that_watches_is_a_mechanism_with_its_means_reports_and_first_step():
    claims = claims_in(
        HEAD
        + "2. The Joint Commission shall monitor the ceasefire with drones and patrols. The Joint Commission shall report to both "
        "Parties every week.\n3. In the event of a violation, the Joint Commission shall begin an inquiry.\n"
    )
    (one,) = claims.mechanisms
    assert one.run_by is not None
    assert one.run_by.description == "Joint Commission"
    assert (one.clause, one.watches, one.means) == ("2", "the ceasefire", "with drones and patrols")
    assert one.reporting == "report to both Parties every week"
    assert (one.trigger, one.response) == ("In the event of a violation", "begin an inquiry")
    assert one.mandate is None
    for field in ("watches", "means", "reporting", "trigger", "response"):
        assert one.evidence[field][0].quote == getattr(one, field)


def test_whoever_verifies_an_act_watches_it():
    (one,) = claims_in(
        HEAD + "2. GAM shall hand over its arms under the supervision of the OSCE.\n3. The road is long.\n"
    ).mechanisms
    assert one.run_by is not None
    assert (one.run_by.party, one.watches.partition(" its")[0]) == ("OSCE", "hand over")


def test_what_no_clause_has_watched_is_no_mechanism():
    claims = claims_in(HEAD + "2. Kenya shall monitor its border.\n3. The Commission may inspect depots.\n")
    assert claims.mechanisms == ()


ZONES = [
    ("The Parties shall withdraw behind a Zone of Separation, which extends 2 kilometres on either side of the agreed cease-fire line.",
     ("buffer", "Zone of Separation", "the agreed cease-fire line", None, 2.0, None)),
    ("GAM shall keep no arms within five km on each side of the border between Kenya and Somalia.",
     ("buffer", None, "the border between Kenya and Somalia", None, 5.0, None)),
    ("All heavy weapons west of the line Orikhiv–Tokmak shall be withdrawn.", ("side", None, "the line Orikhiv–Tokmak", "west", None, None)),
    ("No armed men shall remain south of the Litani River.", ("side", None, "the Litani River", "south", None, None)),
    ("The Parties shall create a security zone at least 50 km wide.", ("zone", "security zone", None, None, None, 50.0)),
    ("The Parties shall mark a demilitarised zone 800 metres wide.", ("zone", "demilitarised zone", None, None, None, 0.8)),
    ("The Parties shall respect the demilitarised zone.", ("zone", "demilitarised zone", None, None, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "expected"), ZONES, ids=[clause[:40] for clause, _ in ZONES])
def test_a_zone_is_told_by_its_words_and_no_more(clause, expected):
    text = HEAD + f"2. {clause}\n3. The road is long.\n"
    (zone,) = claims_in(text).zones
    assert (zone.kind, zone.name, zone.line, zone.side, zone.within_km, zone.wide_km) == expected
    assert zone.clause == "2"
    assert all(text[span.start : span.end] == span.quote for span in zone.spans)


@pytest.mark.parametrize(
    "clause", ["The Parties shall meet in a safe place.", "Kenya lies east of Uganda.", "They walk 5 km a day."]
)
def test_other_words_of_places_are_no_zones(clause):
    assert claims_in(HEAD + f"2. {clause}\n3. The road is long.\n").zones == ()


def test_sides_exchanged_exchange_in_mechanisms_and_change_nothing_else():
    text = (
        "Accord between {a} and {b}\n\n1. {a} shall withdraw under the supervision of the OSCE.\n2. {b} shall stay.\n"
    )
    one, other = (claims_in(text.format(a=a, b=b)).mechanisms for a, b in (("Kenya", "Ghana"), ("Ghana", "Kenya")))
    assert [(m.run_by, m.watches, m.clause) for m in one] == [(m.run_by, m.watches, m.clause) for m in other]
