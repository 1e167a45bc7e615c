import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.language import load
from detente.read import document_of, read_text
from detente.understand import understand


def told(text: str, published: str = "2025-11-26"):
    """The claims of a paragraph published on a Wednesday."""
    return understand(read_text(text, published=published), load())


@pytest.mark.parametrize(
    ("text", "status", "parties", "place", "days"),
    [
        ("Egyptian and Qatari mediators met in Cairo on Monday to discuss the next phase of the truce.", "held", {"EGY", "QAT"}, "Cairo", ("2025-11-24", "2025-11-24")),
        ("Thai and Cambodian officials will meet in Kuala Lumpur on Friday, a spokesman said in the capital.", "planned", {"THA", "KHM"}, "Kuala Lumpur", ("2025-11-28", "2025-11-28")),
        ("Armenian Prime Minister Nikol Pashinyan held talks with Azerbaijani President Ilham Aliyev in Abu Dhabi on 10 July.", "held", {"ARM", "AZE"}, "Abu Dhabi", ("2025-07-10", "2025-07-10")),
        ("The presidents of Rwanda and the Democratic Republic of the Congo are expected to meet in Washington next week.", "planned", {"RWA", "COD"}, "Washington", ("2025-12-01", "2025-12-07")),
    ],
)  # fmt: skip
def test_a_meeting_is_told_with_who_where_when(text, status, parties, place, days):
    (talk,) = told(text).talks
    assert (talk.status, set(talk.parties), talk.where.name) == (status, parties, place)
    assert (talk.when.earliest, talk.when.latest) == days


@pytest.mark.parametrize(
    "text",
    [
        "Months of diplomacy between the two countries have brought no result, analysts in the region say.",
        "The minister spoke about the outcome of negotiations at length, and then he went home to his family.",
        "The striker met the ball perfectly and the home side won its third game in a row on Saturday.",
    ],
)
def test_what_is_only_background_makes_no_talk(text):
    assert told(text).talks == ()


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Kigali has rejected the deployment of peacekeepers along its border with its neighbour.", ("RWA", "security.multinational_force", "reject")),
        ("Israel demands that Hamas disarm before any further withdrawal of its troops takes place.", ("ISR", "security.disarmament", "demand")),
        ("Sudan's Rapid Support Forces accepted a humanitarian truce that mediators had put forward.", ("RSF", "ceasefire.humanitarian", "accept")),
        ("Tehran has softened its stance on uranium enrichment, two European newspapers reported.", ("IRN", "security.wmd", "soften")),
        ("Cambodia offered a demilitarised zone along the disputed border, its foreign ministry said.", ("KHM", "security.dmz", "offer")),
    ],
)  # fmt: skip
def test_a_position_is_party_issue_and_the_texts_own_verb(text, position):
    assert position in {(claim.party, claim.issue, claim.stance) for claim in told(text).positions}


def test_a_conditional_yes_is_no_acceptance():
    claims = told("Hamas would accept disarmament if Israeli forces withdrew from the whole of the enclave.")
    assert {claim.stance for claim in claims.positions if claim.issue == "security.disarmament"} <= {"condition"}


def test_a_chain_leads_through_the_cited_outlet_to_people_without_names():
    text = "Axios reported on Tuesday that envoys would travel to Doha, citing two officials familiar with the plan."
    chains = [[link.name for link in source.chain] for source in told(text).sources]
    assert any("Axios" in chain for chain in chains)


def test_both_sides_allegations_stand_side_by_side():
    text = (
        "Thailand accused Cambodia of violating the ceasefire on Monday. Cambodia denied the accusation and said its"
        " troops had not moved."
    )
    (incident,) = told(text).incidents
    assert (incident.alleged_by.party, incident.alleged_perpetrator.party) == ("THA", "KHM")
    assert [answer.answer for answer in incident.answers] == ["denies"]


def test_exchanging_two_parties_exchanges_the_claims_and_nothing_else():
    text = "Egypt demands a buffer zone and Qatar rejects it. Officials of Egypt and Qatar met in Geneva on Monday."
    swapped = re.sub("Egypt|Qatar", lambda found: {"Egypt": "Qatar", "Qatar": "Egypt"}[found.group()], text)

    def claims_of(words: str) -> set[tuple[str, ...]]:
        claims = told(words)
        rows = {("position", one.party, one.issue, one.stance) for one in claims.positions}
        return rows | {("talk", talk.status, *sorted(talk.parties)) for talk in claims.talks}

    other = {tuple({"EGY": "QAT", "QAT": "EGY"}.get(cell, cell) for cell in row) for row in claims_of(swapped)}
    assert {tuple(sorted(row)) for row in other} == {tuple(sorted(row)) for row in claims_of(text)}


def test_the_same_page_gives_the_same_claims():
    text = "Turkish officials said a Ukrainian delegation had arrived in Istanbul for talks on a prisoner exchange."
    assert msgspec.json.encode(told(text)) == msgspec.json.encode(told(text))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
@settings(derandomize=True, max_examples=40, deadline=None)
def test_any_text_is_read_without_harm_and_every_quote_stands(text):
    claims = told(text)
    for claim in claims.every():
        assert all(text[span.start : span.end] == span.quote for span in claim.spans)


NEWS_WORDS = st.sampled_from(
    "Reuters Peskov Kremlin Hamas Egypt Geneva the two sources draft minister said told reports citing quoting adding according"
    ' to , : - “ ” " ; has talks met will not accused shelling of they it Monday 12 whose and statement obtained'.split()
)


@given(st.lists(NEWS_WORDS, min_size=1, max_size=9), st.lists(NEWS_WORDS, min_size=1, max_size=30))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_words_of_news_in_any_order_are_read_without_harm(headline, body):
    text = f"{' '.join(headline)}\n\n{' '.join(body)}.\n"
    for claim in told(text).every():
        assert all(text[span.start : span.end] == span.quote for span in claim.spans)


SAMPLE = sorted((Path(__file__).parents[2] / "src" / "detente" / "sample").glob("*.*"))
NOT_OF_THE_TEXT = {"id", "evidence", "source", "sources", "because"}


@pytest.mark.parametrize("page", [page for page in SAMPLE if page.suffix != ".md"], ids=lambda page: page.stem)
def test_every_field_that_is_told_has_the_words_that_tell_it(page):
    for claim in understand(document_of(page.read_bytes(), page.name), load()).every():
        told = set(msgspec.to_builtins(claim)) - NOT_OF_THE_TEXT - {"claim"}
        assert told <= set(claim.evidence), (type(claim).__name__, told - set(claim.evidence))


def test_a_call_is_told_by_its_own_word():
    (talk,) = told(
        "Egyptian and Qatari ministers held talks by phone on Monday, a spokesman for both of them said."
    ).talks
    assert (talk.format, [span.quote for span in talk.evidence["format"]]) == ("phone", ["by phone"])


def test_what_somebody_does_at_a_talk_is_null_where_nobody_says_it():
    (talk,) = told("Egyptian and Qatari mediators met in Cairo on Monday to discuss the next phase of the truce.").talks
    assert {participant.function for participant in talk.participants} == {None}
