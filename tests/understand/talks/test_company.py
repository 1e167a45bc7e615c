"""Who is at a talk: by its own words, by help told with a noun, and by sentences that name no talk themselves."""

import pytest
from tests.understand.talks.told import people, told

MET = "Officials of Chad and Libya met in Valletta on Monday"


def sides(text):
    return {one.person: one.party for talk in told(text).talks for one in talk.participants if one.person}


@pytest.mark.parametrize(
    ("text", "function"),
    [
        (f"{MET} under the mediation of European Council President Lars Holm.", "mediator"),
        (f"{MET} at the invitation of European Council President Lars Holm.", "host"),
        (f"{MET} in the presence of European Council President Lars Holm.", "observer"),
        (f"{MET}. European Council President Lars Holm was in the chair.", "chair"),
        (f"{MET}. European Council President Lars Holm presided.", "chair"),
        (f"{MET}. European Council President Lars Holm was also present.", None),
        (f"{MET}. Also present was European Council President Lars Holm.", None),
        (f"{MET}. European Council President Lars Holm is in Valletta for the talks.", None),
        (f"{MET}. European Council President Lars Holm sits in as an observer.", None),
    ],
)
def test_who_helps_chairs_or_is_told_to_be_there_takes_part_and_makes_no_side(text, function):
    (talk,) = told(text).talks
    assert [(one.party, one.function) for one in talk.participants if one.person == "lars-holm"] == [("EU", function)]
    assert set(talk.parties) == {"TCD", "LBY"}


def test_who_helps_a_mediator_is_there_too():
    text = f"{MET}. Former president Olu Bello is facilitating, helped by Norway's Lars Holm."
    assert people(text) == {"olu-bello": "attended", "lars-holm": "attended"}


def test_who_is_told_of_together_with_those_who_meet_meets_them():
    text = "Chad's president Idris Tola and Libya's prime minister Omar Nasser will meet on Friday in Tunis, together with French President Jean Roux."
    assert people(text) == dict.fromkeys(("idris-tola", "omar-nasser", "jean-roux"), "expected")


@pytest.mark.parametrize("verb", ["suspended", "proposed", "called for", "rejected"])
def test_who_decides_over_talks_does_so_for_a_side(verb):
    text = (
        f"Officials of Chad and Libya met in Valletta on Monday. Norwegian President Lars Holm {verb} talks with Chad."
    )
    assert "lars-holm" not in people(text)


def test_a_delegations_leader_is_on_its_side():
    text = "The Chadian team, led by former rebel Idris Tola, met a Libyan delegation headed by Omar Nasser on Monday."
    assert sides(text) == {"idris-tola": "TCD", "omar-nasser": "LBY"}


def test_whoever_leads_the_other_side_right_after_gives_it():
    text = (
        "The rebels of the FACT sat down in Doha on Monday for peace talks with Chad. Idris Tola led the Chadian side."
    )
    assert sides(text) == {"idris-tola": "TCD"}
    text = (
        "Officials of the two sides met in Valletta on Monday. Idris Tola headed the Chadian delegation. Omar Nasser headed"
        " the Libyan one."
    )
    assert sides(text).get("omar-nasser", "LBY") == "LBY"


def test_delegations_told_of_with_a_meeting_make_a_talk_of_their_sides():
    text = (
        "Idris Tola led the Chadian delegation at the meeting in Valletta on Monday. The Libyan side was represented by"
        " Omar Nasser. U.S. envoy Paul Renner also attended."
    )
    (talk,) = told(text).talks
    assert set(talk.parties) == {"TCD", "LBY"}
    assert sides(text) == {"idris-tola": "TCD", "omar-nasser": "LBY", "paul-renner": "USA"}


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}. The Chadian team included envoy Idris Tola, Army Secretary Omar Nasser and General Adam Saleh.",
        f"{MET}. Chad was represented by Idris Tola, Deputy Head of the Presidential Office Omar Nasser, and Adam Saleh.",
        f"{MET}. The Chadian delegation was led by Idris Tola and included Omar Nasser and Adam Saleh.",
        f"{MET}. Chad sent chief negotiator Idris Tola, army chief Omar Nasser and Adam Saleh.",
        f"{MET}. Representing the Chadian government were Idris Tola, Omar Nasser and Adam Saleh.",
        f"{MET}. Chad's delegation was joined by Idris Tola, Omar Nasser and Adam Saleh.",
    ],
)
def test_everybody_of_a_list_is_at_the_talk_for_its_side(text):
    assert sides(text) == dict.fromkeys(("idris-tola", "omar-nasser", "adam-saleh"), "TCD")


@pytest.mark.parametrize(
    "text",
    [
        "Chad's president Idris Tola met Libya's prime minister Omar Nasser in Tunis on Monday. Tola was accompanied by Foreign Minister Adam Saleh.",
        "Chad's president Idris Tola met Libya's prime minister Omar Nasser in Tunis on Monday. The meeting was joined by Foreign Minister Adam Saleh.",
        "Chad's president Idris Tola met Libya's prime minister Omar Nasser in Tunis on Monday, hosted by Foreign Minister Adam Saleh.",
        "Chad's president Idris Tola met Libya's prime minister Omar Nasser in Tunis on Monday. Foreign Minister Adam Saleh was also present at the meeting.",
    ],
)
def test_who_accompanies_joins_or_hosts_those_who_meet_is_there(text):
    assert people(text) == dict.fromkeys(("idris-tola", "omar-nasser", "adam-saleh"), "attended")


