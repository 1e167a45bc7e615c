"""How the page knows: chains, anonymity, roots."""

import msgspec
import pytest

from detente.language import load
from detente.read import read_text
from detente.understand import understand


def claims_of(text: str, outlet: str = "Harbour Ledger"):
    return understand(msgspec.structs.replace(read_text(text, published="2025-11-26"), outlet=outlet), load())


def source_of(text: str):
    claims = claims_of(text)
    known = {source.id: source for source in claims.sources}
    return known[claims.statements[0].source]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("A second round would open in Doha next week, two senior officials told Axios late on Sunday.", ["Axios", "two senior officials"]),
        ("Channel 12 reported, citing Al-Akhbar, that Cairo had proposed a pause of sixty days to both sides.", ["Channel 12", "Al-Akhbar"]),
        ("Rubio said that Lavrov had told him the line would be frozen where it stands on the first of May.", ["Rubio"]),
        ("GAZA (AFP) - The crossing stayed closed on Sunday, a border official said by telephone from Rafah.", ["Agence France-Presse", "border official"]),
        ("The Financial Times, citing a report by the Dutch broadcaster NOS quoting an intelligence officer, wrote that the cable had been cut on purpose.", ["Financial Times", "NOS", "intelligence officer"]),
        ("In a memo to staff that was leaked to the Daily Maverick, the mission chief warned that food would run out within three weeks.", ["Daily Maverick", "mission chief"]),
        ("Speaking to CBS's Face the Nation on Sunday, the general said that the text had about five items left open.", ["CBS News", "general"]),
        ("“We gave them all they asked for,” the envoy, quoted by Ukrainska Pravda, said of the exchange.", ["Ukrainska Pravda", "envoy"]),
        ("Ceasefire lines will be redrawn, the Turkish daily Sabah reported on Saturday without citing its sources.", ["Sabah"]),
        ("The Defence Intelligence Agency said that the two brigades had gone back to their barracks.", ["Defence Intelligence Agency"]),
        ("A correspondent of the BBC in Juba reported that heavy guns were firing near the palace.", ["BBC"]),
        ("According to an account given to Ynet by a relative, the hostages had been moved in the night.", ["Ynet", "relative"]),
        ("The border will reopen in stages, officials said in remarks carried by the state agency Bernama.", ["Bernama", "officials"]),
    ],
)  # fmt: skip
def test_a_chain_leads_from_the_page_to_whoever_knew(text, chain):
    assert [link.name for link in source_of(text).chain[1:]] == chain


def test_a_clause_on_anonymity_in_another_sentence_applies_back_with_its_reason():
    text = (
        "A regional diplomat said the guarantors would meet at the summit in June. The diplomat asked not to be named"
        " because the schedule was still private."
    )
    source = source_of(text)
    assert (source.anonymity, source.count) == ("anonymous", 1)
    assert source.reason == "because the schedule was still private"


@pytest.mark.parametrize(
    "clause",
    [
        "did not wish to be named", "asked that his name be withheld", "requested that his identity be kept secret",
        "was not authorised to brief reporters", "lacked permission to speak", "refused to give his name",
        "spoke off the record", "did not want his full name published",
    ],
)  # fmt: skip
def test_who_keeps_their_name_back_is_anonymous(clause):
    source = source_of(f"A member of the delegation, who {clause}, said that the two sides had agreed on a date.")
    assert source.anonymity == "anonymous"


def test_one_official_who_keeps_his_name_back_is_none_of_those_before():
    claims = claims_of(
        "Officials on both sides said the line had gone dead at dawn. One official, who would not be named, said it was cut."
    )
    assert [source.anonymity for source in claims.sources] == ["narrator", "unnamed", "anonymous"]


def test_an_agency_that_is_no_news_agency_is_no_outlet():
    claims = claims_of("The Defence Intelligence Agency said that the two brigades had gone back to their barracks.")
    assert [link.kind for link in claims.sources[1].chain] == ["outlet", "people"]


def test_one_of_them_and_the_second_are_two_people_of_one_teller():
    text = (
        "Two people close to the mediation spoke to Reuters on Monday. One of them said the tone had been cold. The second"
        " said that the session had ended in shouting."
    )
    claims = claims_of(text)
    sources = [s for s in claims.sources if s.anonymity == "anonymous"]
    assert [source.count for source in sources] == [1, 1]
    assert {source.root for source in sources} == {"anonymous:Reuters"}


def test_what_follows_a_saying_is_the_narrators_unless_the_text_shows_more():
    text = "Reuters reported that the list was final. The two delegations left the hotel by separate doors at noon."
    claims = claims_of(text)
    assert claims.sources[0].anonymity == "narrator"
    assert claims.sources[0].root is None
    assert len(claims.statements) == 1


def test_people_without_names_have_the_root_of_their_teller_and_never_an_entry():
    claims = claims_of(
        "Two sources told Haaretz that the map had been redrawn before the cabinet met on Sunday evening."
    )
    assert claims.people == ()
    assert {source.root for source in claims.sources} == {None, "anonymous:Haaretz"}


def test_a_party_that_tells_of_itself_is_marked():
    claims = claims_of(
        "Cambodia said its soldiers had left the temple. Thailand said Cambodian mines were still there."
    )
    marked = {source.chain[-1].id: source.self_report for source in claims.sources[1:]}
    assert marked == {"KHM": True, "THA": False}


def test_a_page_that_cites_an_outlet_makes_a_sourcing_claim():
    claims = claims_of("The envoys will meet in Vienna on Friday, Politico reported, without giving a source for it.")
    assert [claim.cites for claim in claims.sourcings] == ["Politico"]


def test_every_source_has_the_words_that_show_it():
    text = "According to Haaretz, which cited three diplomats, Israel has handed the mediators a map of the zone."
    claims = claims_of(text)
    for source in claims.sources[1:]:
        assert source.evidence
        assert all(text[span.start : span.end] == span.quote for span in source.evidence)
