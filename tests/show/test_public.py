from detente.model import Fact, Incident, StatusReport, Talk
from detente.show.cited import Cited, Mark, Words
from detente.show.public import DESCRIPTIONS, HIDDEN, POINTS, VENUES, Profile

HOTEL = {"name": "Hotel Adlon", "country": "DEU", "lat": 52.5, "lon": 13.4, "kind": "venue"}
SECRET = {"person": None, "description": "a senior official", "party": "USA"}
NAMED = {"person": "steve-witkoff", "description": None, "party": "USA"}


def talk(standing="planned", day="2026-03-01", stories=("s1", "s2"), **fields):
    when = Fact(value={"earliest": day, "latest": day, "as_said": day, "precision": "day"})
    return Talk(id="t1", standing=standing, stories=stories, fields={"when": (when,), **fields})


def test_a_venue_is_left_out_until_the_talk_is_over_or_its_day_is_past():
    profile = Profile("public", "2026-02-01")
    ahead = talk(where=(Fact(value=HOTEL),))
    assert profile.entry(ahead).value("where") == {
        "name": "place left out",
        "country": "DEU",
        "lat": None,
        "lon": None,
        "kind": None,
    }
    assert profile.left() == {VENUES: 1}
    assert profile.entry(talk(standing="held", where=(Fact(value=HOTEL),))).value("where") == HOTEL
    assert profile.entry(talk(day="2026-01-01", where=(Fact(value=HOTEL),))).value("where") == HOTEL


def test_the_words_of_a_venue_go_with_it():
    profile = Profile("public", "2026-02-01")
    entry = profile.entry(talk(where=(Fact(value=HOTEL),)))
    sentence = "They will meet at the Hotel Adlon on Monday."
    words = Words(
        sentence=sentence, claim="c", document="d", start=0,
        marks=(Mark(start=10, end=14, field="status"), Mark(start=22, end=33, field="where"), Mark(start=37, end=43, field="when")),
    )  # fmt: skip
    fact = Cited(field="when", value=None, shown="", at_least=1, at_most=1, accounts=1, words=words)
    shown = profile.cited(entry, {"when": (fact,)})["when"][0].words
    assert shown.sentence == f"They will meet at the {HIDDEN} on Monday."
    assert [shown.sentence[mark.start : mark.end] for mark in shown.marks] == ["meet", HIDDEN, "Monday"]


def test_unnamed_people_of_several_stories_never_stand_together():
    profile = Profile("public", "2026-02-01")
    entry = talk(participants=(Fact(value=SECRET), Fact(value=NAMED)))
    assert profile.entry(entry).values("participants") == [NAMED]
    assert profile.left() == {DESCRIPTIONS: 1}
    assert profile.entry(talk(stories=("s1",), participants=(Fact(value=SECRET),))).values("participants") == [SECRET]


def test_a_history_over_several_stories_tells_no_description():
    reports = (
        StatusReport(
            status="planned", claimant="Wire ← two people familiar with the plan", said="2026-01-01", claim="c"
        ),
    )
    entry = Talk(id="t1", stories=("s1", "s2"), history=reports)
    assert Profile("public", "2026-02-01").entry(entry).history[0].claimant == "Wire ← people not named"
    assert Profile("full", "2026-02-01").entry(entry).history == reports


def test_a_region_has_no_point():
    region = {"name": "Kordofan", "country": "SDN", "lat": 13.0, "lon": 30.0, "kind": "region"}
    profile = Profile("public", "2026-02-01")
    shown = profile.entry(Incident(id="i1", fields={"where": (Fact(value=region),)}))
    assert (shown.value("where")["lat"], profile.left()) == (None, {POINTS: 1})


def test_the_full_profile_leaves_out_nothing():
    profile = Profile("full", "2026-02-01")
    entry = talk(where=(Fact(value=HOTEL),), participants=(Fact(value=SECRET),))
    assert profile.entry(entry) == entry
    assert profile.left() == {}
