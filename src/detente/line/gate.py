"""The relevance gate: can a page hold claims about a peace process? Cheap, and asked before anything dear is done.

Two questions of one rule. `glance` looks at an archived page's HTML, extracted by resiliparse, before it is read;
`relevant` looks at the text that was read. Both ask for words of talking and of war beside a party that is a state or an
armed group: truces in leagues, families and courtrooms name none. The bounds were set on the pages of `tests/gold` that
rules are developed on and on those about something else; `python -m benchmarks.bulk` prints what share of each passes.
"""

import re
from functools import cache, lru_cache

from detente.lexicon.parties import names
from detente.model import Document

# Whole words, and with a star the beginnings of words. Words that share their first six letters count as one.
WAR = """
ceasefire* cease-fire* truce truces armistice* hostage* prisoner* troops soldier soldiers fighter fighters militar* army armies
rebel rebels militia militias insurgen* guerrilla* war wars wartime shelled shelling airstrike* strikes missile* drone* frontline
front sanctions invasion occup* peace peacekeep* disarm* demilitari* territor* weapon* hostilities bombard* conflict conflicts
fighting siege corridor* withdraw* offensive killed clash* combat* separatist* detainee* captive* nuclear border borders attack*
"""
TALK = """
talk talks negotiat* envoy* mediat* summit* delegat* diploma* minister* ministry president* agreement* accord deal pact protocol*
proposal* plan offer* demand* guarantee* signed signing met meet meets meeting* statement* spokes* leaders conference dialogue
treaty memorandum mission monitor* observer* violat* accus* round council resolution
"""
STEM = 6  # letters by which two words count as one kind: "negotiators" and "negotiations"
HEAD = 3  # letters by which words are looked up first; the shortest word of the lists has as many
OWN = re.compile(r"['’]s?$")
MARKS_BUT_DOT = "\"“”‘’'()[]{}<>,;:!?…*_/|—–-"
MARKS = MARKS_BUT_DOT + "."
MOST_WORDS = 500_000  # words remembered; some 60 MB
LONGEST_NAME = 6  # words of a party's name that are tried
SIDES = frozenset({"state", "armed group"})
SHORT = 400  # characters of main content below which a glance takes in the whole page
ENOUGH_OF_PAGE = 1_000_000  # bytes of HTML that a glance looks at; what a page is about stands in its beginning


def relevant(document: Document) -> bool:
    """Tell, cheaply, whether a page can hold claims about a peace process.

    >>> from detente.model import Document
    >>> relevant(Document(id="d", version="v", text="Envoys of Egypt and Qatar will meet for talks on Monday."))
    True
    >>> relevant(Document(id="d", version="v", text="The truce between the two batsmen held until the second innings."))
    False
    """
    return speaks_of_peace(document.text)


def speaks_of_peace(text: str) -> bool:
    """Tell whether a text has the words of talking and of war, and a party that is a state or an armed group.

    A text that names none of the parties we know passes when it is thick with both kinds of words: there are more armed
    groups than any lexicon holds.
    """
    words = text.split()
    telling = SEEN.telling(words)
    kinds = {SEEN.kinds[word] for word in telling if word in SEEN.kinds}
    war = sum(name == "war" for name, _ in kinds)
    talk = len(kinds) - war
    enough = talk >= 3 or (talk >= 2 and war >= 1) or (talk >= 1 and war >= 2)
    return enough and (_names_a_side(words, telling) or (war >= 4 and talk >= 3))


class _Seen:
    """Words met so far, each looked up once: pages share their words, so most are known by set operations alone."""

    def __init__(self) -> None:
        self.kinds: dict[str, tuple[str, str]] = {}
        self.names: dict[str, int] = {}
        self._telling: set[str] = set()
        self._dull: set[str] = set()

    def telling(self, words: list[str]) -> set[str]:
        """Return those of these words that are listed, or that begin a party's name."""
        own = set(words)
        for word in own - self._dull - self._telling:
            self._meet(word)
        return own & self._telling

    def _meet(self, word: str) -> None:
        if len(self._dull) > MOST_WORDS:
            self._dull.clear()
        if kind := _kind(word):
            self.kinds[word] = kind
        if longest := _longest(word):
            self.names[word] = longest
        (self._telling if kind or longest else self._dull).add(word)


SEEN = _Seen()


def _kind(token: str) -> tuple[str, str] | None:
    """Return which list a word is of and its kind there, or None."""
    word = token.lower().strip(MARKS)
    for name, listed in (("war", WAR), ("talk", TALK)):
        whole, begun = _heads(listed).get(word[:HEAD], (frozenset(), ()))
        if word in whole or (begun and word.startswith(begun)):
            return name, word[:STEM]
    return None


@cache
def _heads(listed: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """For each beginning of three letters, the whole words that have it, and the longer beginnings."""
    whole: dict[str, set[str]] = {}
    begun: dict[str, set[str]] = {}
    for word in listed.split():
        (begun if word.endswith("*") else whole).setdefault(word[:HEAD], set()).add(word.rstrip("*"))
    return {
        head: (frozenset(whole.get(head, ())), tuple(sorted(begun.get(head, ()))))
        for head in whole.keys() | begun.keys()
    }


def names_a_side(text: str) -> bool:
    """Tell whether a text names a state or an armed group of the lexicon.

    >>> names_a_side("Kyiv's envoy was silent"), names_a_side("the two batsmen")
    (True, False)
    """
    words = text.split()
    return _names_a_side(words, SEEN.telling(words))


def _names_a_side(words: list[str], telling: set[str]) -> bool:
    beginning = telling & SEEN.names.keys()
    return bool(beginning) and any(_side(words, at) for at, word in enumerate(words) if word in beginning)


def _longest(token: str) -> int:
    """Return how many words the longest name has that begins with this one; 0 where none does."""
    word = _bare(token)
    return 0 if not word[:1].isupper() else names().longest.get(word) or names().longest.get(word.lower()) or 0


def _bare(token: str) -> str:
    """Return a word without the marks around it and without what makes it an owner: "(Kyiv's" is Kyiv."""
    return OWN.sub("", token.strip(MARKS))


def _side(words: list[str], at: int) -> bool:
    for length in range(min(LONGEST_NAME, SEEN.names[words[at]], len(words) - at), 0, -1):
        kind = _kind_of_party(" ".join(words[at : at + length]))
        if kind is not None:
            return kind in SIDES
    return False


@lru_cache(maxsize=50_000)
def _kind_of_party(spelling: str) -> str | None:
    """Return the kind of the party that these words name, marks and all: "(Kyiv's" is a state's; None for no name."""
    bare = " ".join(map(_bare, spelling.split()))
    form = names().find(bare) or names().find(spelling.strip(MARKS_BUT_DOT))
    return names().parties[form.party].kind if form else None


def glance(content: bytes) -> bool:
    """Tell from a page's HTML whether it is worth reading; what is no HTML that can be parsed is.

    >>> glance(b"<nav>War Peace Talks</nav><p>Envoys of Egypt and Qatar will meet on Monday for talks in Cairo.</p>")
    True
    >>> glance(b"<nav>War Peace Talks</nav><p>The striker scored twice before the half was over, and once more.</p>")
    False
    """
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    try:
        tree = HTMLTree.parse_from_bytes(content[:ENOUGH_OF_PAGE])
        text = extract_plain_text(tree, main_content=True)
        if len(text) < SHORT:  # a list or a table that was taken for a menu
            text = extract_plain_text(tree)
    except (ValueError, UnicodeError):
        return True
    return speaks_of_peace(f"{tree.title}\n{text}")
