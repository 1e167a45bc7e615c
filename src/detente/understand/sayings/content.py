"""What was said, where no clause tells it: infinitives, objects, names for things, and what a preposition brings."""

from collections.abc import Iterable

from detente.language import Sentence
from detente.understand.grammar import children, preposition
from detente.understand.stretches import beside

Place = tuple[int, int]
LOOSE = frozenset({",", ":", ";", "—", "–", "-", "--", ".", "that"})
OPENING = frozenset({'"', "“", "``", "«"})  # marks that open a quotation
FINITE = frozenset({"VBD", "VBZ", "VBP"})
TIMES = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow".split())
ANSWERING = frozenset("deny confirm dispute reject dismiss refute condemn welcome criticize criticise denounce".split())
UNNAMING = frozenset({"name", "identify", "anonymity"})
SILENT = frozenset("comment say answer respond discuss elaborate confirm name identify specify speak talk".split())


def trimmed(sentence: Sentence, first: int, last: int) -> Place | None:
    """Return a stretch without the marks at its edges and the word that opens it, or None where nothing is left."""
    while first < last and sentence.tokens[first].text.lower() in LOOSE:
        first += 1
    while last > first and sentence.tokens[last - 1].text in LOOSE:
        last -= 1
    spoken = any(token.upos != "PUNCT" for token in sentence.tokens[first:last])
    return (first, last) if spoken else None


def mark_of(sentence: Sentence, index: int) -> str | None:
    """Return the word that marks a clause ("to", "that", "of")."""
    marks = children(sentence, index, "mark", "case")
    return sentence.tokens[marks[0]].text.lower() if marks else None


def opens_quotation(sentence: Sentence, index: int) -> bool:
    """Tell whether a token is a colon that a quotation follows: what stands before is not part of what is quoted."""
    following = sentence.tokens[index + 1].text if index + 1 < len(sentence.tokens) else ""
    return sentence.tokens[index].text == ":" and following in OPENING


def is_time(sentence: Sentence, index: int) -> bool:
    """Whether a word names a time, as "Friday" or "week" do."""
    return sentence.tokens[index].lemma.lower() in TIMES


def infinitive(sentence: Sentence, cue: int, *, actor: bool) -> Place | None:
    """Return "to withdraw its troops", with who is to do it where `actor` asks for it ("Kyiv to withdraw")."""
    asked = [one for one in children(sentence, cue, "obl") if actor and preposition(sentence, one) == "on"]
    below = [one for noun in asked for one in children(sentence, noun, "acl")]
    for child in (*children(sentence, cue, "xcomp", "ccomp", "advcl"), *below):
        token = sentence.tokens[child]
        marks = {sentence.tokens[one].text.lower() for one in children(sentence, child, "mark")}
        if child < cue or not ("to" in marks or (token.rel in {"xcomp", "ccomp"} and token.xpos == "VBG")):
            continue
        first, last = beside(sentence, child, cue)
        doers = [*children(sentence, cue, "obj", "iobj"), *asked] if actor else []
        if doers and cue < doers[0] < child:
            first = max(sentence.reach(doers[0])[0], cue + 1)
            first += sentence.tokens[first].rel == "case"
        return trimmed(sentence, first, last)
    return None


def noun_object(sentence: Sentence, cue: int) -> Place | None:
    """Return the object of a verb with all that hangs on it and with "of ...", "as ..." or "for ..." after it."""
    objects = [one for one in children(sentence, cue, "obj", "xcomp") if one > cue]
    if not objects:
        return None
    if sentence.tokens[objects[0]].upos in {"PRON", "DET"}:
        return _pointed(sentence, cue, objects[0])
    first, last = beside(sentence, objects[0], cue)
    for other in sentence.children[cue]:
        begin, end = sentence.reach(other)
        further = sentence.tokens[other].rel in {"obl", "xcomp", "advcl", "ccomp"} and other > objects[0]
        if further and begin <= last + 1 and (preposition(sentence, other) or mark_of(sentence, other)) in {
            "of", "as", "for", None,
        } and not is_time(sentence, other):  # fmt: skip
            last = max(last, end)
    return trimmed(sentence, max(first, cue + 1), last)


