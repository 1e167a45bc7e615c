import pytest

from detente.record import open_record
from detente.show.cli import _run

SHOWN = 4  # words of a field that are quoted


def plain(text):
    return " ".join(text.split())


@pytest.fixture(scope="module")
def claims(sample):
    """The first claim of every kind that the sample makes."""
    with open_record(sample, readonly=True) as record:
        firsts = record.run("SELECT kind, min(id) FROM claims WHERE active = 1 GROUP BY kind")
        return {kind: record.claim(id_)[0] for kind, id_ in firsts}


def test_every_kind_of_claim_is_explained_by_what_made_it_and_its_words(sample, claims, capsys):
    assert set(claims) >= {"talk", "position", "statement", "role", "term", "agreement", "ceasefire", "incident"}
    for kind, claim in claims.items():
        assert _run(["--record", sample, "explain", claim.id]) == 0
        told = plain(capsys.readouterr().out)
        assert claim.because, kind
        assert plain(f"made by {'; '.join(claim.because)}") in told, kind
        assert any(claim.evidence.values()), kind
        for field, spans in claim.evidence.items():
            for span in spans[:SHOWN]:
                assert plain(f'"{span.quote}" [{span.start}:{span.end}]') in told, (kind, field)
