"""Who said what: the shapes of attribution, and who the words for a speaker mean."""

import pytest

from detente.language import load
from detente.read import read_text
from detente.understand.actors import find_actors
from detente.understand.sayings import find_sayings


def said(text: str) -> list[tuple[str, str, str]]:
    """Cue, who (the most specific name of the actor) and content of every attribution that is told."""
    document = read_text(text, published="2025-11-26")
    parsed = load().parse(text, [(region.start, region.end) for region in document.stretches("body", "headline")])
    found = []
    for saying in find_sayings(parsed, find_actors(parsed, document), document):
        if not saying.told:
            continue
        words = " … ".join(
            text[
                parsed.sentences[p.sentence].tokens[p.first].start : parsed.sentences[p.sentence].tokens[p.last - 1].end
            ]
            for p in (*saying.parts, *saying.further)
        )
        who = (saying.actor.person or saying.actor.description or saying.actor.party) if saying.actor else None
        found.append((parsed.sentences[saying.sentence].tokens[saying.cue].text, who, words))
    return found


@pytest.mark.parametrize(
    ("text", "cue", "who", "content"),
    [
        ("The foreign minister of Oman said the delegations would meet again before the end of the month.", "said", "foreign minister of Oman", "the delegations would meet again before the end of the month"),
        ("“We have a text, and the text is good,” Jeyhun Bayramov told reporters after the session in Almaty.", "told", "jeyhun-bayramov", "“We have a text, and the text is good,”"),
        ("The road, an army spokesman said, will stay closed until the mines have been lifted from it.", "said", "army spokesman", "The road … will stay closed until the mines have been lifted from it"),
        ("Kaja Kallas added: “No decision about Ukraine without Ukraine.” She left the hall by a side door.", "added", "kaja-kallas", "“No decision about Ukraine without Ukraine.”"),
        ("Nothing has been signed so far, according to two people who have read the minutes of the meeting.", "according", "two people who have read the minutes of the meeting", "Nothing has been signed so far"),
        ("Ankara believes that the grain deal can be brought back to life before the winter sets in.", "believes", "TUR", "the grain deal can be brought back to life before the winter sets in"),
        ("Kigali wants its neighbour to disband the militia before any soldier leaves the border.", "wants", "RWA", "its neighbour to disband the militia before any soldier leaves the border"),
        ("The mediators urged both armies to let the convoys through before the fighting starts again.", "urged", "mediators", "both armies to let the convoys through before the fighting starts again"),
        ("The claim by Kigali that no soldier had crossed was repeated in New York on Friday afternoon.", "claim", "RWA", "no soldier had crossed"),
        ("Diplomats are confident that the ceasefire line will be marked before the first snow falls.", "confident", "Diplomats", "the ceasefire line will be marked before the first snow falls"),
        ("As one delegate put it, the two sides were reading different drafts of the same agreement.", "put", "one delegate", "the two sides were reading different drafts of the same agreement"),
        ("Baku and Yerevan have settled the last open article of the accord, two sources in Tbilisi with knowledge of it said on Monday.", "said", "two sources in Tbilisi with knowledge of it", "Baku and Yerevan have settled the last open article of the accord"),
        ("The cabinet would fall within the week if it signed, predicted an opposition deputy.", "predicted", "opposition deputy", "The cabinet would fall within the week if it signed"),
        ("Syria's new leaders, a senior Israeli official told Walla, say the right words in the wrong order.", "told", "senior Israeli official", "Syria's new leaders … say the right words in the wrong order"),
        ("The rooms of the hotel, he says, are booked again from Sunday until the end of the talks.", "says", None, "The rooms of the hotel … are booked again from Sunday until the end of the talks"),
        ("The monitors will come from five neutral countries, Karin Keller-Sutter was quoted as saying by Swiss radio.", "saying", "karin-keller-sutter", "The monitors will come from five neutral countries"),
        ("It was reported by Al Arabiya that the first convoy had crossed the border at Adre on Friday.", "reported", "Al Arabiya", "the first convoy had crossed the border at Adre on Friday"),
        ("The first report that a ship had been sunk off the coast came from the navy of Ukraine.", "report", "UKR", "a ship had been sunk off the coast"),
        ("The text would leave the valley under joint police, as the envoy put it to NRK, “until trust grows back”.", "put", "envoy", "The text would leave the valley under joint police … “until trust grows back”"),
        ("Erdogan was quoted by the Anadolu agency as saying that the corridor would open next spring.", "saying", "erdogan", "the corridor would open next spring"),
    ],
)  # fmt: skip
def test_an_attribution_has_its_speaker_and_the_whole_of_what_was_said(text, cue, who, content):
    assert (cue, who, content) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The convoy left at dawn and reached the besieged town before noon without losing a single lorry.",
        "The ministry did not say when the talks would resume, and nobody in the building would speak.",
        "Two officials declined to comment on the report, and a third asked not to be named in print.",
        "If the general says that he will come, the mediators will book a larger room for the next day.",
        "When the session had ended, the two delegations, tired and silent, left the hotel by separate doors.",
    ],
)
def test_what_nobody_is_told_to_have_said_makes_no_saying(text):
    assert said(text) == []


