"""What was on the table before: the issue that "it", "the proposal" or "the demand" stands for."""

from collections.abc import Mapping

import msgspec

from detente.language import Chains, Parsed, Sentence
from detente.model import Document, Span
from detente.understand.grammar import children
from detente.understand.issues import Named
from detente.understand.stretches import quote

PRONOUNS = frozenset({"it", "this", "that", "them", "these", "those"})
CLAUSAL = frozenset({"this", "that"})  # stand for what was just said rather than for a thing
THINGS = frozenset(
    "proposal plan offer idea demand initiative suggestion request call condition deal move draft measure declaration "
    "announcement arrangement agreement accusation allegation charge delay change".split()
)
POINTING = frozenset({"the", "this", "that", "such", "these", "those", "any"})
LOOKS_BACK = 2  # sentences


class Put(msgspec.Struct, frozen=True):
    """An issue once on the table, where it was named."""

    issue: str
    words: Span
    sentence: int
    parties: tuple[str, ...] = ()


class Earlier:
    """The issues of a document so far: those that positions named, latest last, and those that its sentences name."""

    def __init__(self, parsed: Parsed, document: Document, chains: Chains, named_in: Mapping[int, list[Named]]) -> None:
        self._put: list[Put] = []
        self._parsed, self._document, self._chains, self._named_in = parsed, document, chains, named_in

    def remember(self, issue: str, words: Span, sentence: Sentence, parties: tuple[str, ...] = ()) -> None:
        """Keep an issue of substance, and who put it, as one that a later sentence may point back to."""
        if not issue.startswith(("process", "unspecified")):
            self._put.append(Put(issue, words, sentence.index, parties))

    def meant(self, sentence: Sentence, head: int, owners: list[str]) -> Put | None:
        """Return what a pronoun or a bare noun of the table points back to, if it was named just before.

        Where the noun has owners ("Cairo's idea"), only what they put on the table can be meant.
        """
        start = sentence.tokens[head].start
        near = [put for put in self._put if sentence.index - put.sentence <= LOOKS_BACK and put.words.start < start]
        if owners:
            own = [put for put in self._put if put.words.start < start and set(put.parties) & set(owners)]
            return own[-1] if own else None
        last = near[-1] if near else None
        if sentence.tokens[head].text.lower() in CLAUSAL:
            return self._named_last(sentence, head) or last
        here = self.in_sentence(sentence, head) if sentence.tokens[head].upos == "PRON" else None
        return self._in_chain(sentence, head) or here or last or self._named_last(sentence, head)

    def _in_chain(self, sentence: Sentence, head: int) -> Put | None:
        """The issue that an earlier word for the same thing names."""
        chain = self._chains.at(sentence.index, head)
        for reference in reversed(chain.references if chain else ()):
            if (reference.sentence, reference.head) >= (sentence.index, head):
                continue
            for one in self._named_in[reference.sentence]:
                if one.first <= reference.head < one.last:
                    return self._as_put(one, reference.sentence)
        return None

    def _named_last(self, sentence: Sentence, head: int) -> Put | None:
        """The issue named last in this sentence, else in the one before it; there substance before talk about talks."""
        here = self.in_sentence(sentence, head)
        if here and (sentence.tokens[head].upos == "PRON" or not here.issue.startswith("process")):
            return here
        before = [one for one in self._named_in.get(sentence.index - 1, ()) if one.id != "unspecified"]
        substance = [one for one in before if not one.id.startswith("process")]
        return self._as_put((substance or before)[-1], sentence.index - 1) if before else None

    def in_sentence(self, sentence: Sentence, head: int) -> Put | None:
        """Return the issue named last before a word of its sentence."""
        here = [one for one in self._named_in[sentence.index] if one.last <= head and one.id != "unspecified"]
        return self._as_put(here[-1], sentence.index) if here else None

    def named_at(self, sentence: Sentence, head: int) -> Put | None:
        """Return the issue whose name covers a word."""
        here = [
            one for one in self._named_in[sentence.index] if one.first <= head < one.last and one.id != "unspecified"
        ]
        return self._as_put(here[0], sentence.index) if here else None

    def _as_put(self, named: Named, sentence: int) -> Put:
        words = quote(self._document, self._parsed.sentences[sentence], named.first, named.last)
        return Put(named.id, words, sentence)


def points_back(sentence: Sentence, head: int) -> bool:
    """Tell whether a noun phrase says nothing itself of what it is about."""
    token = sentence.tokens[head]
    if token.upos == "PRON":
        return token.text.lower() in PRONOUNS and token.xpos in {"PRP", "DT"}
    own = [one for one in sentence.children[head] if sentence.tokens[one].upos not in {"PUNCT", "ADP"}]
    owned = children(sentence, head, "nmod:poss")
    bare = all(one in owned or sentence.tokens[one].text.lower() in POINTING for one in own)
    such = any(
        sentence.tokens[one].text.lower() == "such" for one in children(sentence, head, "det", "amod", "det:predet")
    )
    return (token.lemma.lower() in THINGS or such) and bool(owned or such or children(sentence, head, "det")) and bare
