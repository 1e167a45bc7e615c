"""Obligations of an agreement's own text: examples of the lexicon, spans, symmetry, the gold and the command."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from tests.gold.agreements.gold import agreements, judge, read

from detente.lexicon.covenants import Example, covenants
from detente.model import Actor, Claims, ObligationClaim
from detente.read import document_of
from detente.read.agreement import as_agreement
from detente.show.commands import detente
from detente.understand import understand
from detente.understand.clauses import Act, acts_of

HEAD = "Agreement between {one} and {other}\n\nNairobi, 3 March 2026\n\n"
BODY = (
    "1. {one} shall withdraw its forces within ten days of the signing of this Agreement.\n"
    "2. {other} undertakes to reopen the border.\n3. The Parties may propose amendments.\n"
)


def claims_in(text: str) -> Claims:
    return understand(as_agreement(document_of(text.encode(), "agreement.txt")))


def found_in(text: str) -> list[Act]:
    return acts_of(claims_in(text).obligations)


def told(act: Act) -> tuple[str | None, tuple[str | None, ...], str, str | None]:
    one = act.claim
    return one.clause, tuple(actor.party for actor in act.who), one.duty, one.by_when.latest if one.by_when else None


def test_who_is_bound_to_what_and_by_when_is_counted_from_the_signing() -> None:
    found = found_in((HEAD + BODY).format(one="Kenya", other="Ghana"))
    assert [told(one) for one in found] == [("1", ("KEN",), "do", "2026-03-13"), ("2", ("GHA",), "do", None)]


def test_parties_exchanged_exchange_their_obligations_and_nothing_else() -> None:
    found = found_in((HEAD + BODY).format(one="Ghana", other="Kenya"))
    assert [told(one) for one in found] == [("1", ("GHA",), "do", "2026-03-13"), ("2", ("KEN",), "do", None)]


def test_an_agreement_tells_of_itself_and_is_the_source_of_what_it_obliges_to() -> None:
    text = (HEAD + BODY).format(one="Kenya", other="Ghana") + "\nDone at Nairobi on 4 March 2026.\n"
    claims = claims_in(text)
    (own,) = claims.agreements
    assert (own.name, own.kind, own.parties) == ("Agreement between Kenya and Ghana", "peace agreement", ("KEN", "GHA"))
    assert (own.status, own.when and own.when.earliest) == ("signed", "2026-03-04")
    assert {one.under for one in claims.obligations} == {own.name}
    (source,) = claims.sources
    assert {one.source for one in claims.every()} == {source.id}
    assert (source.root, source.anonymity) == ("document:agreement between kenya and ghana", "institution")
    assert all(text[span.start : span.end] == span.quote for one in claims.every() for span in one.spans)


def test_what_nobody_says_was_signed_is_not_signed() -> None:
    (own,) = claims_in((HEAD + BODY).format(one="Kenya", other="Ghana")).agreements
    assert own.status is None


def test_those_bound_alike_owe_each_their_own() -> None:
    found = claims_in(
        HEAD.format(one="Kenya", other="Ghana") + "1. The Parties shall withdraw.\n2. They rest.\n3. Peace holds.\n"
    )
    assert [(one.clause, one.who) for one in found.obligations] == [
        ("1", Actor(party="KEN")), ("1", Actor(party="GHA")),
    ]  # fmt: skip


@pytest.mark.parametrize("example", covenants().example, ids=lambda one: one.clause)
def test_the_examples_of_the_lexicon_run(example: Example) -> None:
    head = HEAD.format(one="Kenya", other="Ghana")
    found = found_in(f"{head}1. {example.clause}\n2. Peace is dear to all.\n")
    assert len(found) == len(example.gives)
    for one, given in zip(found, example.gives, strict=True):
        who, word = given.rsplit(" ", 2)[0].split(","), given.rsplit(" ", 2)[-1]
        names = [actor.party or (actor.description or "").removeprefix("the ") for actor in one.who] or ["-"]
        assert (names, one.claim.duty) == ([name.removeprefix("the ") for name in who], given.split(" ")[-2])
        assert one.claim.what.startswith(word)


@pytest.mark.parametrize("name", sorted(agreements()))
def test_every_field_has_the_exact_words_of_the_text(name: str) -> None:
    document, found = read(name)
    spans = [span for one in found for field in one.claim.evidence.values() for span in field]
    assert len(spans) >= len(found) > 0
    assert all(document.text[span.start : span.end] == span.quote for span in spans)


def test_the_gold_stays_where_it_was_measured() -> None:
    judged = [judge(rows, *read(name)) for name, rows in agreements().items()]
    right, all_ = sum(one.right for one in judged), sum(one.found + one.gold for one in judged)
    assert 2 * right / all_ >= 0.75


def test_the_command_shows_proposals_with_their_clauses(tmp_path: Path) -> None:
    file = tmp_path / "agreement.txt"
    file.write_text((HEAD + BODY).format(one="Kenya", other="Ghana"), encoding="utf-8")
    table = CliRunner().invoke(detente, ["agreement", str(file)])
    assert "withdraw its forces" in table.output
    assert "proposals" in table.output
    printed = json.loads(CliRunner().invoke(detente, ["agreement", str(file), "--json"]).output)
    assert printed["status"] == "proposed"
    assert [one["clause"] for one in printed["obligations"]] == ["1", "2"]
    assert msgspec.convert(printed["obligations"][0], ObligationClaim).who == Actor(party="KEN")
