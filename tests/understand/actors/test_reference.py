import pytest

from detente.language import load
from detente.read import read_text
from detente.understand.actors import find_actors


def meant(text, word):
    """Whom the last sentence's first such word refers to."""
    document = read_text(text, published="2025-11-26")
    parsed = load().parse(text)
    cast = find_actors(parsed, document)
    sentence = parsed.sentences[-1]
    token = next(token for token in sentence.tokens if token.text.lower() == word)
    return {actor.person or actor.party for actor in cast.actors_of(sentence, token.index)}


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("Egypt and Qatar signed the plan on Monday. The two sides will meet again.", "sides", {"EGY", "QAT"}),
        ("Egypt met Qatar's envoys on Monday. Both countries praised the talks.", "countries", {"EGY", "QAT"}),
        ("Hakan Fidan met Sergei Lavrov on Monday. Both men praised the talks.", "men", {"hakan-fidan", "sergei-lavrov"}),
        ("Hakan Fidan met Sergei Lavrov on Monday. The pair praised the talks.", "pair", {"hakan-fidan", "sergei-lavrov"}),
        ("Foreign Minister Hakan Fidan met reporters. The minister praised the talks.", "minister", {"hakan-fidan"}),
        ("Hamas rejected the plan on Monday. The group said that talks had failed.", "group", {"HAMAS"}),
        ("Hakan Fidan arrived in Cairo on Monday. He praised the talks.", "he", {"hakan-fidan"}),
        ("Egypt, Qatar and Turkey met on Monday. The two sides will meet again.", "sides", set()),
        ("The envoys arrived on Monday. The two sides will meet again.", "sides", set()),
    ],
)  # fmt: skip
def test_what_refers_back_means_those_told_before_or_nobody(text, word, actors):
    assert meant(text, word) == actors
