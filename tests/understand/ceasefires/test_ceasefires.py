import pytest
from tests.understand.incidents.told import WAR, actor
from tests.understand.talks.told import told


def rows(text: str) -> list[tuple[str, tuple[str, ...], str | None, str | None, str | None, str | None]]:
    """Status, parties, who declares it, scope, first day and last day of each truce of a text about a war."""
    return [
        (
            one.status, tuple(sorted(one.parties)), actor(one.declared_by), one.scope,
            one.start.earliest if one.start else None, one.end.latest if one.end else None,
        )
        for one in told(text + WAR).ceasefires
    ]  # fmt: skip


WIRE = [
    (
        "The New People's Army will observe a ceasefire from December 25 to January 1, its leadership said.",
        [("declared", ("NPA",), "NPA", None, "2025-12-25", "2026-01-01")],
    ),
    (
        "The 60-day ceasefire between Israel and Hezbollah was extended until February 18, the White House said.",
        [("extended", ("HEZBOLLAH", "ISR"), None, None, None, "2026-02-18")],
    ),
    (
        "Israel and Hamas began observing a ceasefire at noon on Friday.",
        [("in force", ("HAMAS", "ISR"), None, None, "2025-11-21", None)],
    ),
    (
        "Iran denied that any ceasefire had been agreed with Israel.",
        [("denied", ("IRN", "ISR"), "IRN", None, None, None)],
    ),
    (
        "Ukraine accepted a 30-day interim ceasefire in Jeddah on Tuesday.",
        [("agreed", ("UKR",), None, None, None, None)],
    ),
    (
        "The RSF agreed to a humanitarian truce proposed by the United States.",
        [
            ("proposed", (), "USA", "humanitarian", None, None),
            ("agreed", ("RSF",), None, "humanitarian", None, None),
        ],
    ),
    (
        "Russia and Ukraine agreed on a pause in strikes on energy facilities.",
        [("agreed", ("RUS", "UKR"), None, None, None, None)],
    ),
    (
        "Ethiopia's government and the TPLF signed an agreement on the permanent cessation of hostilities.",
        [("agreed", ("ETH", "TPLF"), None, "general", None, None)],
    ),
    (
        "Colombia suspended its ceasefire with the ELN on Sunday.",
        [("suspended", ("COL", "ELN"), "COL", None, None, None)],
    ),
    (
        "The ceasefire in Gaza is holding, the mediators Egypt and Qatar said.",
        [("in force", (), None, "Gaza", None, None)],
    ),
    (
        "A five-day ceasefire is to begin on Saturday, Sudan's army and the RSF said.",
        [("agreed", (), None, None, "2025-11-29", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WIRE, ids=[text[:40] for text, _ in WIRE])
def test_what_the_wires_say_of_a_truce_is_told_with_its_sides_its_scope_and_its_days(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hamas did not deny that it had agreed to a ceasefire with Israel.",
        "The M23 would observe a truce if Rwanda asked it to.",
        "Israel's cabinet is to vote on a truce with Hezbollah on Tuesday.",
        "There was a pause in the talks between Israel and Hamas.",
    ],
)
def test_what_is_only_voted_on_conditional_or_another_pause_says_nothing_of_a_truce(text):
    assert rows(text) == []


DAYS = [
    ("On Monday, Pakistan and Afghanistan agreed to a ceasefire starting on Wednesday.", "2025-11-24", "2025-11-26"),
    ("Hamas declared on 3 November a truce with Israel that will begin on 5 November.", "2025-11-03", "2025-11-05"),
    ("Colombia's ELN ended the truce on Monday.", "2025-11-24", None),
    ("The truce between Israel and Hamas took effect on Monday.", None, "2025-11-24"),
]


@pytest.mark.parametrize(("text", "said", "start"), DAYS, ids=[text[:30] for text, _, _ in DAYS])
def test_the_day_on_which_a_truce_is_declared_or_ended_is_not_its_start(text, said, start):
    (one,) = told(text + WAR).ceasefires
    assert (one.when.earliest if one.when else None, one.start.earliest if one.start else None) == (said, start)


@pytest.mark.parametrize(
    ("text", "mediators", "parties"),
    [
        ("Egypt brokered a truce between Israel and Hamas.", ["EGY"], ["HAMAS", "ISR"]),
        ("A US-brokered ceasefire between Israel and Hezbollah took effect.", ["USA"], ["HEZBOLLAH", "ISR"]),
        ("Thailand and Cambodia signed a ceasefire agreement mediated by Malaysia.", ["MYS"], ["KHM", "THA"]),
        ("A truce brokered by Egypt and Qatar between Israel and Hamas began.", ["EGY", "QAT"], []),
        ("Israel and Hamas agreed on a truce.", [], ["HAMAS", "ISR"]),
    ],
)
def test_who_brings_a_truce_about_is_told_apart_from_whose_it_is(text, mediators, parties):
    one = told(text + WAR).ceasefires[0]
    assert (list(one.mediators), sorted(one.parties)) == (mediators, parties)
    assert bool(one.evidence.get("mediators")) == bool(mediators)
