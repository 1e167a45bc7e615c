"""What was said, where a clause tells it: the clause that a verb governs, or that the verb stands beside."""

from detente.language import Sentence
from detente.lexicon.sayings import is_telling
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import children
from detente.understand.sayings.content import Place, is_time, mark_of, opens_quotation, trimmed
from detente.understand.sayings.leaning import leant_on
from detente.understand.sayings.subject import JOINING
from detente.understand.sayings.voices import is_hearer
from detente.understand.stretches import beside

# Marks of clauses that belong to what was said even where the tree hangs them on the cue.
GOING_ON = frozenset("if unless because until once when so although though provided".split())
FRAMING = frozenset("in on at during after before to late early".split())  # what opens where, when and to whom
SET_OFF = frozenset({",", "”", '"', "''", "’", "'", "—", "–"})


def clause(sentence: Sentence, cue: int) -> list[Place]:
    """Return the clause that a verb governs or that governs the verb; two stretches where the verb stands inside it."""
    that = [one for one in children(sentence, cue, "advcl") if one > cue and mark_of(sentence, one) == "that"]
    governed = [*children(sentence, cue, "ccomp"), *that]
    for child in sorted(governed, key=lambda one: _weight(sentence, one), reverse=True):
        if child < cue and sentence.tokens[cue - 1].text.lower() in JOINING:
            continue  # "called it a lie, then said ..."
        if sentence.tokens[child].xpos == "VBG" and child < cue and not children(sentence, child, "aux", "nsubj"):
            continue
        found = trimmed(sentence, *_onward(sentence, child, cue))
        return [found] if found else []
    around = beside_clause(sentence, cue) or _behind_hearer(sentence, cue)
    if around:
        return around
    for child in children(sentence, cue, "parataxis"):
        if not _opened(sentence, child, cue):
            continue
        found = trimmed(sentence, *beside(sentence, child, cue))
        return [found] if found else []
    return []


def beside_clause(sentence: Sentence, cue: int) -> list[Place]:
    """Return the clause that a verb stands beside, on both sides of it: "..., she continued", "as the mediator put it"."""
    return _around(sentence, cue) if _stands_aside(sentence, cue) or _as_clause(sentence, cue) else []


def fronted_clause(sentence: Sentence, cue: int) -> list[Place]:
    """Return the clause before a verb that stands behind it: "..., the channel quoted the minister as saying"."""
    token = sentence.tokens[cue]
    behind = token.rel in {"parataxis", "ccomp", "dep"} and 0 <= token.head < core_first(sentence, cue)
    return _around(sentence, cue) if behind else []


def core_first(sentence: Sentence, cue: int) -> int:
    """Where a verb with its subject and auxiliaries begins: what the tree hangs on it further left is not its own."""
    near = [one for one in children(sentence, cue, "nsubj", "nsubj:pass", "aux", "advmod") if one < cue]
    subject = [one for one in near if sentence.tokens[one].rel.startswith("nsubj")]
    first = min([cue, *near, *(sentence.reach(one)[0] for one in subject)])
    own = sentence.reach(cue)[0]
    strange = [
        token
        for token in sentence.tokens[own:first]
        if token.upos not in {"PUNCT", "CCONJ"}
        and not (token.head == cue and token.rel in {"mark", "obl", "discourse"})
    ]
    return first if strange else own


def is_according(sentence: Sentence, index: int) -> bool:
    """Tell whether "according to" begins at a token."""
    following = sentence.tokens[index + 1].text.lower() if index + 1 < len(sentence.tokens) else ""
    return sentence.tokens[index].text.lower() == "according" and following == "to"


def _onward(sentence: Sentence, child: int, cue: int) -> Place:
    """The clause, with what follows it that the tree hangs on the cue though it belongs to the clause."""
    first, last = beside(sentence, child, cue)
    if child < cue:  # "The chief believes there are more: "Count the helmets," he said"
        return max([first, *(at + 1 for at in range(first, last) if opens_quotation(sentence, at))]), last
    last = _descending(sentence, child, last)
    that = [one for one in children(sentence, child, "mark") if sentence.tokens[one].text.lower() == "that"]
    first = that[0] if that and cue < that[0] else _behind_day(sentence, first, cue)
    first = min([first, *_that_behind_frame(sentence, cue, first)])
    for other in sentence.children[cue]:
        begin, end = sentence.reach(other)
        marks = {sentence.tokens[one].text.lower() for one in children(sentence, other, "mark", "advmod")}
        if begin >= last and begin - last <= 1 and sentence.tokens[other].rel == "advcl" and marks & GOING_ON:
            last = end
    return first, last


