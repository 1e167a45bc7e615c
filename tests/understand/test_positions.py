"""What makes a position, whose it is, and what makes none: sentences of our own, the hard cases among them."""

import re
from pathlib import Path

import msgspec
import pytest

from detente.language import load
from detente.read import read_text
from detente.understand import understand

TOLD = [
    tuple(row.split("\t")) for row in Path(__file__).with_name("positions_told.tsv").read_text("utf-8").splitlines()
]
WAR = " Troops and rebels were killed in the fighting near the frontline last year."


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(one.party, one.issue, one.stance) for one in told(text)}


def told(text: str):
    return understand(read_text(text, published="2025-11-26"), load()).positions


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Kigali told Kinshasa to disarm the militia.", ("RWA", "security.disarmament", "demand")),
        ("Qatar called on Israel to withdraw its troops from the strip.", ("QAT", "territory.withdrawal", "demand")),
        ("Iran expressed its readiness to discuss enrichment.", ("IRN", "security.wmd", "open")),
        ("Turkey refused to rule out a buffer zone along the border.", ("TUR", "security.dmz", "open")),
        ("Armenia no longer demands the release of all prisoners.", ("ARM", "humanitarian.prisoners", "soften")),
        ("Ethiopia reiterated its demand for a ceasefire.", ("ETH", "ceasefire", "reaffirm")),
        ("Cairo called the buffer zone unacceptable.", ("EGY", "security.dmz", "reject")),
        ("Israel gave Hamas until Sunday to disarm.", ("ISR", "security.disarmament", "ultimatum")),
        ("Israel will not withdraw from the strip until Hamas disarms.", ("ISR", "territory.withdrawal", "condition")),
        ("Syria's main demand is the withdrawal of Israeli troops.", ("SYR", "territory.withdrawal", "demand")),
        ("Iran rejected a US demand to stop nuclear enrichment.", ("USA", "security.wmd", "demand")),
        ("Israel is adamant that Hamas be disarmed.", ("ISR", "security.disarmament", "demand")),
        ("Israel said there would be no rebuilding of Gaza without the disarmament of Hamas.", ("ISR", "economy.reconstruction", "condition")),
        ("Hezbollah said it will not disarm as long as Israel continues its operations.", ("HEZBOLLAH", "security.disarmament", "condition")),
        ("The M23 rebel group warned it may withdraw from peace negotiations unless Kinshasa frees its prisoners.", ("M23", "process", "threaten")),
        ("Iran said enrichment is a red line.", ("IRN", "security.wmd", "reject")),
        ("Iran declared that enrichment is not up for negotiation.", ("IRN", "security.wmd", "reject")),
        ("Turkey said no to peacekeepers but yes to a truce.", ("TUR", "ceasefire", "accept")),
        ("Jordan will not send troops to Gaza.", ("JOR", "security.multinational_force", "reject")),
    ],
)  # fmt: skip
def test_the_move_is_the_one_of_the_texts_own_words(text, position):
    assert position in positions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hamas did not agree to a ceasefire on Monday, mediators said.",
        "Hamas never agreed to disarm, a diplomat said.",
        "Trump believes Iran will accept limits on its army and give up enrichment.",
        "Egypt urged Hamas to accept the disarmament plan.",
        "Will Israel accept a ceasefire?",
        "Whether Israel accepts a ceasefire is an open question in Cairo.",
        "Israel may accept a ceasefire, a newspaper wrote.",
    ],
)
def test_what_is_only_hoped_asked_or_not_done_is_no_acceptance(text):
    assert not {stance for _, _, stance in positions(text)} & {"accept", "accept_in_principle"}


@pytest.mark.parametrize(
    "text",
    [
        "Russia declined to comment on the ceasefire in Ukraine.",
        "Russia insists that Ukraine has violated the ceasefire.",
        "Israel released a statement on the ceasefire with Hamas.",
        "Colombia's army condemned the violence in the region.",
        "A prisoner exchange should not be expected this year, Kremlin spokesman Dmitry Peskov said.",
        '"We will not speak about the ceasefire," Ukraine\'s president Volodymyr Zelensky said.',
    ],
)
def test_no_answer_no_claim_no_paper_and_no_condemned_violence_is_a_stance_on_what_it_is_about(text):
    assert not positions(text)


def test_readiness_to_talk_is_no_offer_and_agreeing_to_talk_no_acceptance():
    assert positions("Israel agreed to discuss a withdrawal from the strip.") == {
        ("ISR", "territory.withdrawal", "open")
    }


