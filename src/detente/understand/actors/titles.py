"""The words that say what a named person is: before the name, after it, or in a clause about them.

The stretches come from the order of the words first and from the tree where it helps, since trees of long titles err.
"""

from collections.abc import Iterator

import msgspec

from detente.language import Name, Sentence, Token
from detente.lexicon.parties import names
from detente.lexicon.roles import roles, titles
from detente.understand.actors.listed import listed
from detente.understand.actors.mention import Person
from detente.understand.actors.names import parts_names
from detente.understand.grammar import child, children, conjuncts, subjects
from detente.understand.stretches import words

CLOSING = frozenset(', ; . : — – - ) ! ? ” "'.split()) | {"--"}
INNER = frozenset("of for to on in at and & with".split())
RELATIVE = frozenset("who whom whose which that when where".split())
FARTHEST = 16  # tokens that a title before a name may have; the longest seen had eleven


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says a person is: tokens `first` to `last`, of which `head` is the noun that says it.

    `rule` is where it stands: title, apposition, clause or counterpart.
    """

    sentence: int
    person: str
    first: int
    last: int
    head: int
    rule: str

    def past(self, sentence: Sentence) -> bool:
        """Tell whether the words say that it is over: "former", "then"."""
        before = sentence.tokens[max(0, self.first - 1) : self.head]
        return any(token.text.lower() in roles().past for token in before)


def titles_of(sentence: Sentence, people: list[Person]) -> list[Title]:
    """Return the titles that a sentence gives the people it names, in order."""
    found: dict[tuple[str, int], Title] = {}
    for person in people:
        for title in (*_before(sentence, person), *_after(sentence, person), *_clauses(sentence, person)):
            found.setdefault((title.person, title.head), title)
    found = {key: title for key, title in found.items() if not _is_next_ones(sentence, title, people)}
    for title in _of_row(sentence, people):
        found.setdefault((title.person, title.head), title)
    for title in [one for one in found.values() if one.rule in {"title", "counterpart"}]:
        for shared in _shared(sentence, title, people):
            found.setdefault((shared.person, shared.head), shared)
    return sorted(found.values(), key=lambda title: (title.first, title.person))


def is_role(token: Token) -> bool:
    """Tell whether a word can say what one person or several are.

    A capital makes a common word a title only before a name, which is where this is asked of it.
    """
    return token.upos in {"NOUN", "PROPN", "ADJ"} and bool({token.lemma.lower(), token.text.lower()} & _role_words())


def _role_words() -> frozenset[str]:
    return titles() | roles().counterparts


def is_kin(token: Token) -> bool:
    """Tell whether a word is of family or friendship, which gives no role."""
    return token.lemma.lower() in roles().kin


# ── before the name ─────────────────────────────────────────────────────────────────────────────────────────────────


def _before(sentence: Sentence, person: Person) -> Iterator[Title]:
    """As in "Secretary of State Marco Rubio", "Ukraine's chief negotiator Rustem Umerov", "his envoy, Steve Witkoff"."""
    first = person.first
    start, head = title_start(sentence, first)
    if head is not None and not is_kin(sentence.tokens[head]):
        yield _title(sentence, person, start, first, head, "title")
    at = start if head is not None else first
    while at > 0 and sentence.tokens[at - 1].text.lower() in roles().honorifics:
        at -= 1
    named = person.last - first > 1 or at < first
    if head is not None and at >= 2 and sentence.tokens[at - 1].text.lower() == "the":
        at -= 1
    if named and at >= 2 and sentence.tokens[at - 1].text == "," and _closed(sentence, person.last):
        begin, noun = _reversed(sentence, at, first)
        if noun is not None and not is_kin(sentence.tokens[noun]):
            yield _title(sentence, person, begin, at - 1, noun, "title")


def title_start(sentence: Sentence, first: int) -> tuple[int, int | None]:
    """Where the words of a title before a name begin, and the noun that says what the person is, if any."""
    start = _run(sentence, first, first)
    if start == first:
        return first, None
    head = _role_in(sentence, start, first)
    while head is None and start > 1 and first - start < FARTHEST:
        at = start - 1
        if sentence.tokens[at].text.lower() in {"the", "a", "an"}:
            at -= 1
        if at < 1 or sentence.tokens[at].text.lower() not in INNER or _is_list(sentence, at):
            break
        start = _run(sentence, at, first)
        head = _role_in(sentence, start, at)
        if start == at:
            break
    if head is None:
        return first, None
    return start, head


def _run(sentence: Sentence, end: int, name: int) -> int:
    """Go left from a token over nouns, adjectives, names and possessives that belong together."""
    start = end
    while start > 0 and _continues(sentence, start - 1, name):
        start -= 1
    while start < end and (
        sentence.tokens[start].text in {"'s", "’s", "'", "’", "-"} or _is_day(sentence.tokens[start])
    ):
        start += 1
    return start


def _continues(sentence: Sentence, at: int, name: int) -> bool:
    token = sentence.tokens[at]
    low = token.text.lower()
    if low == "side" or (token.upos == "PROPN" and parts_names(token.text)):
        return False
    if low in {"'s", "’s", "-"} or token.xpos == "POS":
        return at > 0 and sentence.tokens[at - 1].upos not in {"PUNCT", "PRON", "DET"}
    if _is_day(token):
        return False
    if low in roles().before or is_role(token):
        return token.upos != "ADV" or low in roles().past
    if any(_is_person(sentence, other) and other.first <= at < other.last <= name for other in sentence.names):
        return False
    if token.upos not in {"NOUN", "ADJ", "PROPN", "X"} and not (token.upos == "VERB" and token.rel == "amod"):
        return False
    if token.upos == "ADJ" or at < token.head <= name:
        return True
    return not _phrase(sentence, name).isdisjoint({at, *sentence.ancestors(at)})


def _is_person(sentence: Sentence, name: Name) -> bool:
    """Tell whether a name is a person's; the reader takes some groups for people ("Houthi negotiator ...")."""
    return name.kind == "PER" and names().find(words(sentence, name.first, name.last)) is None


