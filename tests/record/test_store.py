import os
import random
import signal
import subprocess
import sys

import pytest
from benchmarks.store import killed

from detente.errors import RecordBusyError, RecordError
from detente.language import load
from detente.line import judge, settle
from detente.model import Talk
from detente.read import read_text
from detente.record import open_record
from detente.understand import understand

TEXT = "Egyptian and Qatari mediators met in Cairo on Monday. Israel demands a full disarmament of Hamas."
NOW = "2025-11-26T00:00:00+00:00"


def page(text: str = TEXT, url: str = "https://a.example/1", published: str = "2025-11-25"):
    return understand(read_text(text, url=url, published=published), load())


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "r.sqlite", create=True) as opened:
        yield opened


def test_reading_twice_changes_nothing(record):
    assert record.add(page(), "r1")
    settle(record, NOW)
    before = record.entries(Talk)
    assert not record.add(page(), "r1")
    assert settle(record, NOW) == []
    assert record.entries(Talk) == before


def test_a_new_version_withdraws_what_the_old_one_said(record):
    record.add(page(), "r1")
    settle(record, NOW)
    record.add(page("Israel demands a full disarmament of Hamas."), "r1")
    changes = settle(record, NOW)
    assert record.entries(Talk) == []
    assert ("-", "t1") in {(change.sign, change.entry) for change in changes}


def test_a_talk_keeps_its_id_as_pages_arrive(record):
    record.add(page(), "r1")
    settle(record, NOW)
    record.add(
        page("Mediators from Egypt and Qatar met in Cairo on Monday, officials said there.", "https://b.example/2"),
        "r1",
    )
    settle(record, NOW)
    (talk,) = record.entries(Talk)
    assert (talk.id, len(talk.claims)) == ("t1", 2)


def test_settling_twice_changes_nothing_where_accounts_are_disputed(record):
    record.add(page("Egyptian and Qatari officials met in Cairo on Monday, a spokesman said after the session."), "r1")
    denied = "Egyptian and Qatari officials did not meet in Cairo on Monday, a spokesman said after the session."
    record.add(page(denied, "https://b.example/2"), "r1")
    settle(record, NOW)
    assert "dispute:t1:status" in {change.entry for change in record.changes(NOW)}
    assert settle(record, NOW) == []


def test_a_judgement_outlives_a_new_reading(record):
    record.add(page(), "r1")
    other = page("Mediators from Egypt and Qatar met in Cairo on Monday, officials said there.", "https://b.example/2")
    record.add(other, "r1")
    settle(record, NOW)
    (talk,) = record.entries(Talk)
    made, _ = judge(record, "different", talk.claims, who="analyst", now=NOW)
    assert len(record.entries(Talk)) == 2
    record.add(other, "a better reader")
    record.add(page(TEXT + " A second paragraph came later."), "a better reader")
    settle(record, NOW)
    assert len(record.entries(Talk)) == 2
    judge(record, "undo", [made.id], who="analyst", now="2025-11-27")
    assert len(record.entries(Talk)) == 1


def test_search_finds_words_and_check_finds_no_fault(record):
    record.add(page(), "r1")
    assert record.search("mediators cairo")[0].document
    assert record.search('"') == []
    assert record.check() == []


def test_a_second_writer_is_told(tmp_path, record):
    claims = page()
    with open_record(tmp_path / "r.sqlite") as second, record.writing():
        second._db.set_busy_timeout(50)
        with pytest.raises(RecordBusyError, match="another"):
            second.add(claims, "r1")


@pytest.mark.parametrize(
    "content", [b"not a database at all, only text that is long enough", b"SQLite format 3\0" + b"\1" * 200]
)
def test_a_foreign_or_damaged_file_is_refused(tmp_path, content):
    (tmp_path / "x.sqlite").write_bytes(content)
    with pytest.raises(RecordError, match=r"x\.sqlite"):
        open_record(tmp_path / "x.sqlite")


def test_another_programs_database_is_refused(tmp_path):
    import apsw

    apsw.Connection(str(tmp_path / "x.sqlite")).execute("CREATE TABLE t (a)")
    with pytest.raises(RecordError, match="not a record"):
        open_record(tmp_path / "x.sqlite")


def test_a_missing_record_is_told(tmp_path):
    with pytest.raises(RecordError, match="no such record"):
        open_record(tmp_path / "none.sqlite")


WRITER = """
import sys
from detente.language import load
from detente.read import read_text
from detente.record import open_record
from detente.understand import understand
claims = [understand(read_text(f"Envoys of Egypt and Qatar met in Cairo on Monday, page {n}.", url=f"u{n}", published="2025-11-25"), load()) for n in range(200)]
print("ready", flush=True)
with open_record(sys.argv[1], create=True) as record:
    for number, one in enumerate(claims):
        record.add(one, "r1")
        print(number, flush=True)
"""


def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path):
    path = tmp_path / "k.sqlite"
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    acknowledged = random.Random(1).randint(20, 90)
    while int(process.stdout.readline()) < acknowledged:
        pass
    os.kill(process.pid, signal.SIGKILL)
    process.stdout.close()
    process.wait()
    with open_record(path) as record:
        assert len(list(record.claims())) > acknowledged
        assert record.check() == []


FULL = """
import resource, sys
from detente.errors import RecordError
from detente.language import load
from detente.read import read_text
from detente.record import open_record
from detente.understand import understand
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
one = understand(read_text("Envoys of Egypt and Qatar met in Cairo on Monday.", url="u", published="2025-11-25"), load())
with open_record(sys.argv[1], create=True) as record:
    record.add(one, "r1")
resource.setrlimit(resource.RLIMIT_FSIZE, (180_000, 180_000))
try:
    with open_record(sys.argv[1]) as record:
        for number in range(500):
            import msgspec
            document = msgspec.structs.replace(one.document, id=f"d{number}", text=one.document.text)
            claims = msgspec.structs.replace(one, document=document, talks=(), statements=(), positions=())
            record.add(claims, "r1")
except RecordError as error:
    print("told", error)
"""


def test_a_full_disk_is_told_and_the_record_is_as_before(tmp_path):
    path = tmp_path / "f.sqlite"
    found = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=False)
    assert found.stdout.startswith("told"), found.stderr
    with open_record(path) as record:
        assert any(claims.document.url == "u" for claims in record.claims())
        assert record.check() == []


def test_what_was_acknowledged_outlives_kills_while_reading_and_judging():
    survived, lost = killed(3)
    assert (survived, lost) == (3, 0)