def test_what_is_given_in_exchange_is_not_offered():
    found = positions("Israel offered the release of prisoners in exchange for a ceasefire.")
    assert found == {("ISR", "humanitarian.prisoners", "offer")}


def test_an_object_is_about_itself_not_about_its_surroundings():
    found = positions("Kyiv demands the return of children taken from occupied territory.")
    assert found == {("UKR", "humanitarian.children", "demand")}


def test_a_bare_noun_of_the_table_points_back_to_what_was_on_it():
    found = positions("Egypt proposed a ceasefire on Monday. Israel rejected the proposal a day later.")
    assert ("ISR", "ceasefire", "reject") in found


def test_a_pledge_to_use_force_is_a_threat():
    found = positions("Sudan's army pledged to take the territory by force.")
    assert {stance for _, _, stance in found} == {"threaten"}


def test_who_tells_it_is_kept_apart():
    text = "In the war between Russia and Ukraine, Lavrov has a part. Russian Foreign Minister Sergei Lavrov said Ukraine rejects a ceasefire."
    (claim,) = [one for one in told(text) if one.party == "UKR"]
    assert (claim.stance, claim.told_by) == ("reject", "adversary")


@pytest.mark.parametrize(
    "text",
    [
        "Egypt demands a buffer zone and Qatar rejects it. Egypt's offer of a ceasefire surprised Qatar.",
        "Egypt said Qatar must release the prisoners. Qatar is ready to discuss a ceasefire.",
        "Egypt urged Qatar to accept the truce, and Qatar welcomed the withdrawal of Egyptian troops.",
    ],
)
def test_exchanging_two_parties_exchanges_the_positions_and_nothing_else(text):
    names = {"Egypt": "Qatar", "Qatar": "Egypt", "Egyptian": "Qatari", "Qatari": "Egyptian"}
    swapped = re.sub("|".join(sorted(names, key=len, reverse=True)), lambda found: names[found.group()], text)
    exchanged = {(("QAT" if party == "EGY" else "EGY"), issue, stance) for party, issue, stance in positions(swapped)}
    assert exchanged == positions(text)
    assert exchanged


def test_every_field_has_the_words_that_tell_it():
    text = (
        "Hamas would accept disarmament if Israel withdrew. Kyiv dropped its demand for NATO membership. The European"
        " Union called on Israel to allow humanitarian aid."
    )
    for claim in told(text):
        fields = set(msgspec.to_builtins(claim)) - {"id", "evidence", "source", "sources", "because", "claim"}
        assert fields <= set(claim.evidence)
        assert all(text[span.start : span.end] == span.quote for span in claim.spans)


@pytest.mark.parametrize(("text", "position"), TOLD)
def test_each_wording_of_a_move_makes_its_position(text, position):
    assert tuple(position.split()) in positions(text + WAR)


@pytest.mark.parametrize(
    "text",
    [
        "Washington gave Kyiv fifty days to agree to a ceasefire.",
        "Cairo insists that Hamas give up its weapons.",
        "Doha proposed that Israel withdraw from the strip.",
    ],
)
def test_what_is_only_to_be_done_is_neither_accepted_nor_done(text):
    assert not {stance for _, _, stance in positions(text + WAR)} & {"accept", "comply", "concede"}


def test_what_a_word_is_about_decides_between_its_readings():
    assert positions("Israel withdrew from the talks." + WAR) == {("ISR", "process", "suspend")}
    assert positions("Israel withdrew from the town." + WAR) == {("ISR", "territory.withdrawal", "comply")}


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah envoys have received a new proposal calling for a 40-day truce and the release of captives, a Lebanese official said.",
        "A draft demanding the release of all hostages reached Geneva, an Egyptian diplomat said.",
    ],
)  # fmt: skip
def test_what_a_proposal_holds_is_no_demand_of_whoever_tells_of_it(text):
    assert not positions(text + WAR)


@pytest.mark.parametrize(
    "text",
    [
        "Naim Qassem, the leader of Hezbollah, ruled out that his party would hand in its weapons.",
        "Israel excluded that it would withdraw its troops from the strip.",
    ],
)
def test_what_is_ruled_out_is_no_offer(text):
    assert {stance for _, _, stance in positions(text + WAR)} <= {"reject"}


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia softened its language without dropping its demand for a corridor.",
        "Egypt fears a new war before Hamas gives up its weapons.",
        "The Saudi hosts withdrew once the talks had opened.",
    ],
)
def test_what_somebody_does_without_or_before_is_no_refusal_concession_or_pullout(text):
    assert not {stance for _, _, stance in positions(text + WAR)} & {"reject", "concede", "comply"}