def test_who_is_accompanied_anywhere_else_makes_no_talk():
    assert told("Lars Holm was accompanied by his wife Anna Berg at the opera on Monday.").talks == ()


HOLM = "European Council President Lars Holm"


@pytest.mark.parametrize(
    ("text", "function"),
    [
        (f"{MET}, with {HOLM} in attendance.", None),
        (f"{MET}. {HOLM} was at the table.", None),
        (f"{MET}. Also in the room was {HOLM}.", None),
        (f"{MET}. {HOLM} mediated the meeting.", "mediator"),
        (f"{MET}. {HOLM} hosted the two men.", "host"),
        (f"{MET}. {HOLM} chaired the session, which was short.", "chair"),
        (f"{MET}. {HOLM} carried messages between the two delegations.", "mediator"),
        (f"{MET}. {HOLM} joined the meeting.", None),
        (f"{MET}. {HOLM} played host.", "host"),
        (f"{MET}. {HOLM} walked between the two rooms.", "mediator"),
        (f"{MET}. Opposite them sat {HOLM}.", None),
        (f"{MET}. Their host, {HOLM}, said little.", "host"),
    ],
)
def test_a_phrase_or_a_verb_of_helping_tells_who_was_there(text, function):
    talk = told(text).talks[0]
    assert [(one.party, one.function) for one in talk.participants if one.person == "lars-holm"] == [("EU", function)]


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}. {HOLM} was not at the table.",
        f"{MET}. {HOLM} was present at the funeral of a general.",
        f"{MET}. There was also {HOLM} to think of.",
        f"{MET}. On the European side, {HOLM} said that nothing was agreed.",
        f"{MET}. {HOLM} joined the party in May.",
    ],
)
def test_who_is_told_to_be_elsewhere_or_only_speaks_was_not_there(text):
    assert "lars-holm" not in people(text)


@pytest.mark.parametrize("opening", ["On the Libyan side were", "For the Libyan side:", "On the Libyan side,"])
def test_a_list_under_the_name_of_a_side_is_of_those_who_were_there(opening):
    ending = " took part" if opening.endswith("side,") else ""
    text = f"{MET}. {opening} envoy Omar Nasser, General Ali Senussi and Mona Rahal{ending}."
    assert sides(text) == dict.fromkeys(("omar-nasser", "ali-senussi", "mona-rahal"), "LBY")


def test_talks_are_of_everybody_whom_they_were_attended_by():
    text = "The talks, held in Tunis on Monday, were attended by Chadian envoy Idris Tola, Libyan Foreign Minister Omar Nasser and Norway's Lars Holm."
    assert sides(text) == {"idris-tola": "TCD", "omar-nasser": "LBY", "lars-holm": "NOR"}


def test_whoever_receives_somebody_meets_and_hosts():
    text = "Chadian President Idris Tola was received in Tunis on Monday by Tunisian President Hedi Amri."
    assert sides(text) == {"idris-tola": "TCD", "hedi-amri": "TUN"}
    assert told(text).talks[0].host == "TUN"


def test_leaders_of_two_teams_are_each_of_their_own():
    text = "Idris Tola, Chad's envoy, and Omar Nasser, Libya's envoy, led the teams that sat in Tunis on Sunday."
    assert sides(text) == {"idris-tola": "TCD", "omar-nasser": "LBY"}


def test_a_delegation_without_a_name_is_its_leaders():
    text = (
        "The delegation that met Tunisian President Hedi Amri in Tunis on Sunday was led by Libyan envoy Omar Nasser."
    )
    assert sides(text) == {"hedi-amri": "TUN", "omar-nasser": "LBY"}


@pytest.mark.parametrize(
    "text",
    [
        "Hedi Amri, Tunisia's foreign minister, received in Tunis on Monday Mr. Omar Nasser, Libya's envoy.",
        "Libyan envoy Omar Nasser, who was received in Tunis on Monday by the Tunisian president, Hedi Amri, said little.",
    ],
)
def test_who_is_received_behind_a_day_or_in_a_relative_clause_meets_the_host(text):
    assert sides(text) == {"hedi-amri": "TUN", "omar-nasser": "LBY"}


def test_its_team_is_that_of_the_party_that_the_sentence_before_is_about():
    text = "Officials of Chad and Libya met in Tunis on Monday. Libya wants assurances. The head of intelligence, General Omar Nasser, led its team."
    assert sides(text) == {"omar-nasser": "LBY"}


def test_whom_a_team_also_included_was_there():
    text = f"{MET}. General Omar Nasser headed the Libyan team, which also included the diplomats Ali Senussi and Mona Rahal."
    assert sides(text) == dict.fromkeys(("omar-nasser", "ali-senussi", "mona-rahal"), "LBY")