def _phrase(sentence: Sentence, name: int) -> set[int]:
    """The words of the noun phrase above a name's first word: the name's own and the nouns that it hangs on."""
    found = {name}
    for above in sentence.ancestors(name):
        if sentence.tokens[above].upos not in {"NOUN", "PROPN"}:
            break
        found.add(above)
    return found


def _is_list(sentence: Sentence, at: int) -> bool:
    """What "and" joins goes on with a title only inside it: between names that a preposition before them governs."""
    token = sentence.tokens[at]
    if token.text.lower() not in {"and", "&"}:
        return False
    around = (sentence.tokens[at - 1], sentence.tokens[at + 1])
    return any(word.upos != "PROPN" and not word.text[:1].isupper() for word in around)


def _is_day(token: Token) -> bool:
    return token.lemma.lower() in DAYS


DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week weekend month year "
    "january february march april june july august september october november december".split()
)


def _role_in(sentence: Sentence, first: int, last: int) -> int | None:
    """The last word of a run that says what somebody is; of "Defence Minister" the minister."""
    fits = [i for i in range(first, last) if is_role(sentence.tokens[i])]
    return fits[-1] if fits else None


def _reversed(sentence: Sentence, after: int, name: int) -> tuple[int, int | None]:
    """A noun with its owner, and the name between commas: "the group's commander, Mohamed Hamdan Dagalo,"."""
    comma = after - 1
    above = {name, *sentence.ancestors(name)[:2]}
    for head in range(comma - 1, max(-1, comma - FARTHEST), -1):
        word = sentence.tokens[head]
        if _breaks(word):
            break
        several = word.lemma.lower() in roles().counterparts or word.xpos in {"NN", "NNP"}
        if is_role(word) and several and (head in above or sentence.tokens[name].rel == "appos"):
            start = _run(sentence, head + 1, head)
            owner = sentence.tokens[start - 1].text.lower() if start else ""
            if owner in {"the", "his", "her", "its", "their", "whose"} or any(
                one.xpos == "POS" for one in sentence.tokens[max(0, start - 1) : head]
            ):
                return start, head
            break
    return name, None


def _breaks(word: Token) -> bool:
    """Tell whether a word cannot stand between a title and the name after its comma."""
    if word.upos == "VERB":
        return word.rel != "amod"
    return word.upos in {"PUNCT", "AUX", "SCONJ", "PRON"} and word.text != "-" and word.xpos != "PRP$"


