import json
from itertools import pairwise
from multiprocessing import get_context

import pytest

from detente.model import Arrival, Document, Head
from detente.record import Custody, Kept
from detente.record.custody import sha256
from detente.record.sealing import new_key, opened, sealed


def arrival(content, name="a.json"):
    return Arrival(
        number=0, at="2026-03-02T10:00:00+00:00", by="clerk", name=name, kind="form", sha256=sha256(content),
        size=len(content), kept="", previous="",
    )  # fmt: skip


def received(custody, content):
    document = Document(id=sha256(content)[:8], version="v", text=content.decode())
    return custody.receive(
        arrival(content), Kept(content=content, reports=(document,), photos={sha256(b"p" + content): b"p" + content})
    )


@pytest.fixture
def custody(tmp_path):
    custody = Custody(tmp_path / "intake")
    for number in range(6):
        received(custody, f"report {number}".encode())
    return custody


def altered(custody, change):
    """Apply a change to the list of lines and write them back."""
    lines = custody.file.read_bytes().split(b"\n")[:-1]
    change(lines)
    custody.file.write_bytes(b"".join(line + b"\n" for line in lines))
    return Custody(custody.folder)


def where(problems):
    return [int(problem.where.rpartition(" ")[2]) for problem in problems]


def rehashed(line, **fields):
    body = json.loads(line[65:]) | fields
    told = json.dumps(body).encode()
    return sha256(told).encode() + b" " + told


def test_a_line_is_bound_to_the_one_before_and_what_arrived_is_kept_by_its_hash(custody):
    lines = list(custody.arrivals())
    assert [line.number for line in lines] == [1, 2, 3, 4, 5, 6]
    assert all(later.previous == custody.hash_of(earlier) for earlier, later in pairwise(lines))
    assert sha256(custody.received(lines[2])) == lines[2].sha256
    assert [one.text for one in custody.reports(lines[2])] == ["report 2"]
    assert [sha256(custody.photo(kept)) for kept in lines[2].photos.values()] == list(lines[2].photos)
    assert custody.check() == []


def test_the_same_bytes_are_taken_in_once(custody):
    before = custody.head
    line, new = received(custody, b"report 2")
    assert (line.number, new, custody.head) == (3, False, before)


def test_an_altered_line_is_found_and_located(custody):
    def change(lines):
        lines[2] = lines[2].replace(b"clerk", b"thief")

    assert where(altered(custody, change).check()) == [3]


def test_a_line_altered_with_its_hash_made_anew_is_located_by_the_next_one(custody):
    def change(lines):
        lines[2] = rehashed(lines[2], by="thief")

    assert where(altered(custody, change).check()) == [3]


def test_a_missing_and_an_exchanged_line_are_located(custody):
    assert where(altered(custody, lambda lines: lines.pop(3)).check())[0] == 4


def test_a_cut_off_log_and_one_written_anew_are_found_by_a_witness(custody):
    seen = custody.head
    cut = altered(custody, lambda lines: lines.pop())
    assert cut.check() == []
    assert where(cut.check(seen)) == [6]

    def anew(lines):
        lines[-1] = rehashed(lines[-1], by="thief")

    assert where(altered(custody, anew).check(Head(number=5, hash=seen.hash))) == [5]


def test_another_copy_locates_the_first_line_that_differs(custody, tmp_path):
    copy = Custody(tmp_path / "copy")
    copy.folder.mkdir()
    copy.file.write_bytes(b"".join(line + b"\n" for line in custody.file.read_bytes().split(b"\n")[:4]))
    assert custody.compared(copy) == []

    def change(lines):
        lines[1] = rehashed(lines[1], by="thief")

    assert where(altered(custody, change).compared(copy)) == [2]


def test_something_kept_that_was_altered_or_is_gone_is_told_with_its_line(custody):
    lines = list(custody.arrivals())
    custody.path("received", lines[1].kept).write_bytes(b"another")
    custody.path("photos", next(iter(lines[4].photos.values()))).unlink()
    assert [str(problem).partition(": ")[2].split()[1:3] for problem in custody.check()] == [["was", "altered;"], ["is", "gone;"]]  # fmt: skip
    assert where(custody.check()) == [2, 5]


def test_what_a_kill_left_unfinished_is_no_line_and_is_written_over(custody):
    with custody.file.open("ab") as file:
        file.write(b"0123 {unfinished")
    again = Custody(custody.folder)
    assert again.check() == []
    received(again, b"one more")
    assert [line.number for line in again.arrivals()] == [1, 2, 3, 4, 5, 6, 7]
    assert again.check() == []


def _many(folder, part):
    custody = Custody(folder)
    for number in range(10):
        received(custody, f"report {part} {number}".encode())


def test_two_hands_that_take_in_at_once_make_one_chain(tmp_path):
    context = get_context("spawn")
    hands = [context.Process(target=_many, args=(tmp_path, part)) for part in "ab"]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert len(list(Custody(tmp_path).arrivals())) == 20
    assert Custody(tmp_path).check() == []


def test_what_is_sealed_opens_with_its_own_key_alone():
    secret, recipient = new_key()
    closed = sealed(b"Ana Petrova", recipient)
    assert b"Ana" not in closed
    assert opened(closed, f"# public key: {recipient}\n{secret}\n") == b"Ana Petrova"
    with pytest.raises(Exception, match="does not open it"):
        opened(closed, new_key()[0])
    with pytest.raises(Exception, match="no recipient"):
        sealed(b"x", "age1nobody")
