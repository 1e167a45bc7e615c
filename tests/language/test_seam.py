"""Another reader takes the trained one's place by filling the same nouns."""

import re

from detente.language import Name, Parsed, Predicate, Reader, Role, Sentence, Token, find_chains
from detente.read import document_of
from detente.understand import understand

PAGE = "Envoys of Russia met envoys of Ukraine in Geneva on Monday. Russia demanded a ceasefire."
SAID = {
    "met": ("VERB", "VBD"),
    "demanded": ("VERB", "VBD"),
    "of": ("ADP", "IN"),
    "in": ("ADP", "IN"),
    "on": ("ADP", "IN"),
}


class TinyReader:
    """Knows one kind of sentence: the first noun does what the verb says to the second; the rest hangs on the verb."""

    version = "tiny-1"

    def parse(self, text, stretches=None):
        found = []
        for start, end in stretches or [(0, len(text))]:
            for match in re.finditer(r"[^.]+\.", text[start:end]):
                found.append(self._sentence(text, len(found), start + match.start(), start + match.end()))
        return Parsed(text=text, sentences=tuple(found), reader=self.version)

    def _sentence(self, text, index, start, end):
        places = [(start + m.start(), start + m.end()) for m in re.finditer(r"\w+|\.", text[start:end])]
        words = [text[a:b] for a, b in places]
        verb = next((at for at, word in enumerate(words) if SAID.get(word, "")[:1] == ("VERB",)), 0)
        heads, rels = self._tree(words, verb)
        tokens = tuple(
            Token(
                index=at, start=a, end=b, text=word, lemma={"met": "meet", "demanded": "demand"}.get(word, word.lower()),
                upos=self._tags(word)[0], xpos=self._tags(word)[1], head=heads[at], rel=rels[at],
            )
            for at, (word, (a, b)) in enumerate(zip(words, places, strict=True))
        )  # fmt: skip
        names = tuple(
            Name(first=t.index, last=t.index + 1, start=t.start, end=t.end, kind="LOC")
            for t in tokens
            if t.xpos == "NNP"
        )
        roles = tuple(
            Role(label={"nsubj": "ARG0", "obj": "ARG1"}[t.rel], head=t.index, first=t.index, last=t.index + 1)
            for t in tokens
            if t.rel in {"nsubj", "obj"}
        )
        event = (Predicate(token=verb, happened=1.0, roles=roles),) if words[verb] in SAID else ()
        return Sentence(
            index=index, start=places[0][0], end=places[-1][1], tokens=tokens, names=names, predicates=event
        )  # fmt: skip

    def _tags(self, word):
        if word == ".":
            return "PUNCT", "."
        return SAID.get(word) or (("PROPN", "NNP") if word[0].isupper() and word != "Envoys" else ("NOUN", "NNS"))

    def _tree(self, words, verb):
        heads, rels = [verb] * len(words), ["dep"] * len(words)
        heads[verb], rels[verb] = -1, "root"
        heads[0], rels[0] = verb, "nsubj"
        if verb + 1 < len(words):
            rels[verb + 1] = "obj"
        for at, word in enumerate(words[:-1]):
            if SAID.get(word, "")[:1] == ("ADP",):
                heads[at], rels[at] = at + 1, "case"
                heads[at + 1], rels[at + 1] = (at - 1, "nmod") if word == "of" else (verb, "obl")
        return heads, rels


def test_a_stand_in_is_a_reader():
    reader: Reader = TinyReader()
    assert [sentence.index for sentence in reader.parse(PAGE).sentences] == [0, 1]


def test_claims_are_drawn_from_what_a_stand_in_reads():
    claims = understand(document_of(PAGE.encode(), "page.txt"), TinyReader())
    assert {"RUS", "UKR"} <= {party.id for party in claims.parties}
    text = claims.document.text
    mentions = [span for party in claims.parties for span in party.mentions]
    assert mentions
    assert all(text[span.start : span.end] == span.quote for span in mentions)


def test_chains_are_found_in_what_a_stand_in_reads():
    chain = find_chains(TinyReader().parse(PAGE)).at(sentence=1, token=0)
    assert chain is not None
    assert [(one.sentence, one.head) for one in chain.references] == [(0, 2), (1, 0)]
