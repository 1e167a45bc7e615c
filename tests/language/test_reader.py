from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from detente.errors import ReaderError
from detente.language import Sentence, TrainedReader, load
from detente.language.decode import tree
from detente.language.reader import LONGEST, windows
from detente.language.words import sentences_in, words_in


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in words_in(text, 0, len(text))]


def sentences(text: str) -> list[str]:
    return [text[s[0][0] : s[-1][1]] for s in sentences_in(text, words_in(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. didn't agree.", ["The", "U.S.", "did", "n't", "agree", "."]),
        ("Putin's aide", ["Putin", "'s", "aide"]),
        ("a 28-point plan", ["a", "28", "-", "point", "plan"]),
        ("“Not yet,” he said.", ["“", "Not", "yet", ",", "”", "he", "said", "."]),
        ("pro-Russian co-chairs of the U.S.-led talks", "pro-Russian co-chairs of the U.S. - led talks".split()),
        ("It cannot, they're gonna stay!!", ["It", "can", "not", ",", "they", "'re", "gon", "na", "stay", "!!"]),
        ("AT&T v. R&D on 9/11/2001, tel. 202-456-1111", "AT&T v . R&D on 9/11/2001 , tel . 202-456-1111".split()),
        ("See example.com/a?b=1. Or mail a.b@c.org.", "See example.com/a?b=1 . Or mail a.b@c.org .".split()),
        ("No. 10 said no. Rep. Smith (D-Calif.) left.", "No. 10 said no . Rep. Smith ( D - Calif. ) left .".split()),
        ("The talks failed.Nobody spoke.", "The talks failed . Nobody spoke .".split()),
        ("Iran vs. Iraq, etc.", ["Iran", "vs.", "Iraq", ",", "etc", "."]),
    ],
)
def test_words_follow_the_treebanks(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("U.S. envoys met. They left.", 2),
        ("Gen. Dan Caine and Mr. Rubio flew home.", 1),
        ("He said: “It is over.” Then he left.", 2),
        ("Talks began at 9 a.m. on Monday.", 1),
        ("They met in the U.S. The talks were short.", 2),
        ("KYIV, Ukraine (AP) — President Volodymyr Zelenskyy said Friday that talks ended.", 1),
        ("WASHINGTON, Nov. 20 — The White House agreed. Mr. Trump did, too.", 2),
        ("Lt. Col. J. D. Vance met Sen. Lindsey O. Graham, Gov. Dan Patrick and Ph.D. students.", 1),
        ("Acme Corp. The firm declined. So did Apple Inc. in May.", 3),
        ('"Is it over?" Mr. Trump asked. "No!" Then he left.', 3),
        ("“We are close.” He left. ‘No.’ She stayed.", 4),
        ("Talks ended at 5 p.m. The envoys left at 6 p.m. Friday.", 2),
        ("The plan has 28 points... It may change. Wait … then go.", 3),
        ("1. First demand. 2. Second demand.", 2),
        ("Demands:\n• a truce;\n• a list of prisoners\n- a corridor\n2. a monitor", 5),
        ("The talks failed.The parties left.", 2),
        ("He won. [9] Then he lost. [10]", 2),
        ("He posted it on X. Mazloum Abdi replied. X. J. Zhang read it.", 3),
    ],
)
def test_sentences_end_where_they_end(text, count):
    assert len(sentences(text)) == count


def test_irregular_verbs_have_their_lemma():
    told = "They swore that they fled, overthrew nobody and were misled."
    verbs = [token.lemma for token in load().parse(told).sentences[0].tokens if token.upos == "VERB"]
    assert verbs == ["swear", "flee", "overthrow", "mislead"]


@given(st.text(max_size=200))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_any_text_gives_ordered_words_inside_it(text):
    last = 0
    for start, end in words_in(text, 0, len(text)):
        assert last <= start < end <= len(text)
        assert text[start:end].strip()
        last = end


@given(st.lists(st.lists(st.floats(-5, 5, width=32), min_size=7, max_size=7), min_size=6, max_size=6))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_any_scores_give_one_tree(rows):
    import numpy as np

    heads = tree(np.array(rows, np.float32))
    assert heads.count(-1) == 1
    for start in range(len(heads)):
        at, steps = start, 0
        while at >= 0:
            at, steps = heads[at], steps + 1
            assert steps <= len(heads)


