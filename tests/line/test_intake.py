import base64
import json
import random
from hashlib import sha256

import pytest

from detente.line import settle
from detente.line.intake import Hand, check_custody, enter, hold, merge_custody, receive, take_in
from detente.model import Incident
from detente.read import read_text
from detente.record import Custody, open_record
from detente.record.sealing import new_key, opened
from detente.understand import understand

HAND = Hand(who="clerk", now="2026-03-03T10:00:00+00:00")
PHOTO = b"\xff\xd8 a photo"


def report(number, phone="phone-a", **more):
    row = {
        "id": f"{phone}-{number}", "written": f"2026-03-02T{number % 24:02}:30+00:00", "what": "shelling", "accused": "SOUTH",
        "when": f"2026-03-02T{number % 24:02}:00+00:00", "lat": 48 + number / 10, "lon": 37.5, "within_km": 1, "reporter": {"code": phone},
    }  # fmt: skip
    return row | more


def bundle(*reports):
    return json.dumps({"schema": "detente-reports/1", "reports": list(reports)}).encode()


def register(folder, *bundles):
    """The register that these bundles make, without the numbers that depend on their order."""
    custody = Custody(folder / "intake")
    for number, content in enumerate(bundles):
        receive(custody, content, f"{number}.json", HAND)
    return shown(folder, custody)


def shown(folder, custody):
    with open_record(folder / "r.sqlite", create=True) as record:
        enter(record, custody, None)
        settle(record, HAND.now)
        assert check_custody(record, str(custody.folder)) == []
        assert record.check() == []
        return sorted(repr((one.claims, one.fields)) for one in record.entries(Incident))


def test_two_phones_offline_for_a_day_make_one_register_in_any_order(tmp_path):
    first = [report(n, "phone-a") for n in range(6)]
    second = [report(n, "phone-b") for n in range(3, 9)]
    mended = report(2, "phone-a", killed=3, written="2026-03-02T20:00+00:00")
    bundles = [bundle(*first[:3]), bundle(*first), bundle(*first[:2], mended, *first[3:]), bundle(*second)]
    expected = register(tmp_path / "0", *bundles)
    for seed in range(1, 5):
        random.Random(seed).shuffle(bundles)
        assert register(tmp_path / str(seed), *bundles) == expected
    assert any("'number': 3.0" in one for one in expected)


def test_two_copies_of_the_intake_folder_merged_either_way_make_one_register(tmp_path):
    contents = [bundle(report(n)) for n in range(4)]
    found = []
    for one, other in (("a", "b"), ("b", "a")):
        folders = {}
        for name, own in (("a", contents[:3]), ("b", contents[2:])):
            folders[name] = Custody(tmp_path / (one + other) / name)
            for number, content in enumerate(own):
                receive(folders[name], content, f"{name}{number}.json", HAND)
        receipts = list(merge_custody(folders[one], folders[other], HAND))
        assert not [problem for receipt in receipts for problem in receipt.problems]
        found.append(shown(tmp_path / (one + other), folders[one]))
        assert [line.copied is not None for line in folders[one].arrivals()][-1]
    assert found[0] == found[1]


def test_a_damaged_copy_is_not_taken_over(tmp_path):
    one, other = Custody(tmp_path / "a"), Custody(tmp_path / "b")
    receive(other, bundle(report(1)), "1.json", HAND)
    other.file.write_bytes(other.file.read_bytes().replace(b"clerk", b"thief"))
    receipts = list(merge_custody(one, Custody(tmp_path / "b"), HAND))
    assert [len(receipt.problems) for receipt in receipts] == [1]
    assert list(one.arrivals()) == []


