"""The hard cases of real pages that concern talks, ceasefires and incidents, told in sentences of our own."""

import pytest
from tests.understand.talks.told import rows, told


def test_1_same_city_and_envoys_on_two_days_are_two_talks():
    text = (
        "Omani Foreign Minister Badr al-Busaidi met Iranian Foreign Minister Abbas Araghchi in Muscat on Monday."
        " Al-Busaidi received a Houthi delegation in Muscat on Tuesday about the prisoners in Yemen."
    )
    assert rows(text) == [
        ("held", ("IRN", "OMN"), "Muscat", "2025-11-24"),
        ("held", ("HOUTHIS", "OMN"), "Muscat", "2025-11-25"),
    ]


def test_2_a_talk_announced_for_one_city_and_held_in_another_has_both_told():
    text = (
        "The talks between Chad and Libya, planned for Tunis, were postponed."
        " Envoys of Chad and Libya met in Valletta on Tuesday."
    )
    assert [(status, place) for status, _, place, _ in rows(text)] == [("postponed", "Tunis"), ("held", "Valletta")]


def test_3_a_summit_in_doubt_and_its_preparatory_meeting_put_off_are_two():
    text = (
        "It is unclear whether the presidents of Serbia and Kosovo will meet in Vienna on 5 December."
        " A meeting of their foreign ministers in Skopje, due on Thursday, has been postponed."
    )
    assert [(status, place) for status, _, place, _ in rows(text)] == [
        ("postponed", "Skopje"),
        ("uncertain", "Vienna"),
    ]


def test_4_a_denial_by_another_side_is_an_account_of_its_own():
    text = (
        "Eritrea's information minister said that Eritrean and Ethiopian officials had met in Nairobi on Monday."
        " Ethiopia denied that its officials had met the Eritreans in Nairobi on Monday."
    )
    assert {status for status, *_ in rows(text)} == {"held", "denied"}


def test_5_a_headline_never_outranks_its_text():
    text = (
        "Greece and Turkey agree to meet in Vienna\n\n"
        "It is not clear whether the foreign ministers of Greece and Turkey will meet in Vienna on Thursday,"
        " a Greek official said on Tuesday.\n"
    )
    assert {status for status, *_ in rows(text)} <= {"uncertain"}


def test_9_on_a_page_without_a_date_a_weekday_stays_unresolved():
    (talk,) = told("Envoys of Chad and Libya met in Valletta on Tuesday.", published=None).talks
    assert talk.when is None or (talk.when.earliest, talk.when.latest) == (None, None)


def test_10_here_is_the_place_of_the_dateline():
    text = "VALLETTA, Nov 25 (Example Press) - Envoys of Chad and Libya met here on Tuesday, a Chadian official said."
    assert [place for _, _, place, _ in rows(text)] == ["Valletta"]


def test_12_floors_and_caps_of_counts_are_kept():
    text = "Thailand accused Cambodia of breaking the ceasefire on Monday and killing at least seven soldiers."
    (incident,) = told(text).incidents
    assert {(count.what, count.at_least, count.number) for count in incident.counts} == {("killed", 7, None)}


def test_14_counts_of_violations_belong_each_to_its_claimant():
    text = (
        "Gaza's media office accused Israel of 497 violations of the ceasefire."
        " The Israeli military accused Hamas of 32 violations of the ceasefire."
    )
    counts = {
        (one.alleged_by.description or one.alleged_by.party, count.number)
        for one in told(text).incidents
        for count in one.counts
    }
    assert {number for _, number in counts} == {497, 32}
    assert len(counts) == 2


def test_15_a_truce_of_one_side_and_its_rejection_by_the_other_are_two_accounts():
    text = (
        "The Rapid Support Forces declared a unilateral ceasefire of three months in Sudan on Monday."
        " Sudan's army rejected the ceasefire on Tuesday."
    )
    accounts = {(one.status, one.declared_by.party if one.declared_by else None) for one in told(text).ceasefires}
    assert accounts == {("declared", "RSF"), ("rejected", "SDN")}


def test_16_a_party_said_to_be_absent_is_absent_and_silence_is_not():
    text = "US and Russian envoys met in Geneva on Monday without Ukraine."
    (talk,) = told(text).talks
    assert [actor.party for actor in talk.absent] == ["UKR"]
    assert set(talk.parties) == {"USA", "RUS"}


def test_whoever_a_pronoun_says_is_absent_has_the_pronoun_for_words():
    text = (
        "Egyptian and Qatari officials will meet in Jeddah on Tuesday.\n\nPresident Volodymyr Zelenskiy of Ukraine spoke"
        " on Monday. He will not take part in Tuesday's talks."
    )
    (talk,) = [one for one in told(text).talks if one.absent]
    assert [actor.person for actor in talk.absent] == ["volodymyr-zelenskiy"]
    assert "He" in [span.quote for span in talk.evidence["absent"]]


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("Turkish President Recep Tayyip Erdogan phoned Iranian President Masoud Pezeshkian on Monday.", "phone"),
        ("Officials of Chad and Libya held talks by video on Monday.", "video"),
        ("Iran and the United States held indirect talks in Muscat on Monday.", "indirect"),
        ("Officials of Chad and Libya held talks in Tunis on Monday.", None),
    ],
)
def test_16_the_format_is_told_by_its_own_words_only(text, format_):
    (talk,) = told(text).talks
    assert talk.format == format_


@pytest.mark.parametrize(
    "text",
    [
        "There is no programme for a fourth round of talks between Iran and the United States in Muscat.",
        "No trilateral meeting of the United States, Russia and Ukraine is planned, the Kremlin said on Monday.",
        "No trilateral contacts are planned, the Kremlin said on Monday.",
    ],
)
def test_21_no_programme_for_a_round_is_no_planned_talk(text):
    assert "planned" not in {status for status, *_ in rows(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Months of negotiations between Chad and Libya have changed little.",
        "Chad has discussed commitments with Libya.",
        "The latest results of discussions between Chad and Libya were presented to reporters in Tunis.",
    ],
)
def test_24_talking_in_general_is_no_meeting(text):
    assert rows(text) == []