def test_a_sentence_that_is_too_long_is_read_in_windows_that_keep_every_word():
    text = " ".join(f"The envoy of state {number} met the minister, who said nothing;" for number in range(80))
    places = words_in(text, 0, len(text))
    cut = list(windows(text, places))
    assert [place for window in cut for place in window] == places
    assert all(len(window) <= LONGEST for window in cut)
    assert all(text[window[-1][0]] == ";" for window in cut)
    parsed = load().parse(text)
    assert [(t.start, t.end) for sentence in parsed.sentences for t in sentence.tokens] == places


@given(st.text(max_size=80) | st.text(alphabet='Tte.?!"”’) \n•1U', max_size=80))
@settings(derandomize=True, max_examples=120, deadline=None)
def test_any_text_is_read_with_valid_ordered_stretches(text):
    at = 0
    for number, sentence in enumerate(load().parse(text).sentences):
        assert sentence.index == number
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        for index, token in enumerate(sentence.tokens):
            assert at <= token.start < token.end <= len(text)
            assert token.index == index
            assert token.text == text[token.start : token.end]
            assert -1 <= token.head < len(sentence.tokens)
            at = token.end
        assert [token.head for token in sentence.tokens].count(-1) == 1
        ends = [0, *(place for name in sentence.names for place in (name.first, name.last))]
        assert ends == sorted(ends)
        assert all(0 <= one.first < one.last <= len(sentence.tokens) for p in sentence.predicates for one in p.roles)
        assert len(sentence.happened) == len(sentence.tokens)


SAID = [
    "Envoys met in Geneva.",
    "No.",
    "Talks",
    "The envoys, who had met in Geneva, denied that Kyiv had agreed to leave Kherson by 30 June.",
    "“Antidisestablishmentarianism,” said Ólafur Ragnar Grímsson — 🕊 — zzxqj.",
    "It, " + "and it, " * 150 + "ended.",
    "HAMAS AND ISRAEL AGREED, THE U.S. SAID; NOBODY CONFIRMED THAT THE CEASEFIRE HOLDS IN GAZA.",
]


@cache
def two_threads() -> TrainedReader:
    return TrainedReader(files("detente.language") / "weights", threads=2)


@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=6), st.integers(1, 2))
@settings(derandomize=True, max_examples=40, deadline=None)
def test_a_sentence_is_read_alike_in_any_company_and_with_any_number_of_threads(said, threads):
    text = "\n\n".join(said)
    together = (load() if threads == 1 else two_threads()).parse(text).sentences
    alone = [one for sentence in said for one in load().parse(sentence).sentences]
    assert [bare(one) for one in together] == [bare(one) for one in alone]


@pytest.mark.parametrize("sentence", SAID)
def test_a_sentences_scores_are_the_same_to_the_last_bit(sentence):
    first = load()._scores(words(sentence))
    load()._scores(words(" ".join(SAID[3:5])))
    for reader in (load(), two_threads()):
        again = reader._scores(words(sentence))
        assert {name: scores.tobytes() for name, scores in again.items()} == {
            name: scores.tobytes() for name, scores in first.items()
        }


def bare(sentence: Sentence) -> Sentence:
    """A sentence as if it stood first in its text."""
    moved = {"start": 0, "end": sentence.end - sentence.start}
    tokens = [replace(one, start=one.start - sentence.start, end=one.end - sentence.start) for one in sentence.tokens]
    names = [replace(one, start=one.start - sentence.start, end=one.end - sentence.start) for one in sentence.names]
    return replace(sentence, index=0, **moved, tokens=tuple(tokens), names=tuple(names))


def test_altered_weights_are_refused(tmp_path):
    for name, content in {"card.json": '{"version": "1", "sha256": "0"}', "labels.json": "{}"}.items():
        (tmp_path / name).write_text(content)
    (tmp_path / "model.onnx").write_bytes(b"other")
    with pytest.raises(ReaderError, match="differ from their model card"):
        TrainedReader(tmp_path)


def test_missing_weights_are_told(tmp_path):
    with pytest.raises(ReaderError, match=r"card\.json is missing"):
        TrainedReader(tmp_path)
