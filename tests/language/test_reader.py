import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ReaderError
from detente.language import TrainedReader, load
from detente.language.decode import tree
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
    ],
)
def test_sentences_end_where_they_end(text, count):
    assert len(sentences(text)) == count


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


def test_the_parse_does_not_depend_on_its_neighbours():
    alone = load().parse("Envoys met in Geneva.").sentences[0]
    among = (
        load()
        .parse("A much longer sentence about nothing stands here first of all. Envoys met in Geneva.")
        .sentences[1]
    )
    assert [(t.text, t.upos, t.head, t.rel) for t in alone.tokens] == [
        (t.text, t.upos, t.head, t.rel) for t in among.tokens
    ]


def test_altered_weights_are_refused(tmp_path):
    for name, content in {"card.json": '{"version": "1", "sha256": "0"}', "labels.json": "{}"}.items():
        (tmp_path / name).write_text(content)
    (tmp_path / "model.onnx").write_bytes(b"other")
    with pytest.raises(ReaderError, match="differ from their model card"):
        TrainedReader(tmp_path)


def test_missing_weights_are_told(tmp_path):
    with pytest.raises(ReaderError, match=r"card\.json is missing"):
        TrainedReader(tmp_path)
