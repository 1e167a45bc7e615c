"""Whether a page is about a conflict: ordinary issues, plans and deals count only on such a page."""

from detente.language import Parsed
from detente.lexicon.issues import issues
from detente.lexicon.moves import words
from detente.understand.actors import Cast
from detente.understand.issues import issues_in


def is_of_conflict(parsed: Parsed, cast: Cast) -> bool:
    """Tell it by the different words and issues of conflict on the page.

    One is enough where two parties are named; a page that names none or one borrows such words for other things.
    """
    lemmas = {token.lemma.lower() for sentence in parsed.sentences for token in sentence.tokens}
    signs = len(lemmas & words("conflict"))
    if signs > 1:
        return True
    ids = {one.id for sentence in parsed.sentences for one in issues_in(sentence, parsed.text)}
    told = [id_ for id_ in ids if not issues().entries[id_].ordinary and not id_.startswith(("process", "ceasefire"))]
    return signs + len(told) > 1 or (signs + len(told) == 1 and len(cast.parties) > 1)