def subject_only(sentence: Sentence, cue: int) -> Place | None:
    """Return the clause whose subject the tree takes for what was said: "said the palace, which it holds, had been hit"."""
    objects = [one for one in children(sentence, cue, "obj") if one > cue]
    if not objects:
        return None
    first, last = sentence.reach(objects[0])[0], sentence.reach(cue)[1]
    end = sentence.reach(objects[0])[1]
    finite = any(token.upos in {"VERB", "AUX"} and token.xpos in FINITE for token in sentence.tokens[objects[0] : end])
    return trimmed(sentence, first, last) if finite and any(t.text == "," for t in sentence.tokens[first:end]) else None


def named(sentence: Sentence, cue: int) -> list[Place]:
    """Return what something is called, with the thing: "the proposal a trap", "the note as an ultimatum".

    Whom it is told ("to Reuters") stands between the two and is no part of either.
    """
    objects = [one for one in children(sentence, cue, "obj", "xcomp") if one > cue]
    called = [
        one
        for one in children(sentence, cue, "xcomp", "obl", "advcl", "ccomp", "obj")
        if one > cue and (sentence.tokens[one].rel in {"xcomp", "ccomp"} or mark_of(sentence, one) == "as")
    ]
    called += [at for one in objects for at in children(sentence, one, "appos") if _is_marked(sentence, one, at)]
    if not called:
        return []
    first = max(min(sentence.reach(one)[0] for one in (*objects, *called)), cue + 1)
    last = max(sentence.reach(one)[1] for one in called)
    told = [one for one in children(sentence, cue, "obl") if preposition(sentence, one) == "to" and first < one < last]
    breaks = sentence.reach(told[0]) if told else (last, last)
    parts = (trimmed(sentence, first, breaks[0]), trimmed(sentence, breaks[1], last))
    return [part for part in parts if part]


def _is_marked(sentence: Sentence, index: int, beside_it: int) -> bool:
    """Tell whether a quotation mark parts a noun from the one beside it: "called the session "the best so far"."""
    return any(token.text in OPENING for token in sentence.tokens[index + 1 : beside_it])


def after(sentence: Sentence, cue: int, marks: Iterable[str]) -> Place | None:
    """Return what stands behind one of these prepositions: "(warned) of a new offensive"."""
    wanted = set(marks)
    for child in children(sentence, cue, "obl", "advcl", "nmod", "ccomp", "xcomp"):
        mark = mark_of(sentence, child)
        if mark == "at" and not _is_figure(sentence, cue, child):
            continue
        if child > cue and mark in wanted and not is_time(sentence, child):
            first, last = beside(sentence, child, cue)
            objects = [one for one in children(sentence, cue, "obj", "iobj") if cue < one < child]
            start = sentence.reach(objects[0])[0] if objects and mark in {"of", "for", "at"} else first
            return trimmed(sentence, start, last)
    return None


def is_silence(sentence: Sentence, cue: int) -> bool:
    """As in "declined to comment" and "asked not to be named": nothing was said or meant."""
    heads = children(sentence, cue, "xcomp", "ccomp", "obl", "obj")
    given = [one for at in heads if sentence.tokens[at].lemma == "give" for one in children(sentence, at, "obj")]
    below = {sentence.tokens[one].lemma.lower() for one in (*heads, *given)}
    return bool(below & UNNAMING) or (sentence.tokens[cue].lemma in {"decline", "refuse"} and bool(below & SILENT))


def _pointed(sentence: Sentence, cue: int, index: int) -> Place | None:
    """As in "denied it": what was said stands before, and nothing that the speaker adds tells more of it."""
    added = [one for one in children(sentence, cue, "advcl") if sentence.tokens[one].lemma in {"say", "add", "argue"}]
    pointing = sentence.tokens[index].text.lower() in {"it", "this", "that", "these", "both"}
    return (index, index + 1) if pointing and not added and sentence.tokens[cue].lemma in ANSWERING else None


def _is_figure(sentence: Sentence, cue: int, index: int) -> bool:
    """As in "put the number of dead at 39"."""
    said = [
        *range(*sentence.reach(index)),
        *(i for one in children(sentence, cue, "obj") for i in range(*sentence.reach(one))),
    ]
    return any(sentence.tokens[one].upos == "NUM" for one in said)