def test_a_quotation_goes_on_over_sentences_and_paragraphs():
    text = (
        "“We came with open hands,” the chief negotiator said in Muscat on Monday evening.\n\n"
        "“We leave with empty ones. That is the whole story of this week, and of the last one.”\n\n"
        "The delegation flew home that night without another word to the press in the lobby."
    )
    ((_, who, content),) = said(text)
    assert who == "chief negotiator"
    assert content.endswith("and of the last one.”")
    assert "flew home" not in content


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rubio arrived in Rome on Sunday. Lavrov was already there, and he said that nothing had been agreed.", "lavrov"),
        ("The Polisario Front rejected the vote on Friday. It said it would go on by all legitimate means.", "polisario"),
        ("A regional diplomat saw both men. He said that neither of them had mentioned the prisoners at all.", "regional diplomat"),
        ("The two armies met at the bridge on Friday. They said in a joint note that the guns would stay silent.", "two armies"),
        ("Michael Makuei landed in Juba at noon. The minister said that there would be no third visit this year.", "michael-makuei"),
        ("Hamas sent a delegation to Cairo. The group said the names of the prisoners had been handed over.", "HAMAS"),
    ],
)  # fmt: skip
def test_words_that_point_back_mean_whoever_was_told_of_before(text, who):
    assert said(text)[-1][1].lower() == who.lower()


def test_the_newspaper_is_the_outlet_cited_before():
    text = "Dawn reported that a monitor was shot. The newspaper said that the shot had come from the other bank."
    assert [who for _, who, _ in said(text)] == ["Dawn", "Dawn"]


def test_exchanging_two_speakers_exchanges_the_sayings_and_nothing_else():
    text = "Egypt said that Qatar had the list. “We have it,” the Qatari minister told Reuters; Egypt wants a copy."
    swapped = text.replace("Egypt", "#").replace("Qatari", "Egyptian").replace("Qatar", "Egypt").replace("#", "Qatar")
    back = {"EGY": "QAT", "QAT": "EGY", "Qatari minister": "Egyptian minister", "Egyptian minister": "Qatari minister"}
    assert [(cue, back[who]) for cue, who, _ in said(swapped)] == [(cue, who) for cue, who, _ in said(text)]


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("Lindqvist: no soldiers to the islands", ["lindqvist"]),
        ("No date for a second round yet - Kremlin", ["RUS"]),
        ("Four days of talks in Doha end :", []),
        ("Live: talks in Doha go on", []),
        ("Doha: talks go on without the rebels", []),
    ],
)
def test_a_headline_is_whose_a_colon_or_a_dash_sets_apart(headline, who):
    text = f"{headline}\n\nThe delegations left the hotel at noon and were driven to the airport by the hosts.\n"
    assert [one for _, one, _ in said(text)] == who
