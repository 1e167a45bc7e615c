from typing import get_args

import pytest

from detente.language import load
from detente.lexicon.settlement import Section, entries, frames_in, kinds
from detente.understand.positions.matching import matches

SECTIONS = get_args(Section)
YES = [(section, entry.id, text) for section in SECTIONS for entry in entries(section) for text in entry.yes]
NO = [(section, entry.id, text) for section in SECTIONS for entry in entries(section) for text in entry.no]


def told(section: Section, text: str) -> set[str]:
    """What the frames of a section tell in a sentence."""
    sentences = load().parse(text).sentences
    return {match.frame.move for sentence in sentences for match in matches(sentence, frames_in(section))}


@pytest.mark.parametrize(("section", "id_", "text"), YES)
def test_each_example_is_told(section, id_, text):
    assert id_ in told(section, text)


@pytest.mark.parametrize(("section", "id_", "text"), NO)
def test_no_counter_example_makes_a_claim_of_its_section(section, id_, text):
    from detente.read import read_text
    from detente.understand import understand

    claims = understand(read_text(text, published="2025-11-26"))
    found = {
        "gap": [claim.state for claim in claims.gaps],
        "agreement": [claim.status for claim in claims.agreements],
        "content": [claim.clauses for claim in claims.agreements],
        "duty": [claim.state for claim in claims.obligations],
        "watching": [claim.watches for claim in claims.mechanisms],
        "founding": [claim.state for claim in claims.mechanisms],
    }
    assert id_ not in found[section]
    assert section != "watching" or not found[section]


def test_every_kind_of_agreement_has_nouns():
    assert set(kinds().values()) == {"plan", "draft", "framework", "peace agreement"}
