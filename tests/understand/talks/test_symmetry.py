"""Exchanging two parties' names in a text exchanges them in its claims and changes nothing else."""

import re

import msgspec
import pytest
from tests.understand.talks.told import told

from detente.model import Claims

TEXTS = [
    "Officials of Chad and Libya met in Valletta on Monday. Chad denied on Tuesday that a second meeting is planned.",
    "Chad invited Libya to talks in Valletta next week. Libya refused to attend.",
    "Chad accused Libya of violating the ceasefire on Monday and killing two soldiers. Libya denied it.",
    "Chad declared a ceasefire with Libya on Monday. Libya rejected the ceasefire on Tuesday.",
    "After talks with Chad in Valletta on Monday, Libya postponed the next round, due on Friday.",
]
NAMES = {"Chad": "Libya", "Libya": "Chad"}
CODES = {"TCD": "LBY", "LBY": "TCD"}


def shape(claims: Claims, codes: dict[str, str]) -> list[str]:
    """The claims without their places in the text, with codes exchanged."""
    found = []
    for claim in (*claims.talks, *claims.ceasefires, *claims.incidents):
        fields = {
            name: value
            for name, value in msgspec.to_builtins(claim).items()
            if name
            not in {
                "id",
                "source",
                "sources",
                "evidence",
                "when",
                "start",
                "end",
                "where",
                "purpose",
                "outcome",
                "because",
            }
        }
        text = msgspec.json.encode(_sorted(fields), order="sorted").decode()
        found.append(re.sub("|".join(codes), lambda match: codes[match.group()], text) if codes else text)
    return sorted(found)


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: _sorted(one) for key, one in value.items() if key != "span"}
    if isinstance(value, list):
        return sorted((_sorted(one) for one in value), key=repr)
    return value


def names_exchanged(text: str) -> str:
    return re.sub("Chad|Libya", lambda match: NAMES[match.group()], text)


@pytest.mark.parametrize("text", TEXTS)
def test_parties_exchanged_in_a_text_are_exchanged_in_its_claims(text):
    here = [re.sub("TCD|LBY", lambda match: match.group(), one) for one in shape(told(text), {})]
    there = shape(told(names_exchanged(text)), CODES)
    assert [_unordered(one) for one in here] == [_unordered(one) for one in there]
    assert here


def _unordered(text: str) -> str:
    """Lists of parties stand in an order of names."""
    return "".join(sorted(text))
