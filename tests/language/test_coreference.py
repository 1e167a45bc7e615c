import hashlib
import json
from importlib.resources import files

import pytest

from detente.language import find_chains, load
from detente.language.references import references_in


def said(parsed, reference):
    tokens = parsed.sentences[reference.sentence].tokens[reference.first : reference.last]
    return parsed.text[tokens[0].start : tokens[-1].end]


def together(text):
    parsed = load().parse(text)
    return [[said(parsed, reference) for reference in chain.references] for chain in find_chains(parsed).every]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Sergei Lavrov landed in Geneva on Friday. He will stay for two days.", "Sergei Lavrov", "He"),
        ("Maria Sakharova answered reporters. Sakharova said nothing new.", "Maria Sakharova", "Sakharova"),
        ("Egypt handed over a new plan. The plan was turned down.", "a new plan", "The plan"),
        ("Qatar and Egypt mediated. They met in Doha.", "Qatar and Egypt", "They"),
    ],
)
def test_references_to_one_and_the_same_stand_in_one_chain(text, one, other):
    assert any({one, other} <= set(chain) for chain in together(text))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Anna Weber met John Miller. She thanked him.", "Anna Weber", "John Miller"),
        ("The minister met his brother.", "The minister", "his brother"),
        ("A delegation came from Cairo. A delegation came from Doha.", "A delegation", "A delegation"),
    ],
)
def test_references_to_two_never_do(text, one, other):
    assert not any(set(chain) >= {one, other} for chain in together(text) if one != other or chain.count(one) > 1)


def test_references_are_ordered_stretches_of_their_sentence_around_their_head():
    parsed = load().parse("The head of Russia's fund and his team met envoys who came from Kyiv, the capital.")
    references = references_in(parsed)
    assert [(r.first, -r.last) for r in references] == sorted((r.first, -r.last) for r in references)
    assert all(r.first <= r.head < r.last <= len(parsed.sentences[r.sentence].tokens) for r in references)
    stretches = [said(parsed, reference) for reference in references]
    assert stretches[0] == "The head of Russia's fund and his team"
    assert {
        "The head of Russia's fund",
        "Russia's",
        "his",
        "his team",
        "envoys who came from Kyiv, the capital",
    } <= set(stretches)


def test_a_word_leads_to_its_chain():
    parsed = load().parse("Hakan Fidan spoke in Istanbul. He named no date.")
    chain = find_chains(parsed).at(sentence=1, token=0)
    assert chain is not None
    assert said(parsed, chain.references[0]) == "Hakan Fidan"
    assert find_chains(parsed).at(sentence=1, token=1) is None


def test_every_file_of_the_weights_is_what_the_card_says():
    folder = files("detente.language") / "weights"
    told = json.loads((folder / "card.json").read_text(encoding="utf-8"))["files"]
    assert {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in told} == {
        name: file["sha256"] for name, file in told.items()
    }


def test_no_reference_is_joined_where_nothing_refers():
    assert together("Go.") == []
    assert together("") == []
