from zoneinfo import ZoneInfo

import pytest

from detente.language import load
from detente.lexicon.outlets import examples, find_outlet, outlets
from detente.understand.sayings.outlets_named import outlet_at


def test_there_are_at_least_150_outlets_and_agencies_each_with_country_zone_and_domain():
    assert len(outlets()) >= 150
    assert sum(outlet.kind == "agency" for outlet in outlets()) >= 50
    for outlet in outlets():
        assert len(outlet.country) == 3, outlet
        assert outlet.country.isupper()
        assert ZoneInfo(outlet.zone)
        assert outlet.domains
        assert outlet.kind in {"agency", "newspaper", "broadcaster", "news site", "magazine"}


def test_every_name_alias_and_domain_leads_to_its_outlet():
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases, *outlet.domains, *(f"https://www.{d}/a/1" for d in outlet.domains)):
            assert find_outlet(name) is outlet, name


def test_an_acronym_counts_only_in_capitals():
    assert find_outlet("INA").country == "IRQ"
    assert find_outlet("Ina") is None


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.text[:40])
def test_each_example_names_its_outlet_and_the_others_none(example):
    sentence = load().parse(example.text).sentences[0]
    word = next(token for token in sentence.tokens if token.text == example.words)
    assert outlet_at(sentence, word.index) == example.outlet
