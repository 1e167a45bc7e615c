import pytest

from detente.language import load
from detente.read import read_text
from detente.understand import understand


def side(text, id_, published="2024-06-10"):
    return {one.id: one.party for one in understand(read_text(text, published=published), load()).people}.get(id_)


@pytest.mark.parametrize(
    ("text", "id_", "party"),
    [
        ("President Volodymyr Zelenskiy met Saudi Crown Prince Mohammed bin Salman in Jeddah on Monday.", "volodymyr-zelenskiy", "UKR"),
        ("The truce was announced by President Joe Biden on Monday.", "joe-biden", "USA"),
        ("Foreign Minister Sergey Lavrov left for Ankara on Monday.", "sergey-lavrov", "RUS"),
        ("The truce was announced on Monday by Secretary of State Blinken.", "blinken", "USA"),
    ],
)  # fmt: skip
def test_an_office_whose_holder_is_known_in_the_year_of_the_page_gives_the_side(text, id_, party):
    assert side(text, id_) == party


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Joe Biden spoke about the truce on Monday.", "joe-biden"),
        ("Former President Barack Obama spoke about the truce on Monday.", "barack-obama"),
        ("President Barack Obama spoke about the truce on Monday.", "barack-obama"),
        ("Mr Blinken spoke about the truce on Monday.", "blinken"),
    ],
)
def test_a_bare_name_a_past_office_and_another_year_give_none(text, id_):
    assert side(text, id_) is None


def test_what_the_page_says_outweighs_the_lexicon():
    text = "Georgian President Boris Ivanov arrived on Monday. President Joe Biden of Guyana received him."
    assert side(text, "joe-biden") == "GUY"


def test_the_evidence_is_the_title_with_which_the_page_gives_the_name():
    text = "The plan was sent by President Joe Biden on Monday."
    found = understand(read_text(text, published="2024-06-10"), load()).people[0]
    assert [span.quote for span in found.evidence["party"]] == ["President"]


@pytest.mark.parametrize(
    "text",
    [
        "Congo's head of state flew home on Monday. Felix Tshisekedi had spent two days in Doha.",
        "Felix Tshisekedi came to Doha on Monday. Congolese officials would not say why.",
        "Felix Tshisekedi came to Doha on Monday with Congo's envoy, Sita Mambu.",
    ],
)
def test_a_name_without_a_title_is_on_the_side_of_an_office_or_people_that_the_page_tells_of(text):
    assert side(text, "felix-tshisekedi", "2025-03-19") == "COD"


@pytest.mark.parametrize(
    "text",
    [
        "Felix Tshisekedi came to Doha on Monday.",
        "Felix Tshisekedi came to Doha on Monday. Rain fell in Congo.",
        "Rwanda's head of state flew home on Monday. Felix Tshisekedi had spent two days in Doha.",
        "Congo's head of state flew home on Monday. Carl Tshisekedi had spent two days in Doha.",
    ],
)
def test_a_name_alone_a_place_and_anothers_office_give_none(text):
    assert side(text, "felix-tshisekedi", "2025-03-19") is None


def test_the_words_for_the_office_are_the_evidence_of_an_untitled_name():
    text = "Congo's head of state flew home on Monday. Felix Tshisekedi had spent two days in Doha."
    found = understand(read_text(text, published="2025-03-19"), load()).people[0]
    assert [span.quote for span in found.evidence["party"]] == ["Congo's head"]