def _closed(sentence: Sentence, last: int) -> bool:
    return (
        last >= len(sentence.tokens)
        or sentence.tokens[last].text in CLOSING | {"and"}
        or (sentence.tokens[last].upos in {"VERB", "AUX"})
    )


# ── after the name ──────────────────────────────────────────────────────────────────────────────────────────────────


def _after(sentence: Sentence, person: Person) -> Iterator[Title]:
    """As in "Kirill Dmitriev, head of the fund and a presidential envoy,": each noun that says what the person is."""
    stretch = apposition(sentence, person.last)
    if stretch is None:
        return
    first, last = stretch
    head = _head_after(sentence, first, last)
    if head is None:
        return
    others = [i for i in conjuncts(sentence, head) if head < i < last and is_role(sentence.tokens[i])]
    bounds = [head, *others, last]
    for number, at in enumerate(bounds[:-1]):
        begin = first if not number else _run(sentence, at, at)
        end = bounds[number + 1] if number + 2 == len(bounds) else _before_and(sentence, bounds[number + 1])
        while begin < at and sentence.tokens[begin].text.lower() in {"the", "a", "an", "his", "her", "its", "their"}:
            begin += 1
        yield _title(sentence, person, begin, end, at, "apposition")


def _is_next_ones(sentence: Sentence, title: Title, people: list[Person]) -> bool:
    """Tell whether what stands behind a name is the next one's title: "met Trump, Iran's envoy, Ali Rad, wrote"."""
    if title.rule != "apposition" or title.last >= len(sentence.tokens) or sentence.tokens[title.last].text != ",":
        return False
    behind = next((one for one in people if one.first == title.last + 1), None)
    if behind is None or behind.id == title.person or not _closed(sentence, behind.last):
        return False
    token = sentence.tokens[behind.first]
    return token.rel == "appos" and token.head == title.head


def _before_and(sentence: Sentence, at: int) -> int:
    marks = [i for i in range(at - 1, max(0, at - 8), -1) if sentence.tokens[i].text.lower() in {"and", ","}]
    return marks[0] if marks else at


def apposition(sentence: Sentence, last: int) -> tuple[int, int] | None:
    """The stretch between marks after a name that says what the person is: "Kirill Dmitriev, head of ...,"."""
    tokens = sentence.tokens
    if last + 1 >= len(tokens) or tokens[last].text not in {",", "(", "—", "–", "-"}:
        return None
    begin = end = last + 1
    while end < len(tokens) and (tokens[end].text not in CLOSING or _inside_word(sentence, end)):
        if tokens[end].text.lower() in RELATIVE:
            break
        end += 1
    if end - begin > 24 or begin >= end:
        return None
    named = [name for name in sentence.names if name.kind == "PER" and begin <= name.first < end]
    for name in named:
        previous = tokens[name.first - 1]
        if tokens[min(name.last, len(tokens) - 1)].xpos in {"POS", "NN", "NNP", "JJ"} and _starts(
            sentence, begin, name.first
        ):
            continue
        if name.first == begin or (is_role(previous) and not _owned_person(sentence, begin, name.first)):
            return None
        if previous.text.lower() == "and" or tokens[min(name.last, len(tokens) - 1)].upos in {"VERB", "AUX"}:
            end = min(end, name.first - 1)
    stated = any(token.xpos in {"VBD", "VBZ", "VBP", "MD"} and token.rel != "amod" for token in tokens[begin:end])
    return (begin, end) if begin < end and not stated else None


def _starts(sentence: Sentence, begin: int, name: int) -> bool:
    """Tell whether a name begins an apposition, with a title of its own or none: "President Donald Trump's adviser"."""
    return all(is_role(token) or token.text.lower() in roles().before for token in sentence.tokens[begin:name])


def _owned_person(sentence: Sentence, begin: int, name: int) -> bool:
    """The person is named to say whose: "a spokesman for President Mahmoud Abbas"."""
    return any(
        sentence.tokens[i].upos == "ADP" and sentence.tokens[i].text.lower() in {"of", "for", "to"}
        for i in range(begin, name)
    )


def _inside_word(sentence: Sentence, at: int) -> bool:
    """A hyphen without spaces around it is part of a word."""
    tokens = sentence.tokens
    return (
        tokens[at].text == "-"
        and 0 < at < len(tokens) - 1
        and (tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start)
    )


