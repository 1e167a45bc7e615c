import json
from pathlib import Path

import pytest

from detente.lexicon.issues import Issue, issues
from detente.lexicon.phrases import words_of

TAXONOMY = Path(__file__).parents[3] / "shared" / "taxonomy" / "issues.json"
EXAMPLES = [(entry, text) for entry in issues().entries.values() for text in entry.yes]
COUNTER_EXAMPLES = [(entry, text) for entry in issues().entries.values() for text in entry.no]

WORDINGS = [
    tuple(row.split("\t")) for row in Path(__file__).with_name("issues_named.tsv").read_text("utf-8").splitlines()
]


def named(text: str) -> set[str]:
    return {found.id for found in issues().find(words_of(text))}


@pytest.mark.parametrize(("entry", "text"), EXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_each_example_names_its_issue(entry: Issue, text: str):
    assert entry.id in named(text)


@pytest.mark.parametrize(("entry", "text"), COUNTER_EXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_no_counter_example_names_its_issue(entry: Issue, text: str):
    assert entry.id not in named(text)


def test_every_entry_has_examples_and_a_known_parent():
    for entry in issues().entries.values():
        assert entry.yes, entry.id
        assert entry.no, entry.id
        assert entry.family in issues().entries


@pytest.mark.skipif(not TAXONOMY.exists(), reason="../shared/taxonomy is absent")
def test_the_lexicon_has_the_taxonomys_issues():
    assert set(issues().entries) == {node["id"] for node in json.loads(TAXONOMY.read_text())["nodes"]}


@pytest.mark.parametrize(("issue", "text"), WORDINGS)
def test_each_wording_names_its_issue(issue: str, text: str):
    assert issue in named(text)