def _descending(sentence: Sentence, child: int, last: int) -> int:
    """Where words that do not hang on a clause begin to stand inside it, or words about another saying."""
    for index in range(child + 1, last):
        token = sentence.tokens[index]
        if token.upos != "PUNCT" and child not in sentence.ancestors(index):
            return index
        after_comma = sentence.tokens[index - 1].text == ","
        if after_comma and (token.text == "adding" or is_according(sentence, index) or _against(sentence, index)):
            return index - 1
    return last


def _against(sentence: Sentence, index: int) -> bool:
    """As in "..., while the rebels said it had not": what somebody else says against it."""
    mark = sentence.tokens[index]
    if mark.text.lower() not in {"while", "whereas"} or mark.rel != "mark" or mark.head < 0:
        return False
    return is_telling(sentence.tokens[mark.head].lemma) and bool(children(sentence, mark.head, "nsubj"))


def _weight(sentence: Sentence, child: int) -> tuple[bool, int]:
    """Of several clauses the one that "that" opens, else the longest."""
    first, last = sentence.reach(child)
    return mark_of(sentence, child) == "that", last - first


def _behind_day(sentence: Sentence, first: int, cue: int) -> int:
    """The day on which it was said is no part of what was said: "said on Sunday the talks ..."."""
    if first == cue + 1 and sentence.tokens[first].text.lower() == "on" and is_time(sentence, first + 1):
        return first + 2
    return first


def _that_behind_frame(sentence: Sentence, cue: int, last: int) -> list[int]:
    """As in "said in a statement that": the "that" behind where and when it was said, whatever clause the tree gives it."""
    that = next((token for token in sentence.tokens[cue + 1 : last] if token.text.lower() == "that"), None)
    if that is None or that.xpos != "IN" or that.index == cue + 1:
        return []
    between = sentence.tokens[cue + 1 : that.index]
    framed = between[0].text.lower() in FRAMING or is_time(sentence, cue + 1)
    return [that.index] if framed and not any(one.upos in {"VERB", "AUX", "PUNCT"} for one in between) else []


def _behind_hearer(sentence: Sentence, cue: int) -> list[Place]:
    """As in "told a briefing that ...", "said in a statement that ...", "reported, citing a guard, that ...".

    The tree hangs the clause on the noun.
    """
    cited = [noun for one in children(sentence, cue, "advcl", "acl") for noun in leant_on(sentence, one)]
    for noun in (*children(sentence, cue, "obj", "iobj", "obl"), *cited):
        venue = sentence.tokens[noun].lemma.lower() in listed("venues")
        for child in children(sentence, noun, "acl", "acl:relcl", "ccomp"):
            first, last = sentence.reach(child)
            aside = noun in cited and sentence.tokens[first].text == ","
            if noun > cue and mark_of(sentence, child) == "that" and (venue or aside or is_hearer(sentence, noun)):
                found = trimmed(sentence, first, last)
                return [found] if found else []
    return []


def _opened(sentence: Sentence, child: int, cue: int) -> bool:
    """A clause beside a verb is what was said where a colon or a quotation mark opens it, or it stands in front."""
    if child < cue:
        return True
    first = beside(sentence, child, cue)[0]
    opening = [token.text for token in sentence.tokens[max(cue + 1, first - 2) : first + 1]]
    return mark_of(sentence, child) == "that" or any(text in {":", '"', "“", "‘", "``", "«"} for text in opening)