def _head_after(sentence: Sentence, first: int, last: int) -> int | None:
    """The noun that an apposition is about: the last before its first preposition, one person's."""
    end = first
    while end < last and sentence.tokens[end].upos not in {"ADP", "SCONJ", "CCONJ"}:
        end += 1
    nouns = [i for i in range(first, end) if sentence.tokens[i].upos in {"NOUN", "PROPN"}]
    if not nouns:
        return None
    token = sentence.tokens[nouns[-1]]
    fits = is_role(token) and token.xpos in {"NN", "NNP"} and not is_kin(token)
    return token.index if fits else None


# ── in a clause ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _clauses(sentence: Sentence, person: Person) -> Iterator[Title]:
    """As in "Umerov is Ukraine's chief negotiator", "Fidan, who heads the ministry", "leading Russia's delegation"."""
    inside = range(person.first, person.last)
    for token in sentence.tokens:
        if is_role(token) and child(sentence, token.index, "cop") is not None:
            if token.xpos in {"NN", "NNP"} and any(i in inside for i in subjects(sentence, token.index)):
                first = _run(sentence, token.index, token.index)
                yield _title(sentence, person, first, _phrase_end(sentence, token.index), token.index, "clause")
        elif token.upos == "VERB" and token.lemma in roles().leading and token.xpos in {"VBZ", "VBG", "VBP", "VBD"}:
            for one in children(sentence, token.index, "obj"):
                if sentence.tokens[one].lemma.lower() in roles().bodies | {"delegation"} and any(
                    i in inside for i in subjects(sentence, token.index)
                ):
                    end = _phrase_end(sentence, one)
                    yield _title(sentence, person, token.index, end, token.index, "clause")


def _phrase_end(sentence: Sentence, head: int) -> int:
    """Where the noun phrase of a head ends: at a mark, a relative clause, or what does not hang on it."""
    _, last = sentence.reach(head)
    cut = [
        sentence.reach(i)[0]
        for i in children(sentence, head, "acl:relcl", "acl", "appos", "advcl", "parataxis", "conj", "punct", "obl")
        if i > head
    ]
    end = min([last, *cut])
    while end > head + 1 and sentence.tokens[end - 1].text.lower() in CLOSING | {"and"}:
        end -= 1
    return max(end, head + 1)


# ── one title for several people ────────────────────────────────────────────────────────────────────────────────────


def _shared(sentence: Sentence, title: Title, people: list[Person]) -> Iterator[Title]:
    """A title in the plural governs every name after it: "U.S. envoys Steve Witkoff and Jared Kushner"."""
    if sentence.tokens[title.head].xpos not in {"NNS", "NNPS"}:
        return
    at = next(person for person in people if person.id == title.person and person.first >= title.last).last
    for person in people:
        between = [token.text.lower() for token in sentence.tokens[at : person.first]]
        if person.first < at:
            continue
        if not between or set(between) - {",", "and"}:
            return
        yield _title(sentence, person, title.first, title.last, title.head, "title")
        at = person.last


def _of_row(sentence: Sentence, people: list[Person]) -> Iterator[Title]:
    """An office in the plural, and who holds it named between commas: "the chief negotiators, A and B, will come"."""
    for token in sentence.tokens:
        comma = token.index + 1
        plural = token.xpos in {"NNS", "NNPS"} and is_role(token) and not is_kin(token)
        if not plural or sentence.tokens[comma : comma + 1] == () or sentence.tokens[comma].text != ",":
            continue
        row = listed(sentence, people, comma + 1)
        ends = len(row) > 1 and (_closed(sentence, row[-1].last) or sentence.tokens[row[-1].last].text == "of")
        if ends and row[0].first == comma + 1:
            first = _run(sentence, comma, comma)
            yield from (_title(sentence, person, first, comma, token.index, "title") for person in row)


def _title(sentence: Sentence, person: Person, first: int, last: int, head: int, rule: str) -> Title:
    counterpart = sentence.tokens[head].lemma.lower() in roles().counterparts
    return Title(
        sentence=sentence.index, person=person.id, first=first, last=last, head=head,
        rule="counterpart" if counterpart else rule,
    )  # fmt: skip
