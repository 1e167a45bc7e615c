"""The counting of layers: the same on gold tokens and on raw text."""

import pytest
from benchmarks.layers import factuality, scores, spans, texts_of

from detente.language import load

SAMPLE = {
    "doc": "d", "tok": ["Envoys", "denied", "that", "Kyiv", "agreed", "."], "sp": [True, True, True, True, False, True],
    "head": [2, 0, 5, 5, 2, 2], "rel": ["nsubj", "root", "mark", "nsubj", "ccomp", "punct"],
    "upos": ["NOUN", "VERB", "SCONJ", "PROPN", "VERB", "PUNCT"], "xpos": ["NNS", "VBD", "IN", "NNP", "VBD", "."],
    "lemma": ["envoy", "deny", "that", "Kyiv", "agree", "."], "ner": ["O", "O", "O", "B-LOC", "O", "O"],
    "preds": {1, 4}, "args": [(1, 0, 1), (1, 4, 2), (4, 3, 1)], "facts": {1: 1.1, 2: 0.5},
}  # fmt: skip
LAYERS = ["tokens", "sentences", "uas", "las", "upos", "lemma", "names", "predicates", "roles"]


@pytest.fixture(scope="module")
def gold():
    return next(texts_of([SAMPLE]))


def test_documents_are_joined_as_they_are_spaced(gold):
    assert gold.text == "Envoys denied that Kyiv agreed. "
    assert [gold.text[a:b] for a, b in gold.places[0]] == SAMPLE["tok"]


def test_a_right_reading_scores_one_on_gold_tokens_and_on_raw_text(gold):
    reader = load()
    for read in (reader.parse_words(gold.text, gold.places), reader.parse(gold.text).sentences):
        assert scores([(gold, read)], LAYERS) == dict.fromkeys(LAYERS, 1.0)


def test_an_empty_reading_scores_nought(gold):
    assert scores([(gold, [])], LAYERS) == dict.fromkeys(LAYERS, 0.0)


def test_factuality_counts_every_annotated_word_and_told_only_what_is_a_predicate(gold):
    found = factuality([(gold, load().parse_words(gold.text, gold.places))])
    assert found["factuality_seen"] == 2
    assert found["factuality_told_acc"] == 0.5  # "that" is listed as no predicate


def test_spans_of_bio_tags():
    assert spans(["B-PER", "I-PER", "B-PER", "O", "B-LOC"]) == {(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC")}