def test_what_names_a_reporter_is_refused_without_a_key_and_sealed_with_one(tmp_path):
    private = report(1, note="ask Olha", reporter={"code": "M-7", "name": "Ana Petrova"})
    photo = {"sha256": sha256(PHOTO).hexdigest(), "data": base64.b64encode(PHOTO).decode()}
    content = bundle({**private, "photos": [photo]})
    custody = Custody(tmp_path / "intake")
    refused = receive(custody, content, "b.json", HAND)
    assert (refused.arrival, "seal_to" in refused.problems[0].do) == (None, True)
    assert not custody.file.exists()
    secret, recipient = new_key()
    taken = receive(custody, content, "b.json", Hand(who="clerk", now=HAND.now, seal_to=recipient))
    assert opened(custody.received(taken.arrival), secret) == content
    assert [opened(custody.photo(kept), secret) for kept in taken.arrival.photos.values()] == [PHOTO]
    assert custody.check() == []
    lying = b"".join(path.read_bytes() for path in (tmp_path / "intake").rglob("*") if path.is_file())
    assert not [word for word in (b"Ana", b"Petrova", b"Olha", PHOTO, base64.b64encode(PHOTO)) if word in lying]


def test_a_row_that_cannot_be_read_never_lays_its_reporter_open(tmp_path):
    content = bundle({"id": "1", "written": "yesterday", "reporter": {"name": "Ana Petrova"}})
    assert receive(Custody(tmp_path), content, "b.json", HAND).arrival is None


def test_photos_beside_the_file_are_kept_by_hash_and_a_missing_one_is_told(tmp_path):
    (tmp_path / "a.jpg").write_bytes(PHOTO)
    photos = [{"sha256": sha256(PHOTO).hexdigest(), "name": "a.jpg"}, {"sha256": "0" * 64, "name": "b.jpg"}]
    (tmp_path / "b.json").write_bytes(bundle(report(1, photos=photos)))
    custody = Custody(tmp_path / "intake")
    (receipt,) = take_in(custody, [tmp_path / "b.json"], HAND)
    assert list(receipt.arrival.photos) == [sha256(PHOTO).hexdigest()]
    assert "no photo that has the hash 000000000000" in receipt.problems[0].what


def test_pages_are_logged_and_read_and_what_cannot_be_read_is_kept_all_the_same(tmp_path):
    custody = Custody(tmp_path / "intake")
    page = b"Daily report\n\n2 March 2026\n\nNorth accused South of shelling the village of Orlivka on Monday.\n"
    taken = receive(custody, page, "daily.txt", Hand(who="clerk", now=HAND.now, kind="monitor's report"))
    assert [document.kind for document in custody.reports(taken.arrival)] == ["monitor's report"]
    unread = receive(custody, b"\0\1\2", "x.txt", HAND)
    assert unread.problems
    assert custody.received(unread.arrival) == b"\0\1\2"


def test_what_a_kill_left_between_log_and_record_is_taken_in_by_the_next_run(tmp_path):
    custody = Custody(tmp_path / "intake")
    receive(custody, bundle(report(1)), "1.json", HAND)
    with open_record(tmp_path / "r.sqlite", create=True) as record:
        assert enter(record, custody, None) == 1
        receive(custody, bundle(report(2), report(3)), "2.json", HAND)
        assert enter(record, custody, None) == 2
        assert enter(record, custody, None) == 0


def test_the_record_witnesses_the_log(tmp_path):
    custody = Custody(tmp_path / "intake")
    for number in range(3):
        receive(custody, bundle(report(number)), f"{number}.json", HAND)
    with open_record(tmp_path / "r.sqlite", create=True) as record:
        enter(record, custody, None)
        custody.file.write_bytes(b"".join(custody.file.read_bytes().splitlines(keepends=True)[:2]))
        assert ["cut off" in problem.what for problem in check_custody(record, str(tmp_path / "intake"))] == [True]


@pytest.mark.parametrize("times", [1, 2])
def test_pages_that_the_record_holds_are_logged_once_by_the_hash_of_their_text(tmp_path, times):
    document = read_text(
        "North accused South of shelling Orlivka on Monday.", published="2026-03-03", url="https://a.example/1"
    )
    custody = Custody(tmp_path / "intake")
    with open_record(tmp_path / "r.sqlite", create=True) as record:
        record.add(understand(document), "r")
        assert [hold(custody, record, HAND) for _ in range(times)][-1] == int(times == 1)
    (line,) = custody.arrivals()
    assert (line.kind, line.sha256) == ("held", sha256(document.text.encode()).hexdigest())
