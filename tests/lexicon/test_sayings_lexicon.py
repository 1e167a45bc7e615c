import pytest

from detente.language import load
from detente.lexicon.sayings import adjectives, examples, nouns, phrases, verbs, words
from detente.read import read_text
from detente.understand.actors import find_actors
from detente.understand.sayings import find_sayings

EXAMPLES = list(examples())


def attributions(text: str) -> list[tuple[str, str, str]]:
    """Cue, source and content of every attribution that a sentence makes."""
    parsed = load().parse(text)
    document = read_text(text)
    cast = find_actors(parsed, document)
    found = []
    for saying in find_sayings(parsed, cast, document):
        sentence = parsed.sentences[saying.sentence]

        def said(part, sentence=sentence):
            return text[sentence.tokens[part.first].start : sentence.tokens[part.last - 1].end]

        source = said(saying.said_by[0]) if saying.said_by else ""
        found.append((sentence.tokens[saying.cue].text, source, said(saying.parts[0])))
    return found


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:30])
def test_each_example_makes_its_attribution_and_the_others_none(example):
    found = attributions(example.text)
    if example.cue is None:
        assert found == []
    else:
        _, source, content = next(row for row in found if row[0].lower() == example.cue.lower())
        assert source == example.source
        assert content.strip('",') == example.content


def test_every_class_has_words_and_no_list_is_empty():
    kinds = {cue.kind for cues in verbs().values() for cue in cues}
    assert kinds == {"say", "cite", "show", "believe", "intend", "support", "decree"}
    assert all(cue.frames or cue.prepositions for cues in verbs().values() for cue in cues)
    lists = ("leaning", "carrying", "documents", "venues", "hearers", "spokespeople", "lending")
    assert all(words(name) for name in lists)
    assert adjectives()
    assert nouns()
    assert phrases("according")
    assert phrases("owned")
