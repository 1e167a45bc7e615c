"""spaCy behind our nouns: the seam that another reader uses."""

import pytest

spacy = pytest.importorskip("spacy", reason="the extra `bench` is not installed")


@pytest.mark.filterwarnings("ignore")
def test_a_spacy_pipeline_fills_the_nouns():
    from benchmarks.spacy_peer import SpacyReader

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Geneva"}])
    text = "Envoys met in Geneva. They left."
    parsed = SpacyReader(pipeline).parse(text)
    assert [text[one.start : one.end] for one in parsed.sentences] == ["Envoys met in Geneva.", "They left."]
    assert [(name.kind, text[name.start : name.end]) for name in parsed.sentences[0].names] == [("LOC", "Geneva")]
    assert all(token.text == text[token.start : token.end] for s in parsed.sentences for token in s.tokens)
