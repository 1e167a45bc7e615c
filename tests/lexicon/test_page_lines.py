import pytest

from detente.lexicon.page_lines import line_rules, rule_of

EXAMPLES = [(rule, line) for rule, _ in line_rules() for line in rule.examples]
COUNTER = [(rule, line) for rule, _ in line_rules() for line in rule.counter]


@pytest.mark.parametrize(("rule", "line"), EXAMPLES, ids=[line for _, line in EXAMPLES])
def test_each_example_is_what_its_rule_says(rule, line):
    found = rule_of(line)
    assert found is not None
    assert (found.label, found.ends) == (rule.label, rule.ends)


@pytest.mark.parametrize(("rule", "line"), COUNTER, ids=[line for _, line in COUNTER])
def test_no_counter_example_is_taken(rule, line):
    assert rule_of(line) is None


def test_every_rule_has_an_example_and_a_counter_example():
    assert all(rule.examples and rule.counter for rule, _ in line_rules())
