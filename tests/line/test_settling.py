import random
from datetime import date, timedelta

import msgspec
import pytest
from benchmarks.invented import invented
from benchmarks.monitored_month import month, theatre

from detente.geography import Geography
from detente.line import judge, settle
from detente.model import CLAIM_LISTS, AnyEntry, Dispute, Incident, Region, Story, Talk
from detente.read.reports import document_of_form
from detente.reconcile import derivation, fingerprint_of, reconcile
from detente.record import open_record
from detente.understand import understand

NOW = "2026-01-01T00:00:00+00:00"
PAGES = list(invented(48, seed=7, per_page=6))


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "r.sqlite", create=True) as opened:
        yield opened


def stripped(entries):
    """Entries as they are apart from the ids that are minted, and what refers to these."""
    rows = []
    for entry in entries:
        if isinstance(entry, Dispute):
            rows.append((entry.kind_of(), entry.field, entry.accounts))
        else:
            bare = msgspec.structs.replace(entry, id="", possibly_same=())
            rows.append((entry.kind_of(), len(entry.possibly_same), bare))
    return sorted(map(repr, rows))


def everything(record):
    rows = record.run("SELECT body FROM entries WHERE withdrawn = 0")
    return [record.whole(msgspec.json.decode(body, type=AnyEntry)) for (body,) in list(rows)]


def settled_in_portions(record, pages, draw, sizes):
    """Add pages in an order and in portions that a draw gives, and settle after each."""
    waiting = draw.sample(pages, len(pages))
    while waiting:
        for page in [waiting.pop() for _ in range(min(len(waiting), draw.choice(sizes)))]:
            record.add(page, "r1", NOW)
        settle(record, NOW)


def withdrawn_of(record, pages, every):
    """Withdraw every so many of the pages, settle, and return the rest."""
    for page in pages[::every]:
        record.withdraw(page.document.id)
    settle(record, NOW)
    return [page for number, page in enumerate(pages) if number % every]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_the_order_and_the_portions_entries_are_those_of_the_whole(record, seed):
    settled_in_portions(record, PAGES, random.Random(seed), (1, 5, 20))
    assert stripped(everything(record)) == stripped(reconcile(PAGES))


@pytest.mark.parametrize("seed", range(3))
def test_a_crowded_week_of_incidents_is_the_same_in_any_order_and_portions(record, seed):
    geography = Geography(theatre())
    reports = month(2_000, 300)[1][400:620]
    pages = [understand(document_of_form(one.form, geography)) for one in reports]
    settled_in_portions(record, pages, random.Random(seed), (1, 10, 60))
    rest = withdrawn_of(record, pages, 9)
    assert stripped(everything(record)) == stripped(reconcile(rest))
    assert sum(isinstance(one, Incident) and len(one.claims) > 1 for one in everything(record)) > 15


def test_what_is_withdrawn_and_read_again_leaves_the_entries_of_the_rest(record):
    for page in PAGES:
        record.add(page, "r1", NOW)
    settle(record, NOW)
    rest = withdrawn_of(record, PAGES, 3)
    assert stripped(everything(record)) == stripped(reconcile(rest))
    for page in PAGES[::3]:
        record.add(page, "r1", NOW)
    settle(record, NOW)
    assert stripped(everything(record)) == stripped(reconcile(PAGES))
    assert record.check() == []


def test_another_reader_keeps_the_ids_of_the_talks(record):
    for page in PAGES:
        record.add(page, "r1", NOW)
    settle(record, NOW)
    before = {talk.id: talk.claims for talk in record.entries(Talk)}
    for page in PAGES:
        again = msgspec.structs.replace(
            page, talks=tuple(msgspec.structs.replace(talk, id=f"new {talk.id}") for talk in page.talks)
        )
        record.add(again, "r2", NOW)
    settle(record, NOW)
    after = {
        talk.id: tuple(sorted(claim.removeprefix("new ") for claim in talk.claims)) for talk in record.entries(Talk)
    }
    assert after == before


def test_judgements_give_the_entries_of_the_whole_with_the_same_judgements(record):
    for page in PAGES:
        record.add(page, "r1", NOW)
    settle(record, NOW)
    first, second, *_ = record.entries(Talk)
    judge(record, "same", [first.id, second.id], who="a", now=NOW)
    assert set(first.claims) | set(second.claims) <= set(record.entry(second.id).claims)
    together = max(record.entries(Talk), key=lambda talk: len(talk.claims))
    judge(record, "split", [together.id, together.claims[0]], who="a", now=NOW)
    judge(record, "reject", [PAGES[5].talks[0].id], who="a", now=NOW)
    judge(record, "set", [together.id], field="where", value={"name": "Bern"}, who="a", now=NOW)
    assert record.entry(together.id).value("where") == {"name": "Bern"}
    assert stripped(everything(record)) == stripped(reconcile(PAGES, tuple(record.judgements())))


def mirrored(page, days):
    """The same text at another address under another day, its claims of days that much later."""
    published = (date.fromisoformat(page.document.published) + timedelta(days=days)).isoformat()
    document = msgspec.structs.replace(
        page.document, id=f"mirror of {page.document.id}", published=published, outlet="Mirror Daily"
    )

    def moved(claim):
        when = getattr(claim, "when", None)
        later = when and msgspec.structs.replace(when, earliest=published, latest=published)
        return msgspec.structs.replace(claim, id=f"mirrored {claim.id}", **({"when": later} if when else {}))

    lists = {name: tuple(map(moved, getattr(page, name))) for name in CLAIM_LISTS}
    return msgspec.structs.replace(page, document=document, **lists)


def voiced(entries):
    """Entries but for reports, which name mirrors too, and for the parties and people that pages name."""
    return stripped([one for one in entries if one.kind_of() not in {"story", "person", "party"}])


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("days", [9, 400])
def test_a_mirror_under_a_false_day_counts_for_nothing_whenever_it_comes(record, seed, days):
    pages = [*PAGES, *(mirrored(page, days) for page in PAGES[:10])]
    random.Random(seed).shuffle(pages)
    for number, page in enumerate(pages):
        record.add(page, "r1", NOW)
        if number % 7 == seed:
            settle(record, NOW)
    settle(record, NOW)
    assert voiced(everything(record)) == voiced(reconcile(pages)) == voiced(reconcile(PAGES))
    stories = [
        one for one in everything(record) if isinstance(one, Story) and any("mirror" in id_ for id_ in one.documents)
    ]
    assert sum(one.kind == "mirror" for story in stories for one in story.derivations) >= 10


def test_a_mirror_speaks_where_what_it_copies_was_withdrawn(record):
    for page in (PAGES[0], mirrored(PAGES[0], 400)):
        record.add(page, "r1", NOW)
    settle(record, NOW)
    record.withdraw(PAGES[0].document.id)
    settle(record, NOW)
    assert voiced(everything(record)) == voiced(reconcile([mirrored(PAGES[0], 400)]))


def test_what_goes_on_with_an_older_text_is_no_mirror_of_it():
    older, other = PAGES[0], PAGES[7]
    text = f"{older.document.text}{other.document.text}"
    body = Region(start=0, end=len(text), label="body")
    later = msgspec.structs.replace(older.document, id="later", text=text, regions=(body,), published="2024-12-01")
    older = msgspec.structs.replace(older.document, published="2024-11-20")
    found = derivation(fingerprint_of(older), fingerprint_of(later))
    assert found.kind == "copy"