def _stands_aside(sentence: Sentence, cue: int) -> bool:
    """As in "..., Politico reported": a clause of its own beside what was said, set off by a comma or a quotation mark."""
    token = sentence.tokens[cue]
    inside = token.rel == "acl:relcl" and _between_commas(sentence, cue)
    aside = token.rel in {"parataxis", "ccomp", "dep", "advcl"} or inside
    if not aside or token.head < 0 or children(sentence, cue, "mark"):
        return False
    first, last = core_first(sentence, cue), sentence.reach(cue)[1]
    before = sentence.tokens[first - 1].text if first and sentence.tokens[first].text not in SET_OFF else ","
    subject = bool(children(sentence, cue, "nsubj", "nsubj:pass"))
    if _has_object(sentence, cue) or (subject and token.head < first and before not in SET_OFF):
        return False
    if token.rel == "parataxis" or inside:
        return subject or token.xpos in {"VBD", "VBZ", "VBP"}
    inverted = all(one > cue for one in children(sentence, cue, "nsubj", "nsubj:pass"))
    return token.head < first and before in SET_OFF and (inverted or last >= len(sentence.tokens) - 1 or before != ",")


def _between_commas(sentence: Sentence, cue: int) -> bool:
    """As in "The rooms, he says, are booked": a clause with a subject of its own between two commas."""
    first, last = core_first(sentence, cue), sentence.reach(cue)[1]
    marks = [sentence.tokens[at].text for at in (first - (sentence.tokens[first].text != ","), last - 1) if at >= 0]
    own = [one for one in children(sentence, cue, "nsubj") if sentence.tokens[one].xpos not in {"WP", "WDT"}]
    return bool(own) and marks == [",", ","]


def _has_object(sentence: Sentence, cue: int) -> bool:
    """A verb with an object of its own says that, not what stands before it; "he put it" and "told reporters" do not."""
    if sentence.tokens[cue].lemma in {"tell", "put", "assure", "inform"}:
        return False
    behind = sentence.tokens[cue + 1].text if cue + 1 < len(sentence.tokens) else ""
    if behind == ",":  # "..., the army said, a claim that Beirut rejects"
        return False
    objects = [one for one in children(sentence, cue, "obj", "xcomp") if sentence.tokens[one].text.lower() != "it"]
    return bool(objects) or (sentence.tokens[cue].lemma == "agree" and bool(children(sentence, cue, "obl")))


def _as_clause(sentence: Sentence, cue: int) -> bool:
    """As in "as the mediator put it": the clause that this one stands beside is what was said."""
    token = sentence.tokens[cue]
    marks = {sentence.tokens[one].text.lower() for one in children(sentence, cue, "mark", "advmod", "case")}
    return token.rel == "advcl" and "as" in marks and not children(sentence, cue, "ccomp", "xcomp")


def _around(sentence: Sentence, cue: int) -> list[Place]:
    """What the clause above the cue spans, on both sides of the cue's own words."""
    head = sentence.tokens[cue].head
    if head < 0:
        return []
    if sentence.tokens[head].rel.startswith("nsubj") and sentence.tokens[head].head > cue:
        head = sentence.tokens[head].head  # "The road, a spokesman said, will stay closed"
    first, last = sentence.reach(head)
    own_first, own_last = core_first(sentence, cue), sentence.reach(cue)[1]
    if _as_clause(sentence, cue):  # "..., as he put it to NRK, “until trust grows back”"
        leant = [sentence.reach(one)[1] for one in sentence.children[cue] if leant_on(sentence, one)]
        begin = max([cue + 1, *leant])  # "..., as Reuters reported, citing two drivers, never left"
        marks = [at for at in range(begin - 1, own_last) if sentence.tokens[at].text in {",", ":"}]
        own_last, last = (marks[0], max(last, own_last)) if marks else (own_last, last)
    first = min(first, sentence.reach(cue)[0])
    breaks = [at for at in range(first, own_first) if sentence.tokens[at].text == ";" or opens_quotation(sentence, at)]
    first = breaks[-1] + 1 if breaks else first
    last = min([last, *(_another(sentence, one) for one in children(sentence, head, "parataxis") if one > own_last)])
    last = min([last, *(one for one in range(own_last, last) if sentence.tokens[one].text == "adding")])
    sides = [trimmed(sentence, first, own_first), trimmed(sentence, own_last, last)]
    return [side for side in sides if side]


def _another(sentence: Sentence, index: int) -> int:
    """Where another saying that stands aside begins, which says nothing of this one's content."""
    return core_first(sentence, index) if is_telling(sentence.tokens[index].lemma) else len(sentence.tokens)
