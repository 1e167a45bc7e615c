from pathlib import Path

import apsw
import pytest

from detente.errors import RecordError
from detente.line import settle
from detente.model import Incident, PositionTrack, Talk
from detente.record import Filter, open_record
from detente.record.migrations import SCHEMA
from detente.record.telling import facets

SCHEMAS = Path(__file__).parent / "schemas"
NOW = "2026-01-01T00:00:00+00:00"


def earlier(number: int, path: Path) -> Path:
    db = apsw.Connection(str(path))
    db.execute((SCHEMAS / f"{number}.sql").read_text())
    db.close()
    return path


def test_every_earlier_schema_has_a_record_to_open():
    assert {int(file.stem) for file in SCHEMAS.glob("*.sql")} == set(range(1, SCHEMA))


def test_a_record_of_the_first_schema_keeps_its_pages_judgements_and_refusals(tmp_path):
    with open_record(earlier(1, tmp_path / "old.sqlite")) as record:
        settle(record, NOW)
        assert len(list(record.claims())) == 2
        assert [talk.value("where")["name"] for talk in record.entries(Talk)] == ["Cairo", "Cairo"]
        assert [one.why for one in record.judgements()] == ["two rooms"]
        assert [track.party for track in record.entries(PositionTrack)] == ["ISR"]
        assert sum(row.refused for row in record.coverage()) == 1
        assert record.search("mediators cairo")
        assert record.check() == []
    with open_record(tmp_path / "old.sqlite", readonly=True) as record:
        assert len(record.entries(Talk)) == 2


def test_a_record_of_the_second_schema_lists_what_may_be_the_same(tmp_path):
    with open_record(earlier(2, tmp_path / "old.sqlite")) as record:
        assert record.pairs(Talk) == [("t1", "t2")]
        assert [talk.standing for talk in record.newest(Talk)] == ["held", "held", "planned"]
        assert [note.value for note in record.notes("t1")] == ["call back"]
        assert record.check() == []


def test_incidents_of_a_record_of_the_third_schema_are_found_by_kind_and_step(tmp_path):
    with open_record(earlier(3, tmp_path / "old.sqlite")) as record:
        for wanted in (Filter(kind="shelling"), Filter(step="denied"), Filter(kind="shelling", party="RSF")):
            assert [one.id for one in record.newest(Incident, wanted)] == ["i1"]
        assert record.newest(Incident, Filter(kind="raid")) == []
        before = set(record.run("SELECT facet, value FROM facets WHERE entry = 'i1'"))
        assert before == set(facets(record.entry("i1")))
        assert record.check() == []


def test_a_record_that_was_brought_up_to_date_has_the_tables_of_a_new_one(tmp_path):
    def tables(record):
        query = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'texts%' AND sql IS NOT NULL ORDER BY name"
        return [(name, " ".join(sql.split("--")[0].split())) for name, sql in record.run(query)]

    with (
        open_record(tmp_path / "new.sqlite", create=True) as new,
        open_record(earlier(2, tmp_path / "old.sqlite")) as old,
    ):
        assert [name for name, _ in tables(old)] == [name for name, _ in tables(new)]
        assert {sql for name, sql in tables(old) if "_by_" in name} == {
            sql for name, sql in tables(new) if "_by_" in name
        }


def test_an_older_record_is_not_changed_by_reading_it(tmp_path):
    path = earlier(1, tmp_path / "old.sqlite")
    with pytest.raises(RecordError, match="older version"):
        open_record(path, readonly=True)


def test_a_record_of_a_newer_program_is_refused(tmp_path):
    with open_record(tmp_path / "new.sqlite", create=True) as record:
        record.run(f"UPDATE meta SET value = '{SCHEMA + 1}' WHERE key = 'schema'")
    with pytest.raises(RecordError, match="newer"):
        open_record(tmp_path / "new.sqlite")
