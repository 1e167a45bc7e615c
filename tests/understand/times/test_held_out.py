import tomllib
from pathlib import Path

import pytest

from detente.language import load
from detente.model import Document
from detente.understand.times import find_times

PAGES = tomllib.loads((Path(__file__).parent / "held_out.toml").read_text())["page"]
SENTENCES = [(page, sentence) for page in PAGES for sentence in page["sentences"]]
# What stays wrong, with its reason.
KNOWN = {
    "The status of the peninsula would be settled over 15 years.": "over is a preposition here, and is taken for more than",
}


def day(one):
    return one.isoformat() if one else ""


@pytest.mark.parametrize(("page", "sentence"), SENTENCES, ids=[sentence["text"][:60] for _, sentence in SENTENCES])
def test_a_held_out_sentence_has_its_times(page, sentence):
    if sentence["text"] in KNOWN:
        pytest.xfail(KNOWN[sentence["text"]])
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
