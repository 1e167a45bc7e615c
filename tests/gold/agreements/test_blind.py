from hashlib import sha256

from tests.gold.agreements.gold import BLIND, KEPT_BLIND, agreements


def test_the_blind_agreements_are_as_they_were_written():
    files = sorted(file for file in BLIND.iterdir() if file.suffix in {".txt", ".tsv"})
    digest = sha256(b"".join(file.name.encode() + file.read_bytes() for file in files)).hexdigest()[:16]
    assert f"{digest}." in (BLIND / "README.md").read_text()
    assert set(agreements(BLIND)) > KEPT_BLIND
    assert {file.stem for file in files if file.suffix == ".txt"} == set(agreements(BLIND))
