import tomllib
from pathlib import Path

import pytest

from detente.language import load
from detente.model import Document
from detente.understand.times import find_times

PAGES = tomllib.loads((Path(__file__).parent / "held_out.toml").read_text())["page"]
# What stays wrong, with its reason.
KNOWN = {
    "The status of the peninsula would be settled over 15 years.": "over is a preposition here, and is taken for more than",
    "The plane can fly 2000 kilometres and seats 1500.": "the tree has seats as a noun, and the number as its year",
    "Her second book, out in hardback on 4 July, took ten years to write.": "the tree hangs the day on the past verb",
}


def known(sentence):
    """The marks of a sentence that is known to be read wrong; it is an error where it no longer is."""
    reason = KNOWN.get(sentence["text"])
    return [pytest.mark.xfail(reason=reason, strict=True)] if reason else []


SENTENCES = [
    pytest.param(page, sentence, marks=known(sentence), id=sentence["text"][:60])
    for page in PAGES
    for sentence in page["sentences"]
]


def day(one):
    return one.isoformat() if one else ""


@pytest.mark.parametrize(("page", "sentence"), SENTENCES)
def test_a_held_out_sentence_has_its_times(page, sentence):
    text = sentence["text"]
    document = Document(id="page", version="", text=text, published=page["published"], outlet=page.get("outlet"))
    found = {one.when.as_said: one for one in find_times(load().parse(text), document)}
    if sentence.get("only"):
        assert set(found) == {said for said, *_ in sentence["times"]}
    for said, first, last, value in sentence["times"]:
        assert said in found
        if first or last:
            assert tuple(map(day, found[said].days)) == (first, last)
        if value:
            assert found[said].when.value == value
