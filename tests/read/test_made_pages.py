"""Pinned floors of the readers on the forty made pages; `python -m benchmarks.ingest` prints the figures."""

from benchmarks.ingest import dump_figures, page_figures
from tests.read.made_pages import made_pages


def test_there_are_forty_makers():
    assert len({page.maker for page in made_pages()}) >= 40


def test_pages_of_forty_makers_are_read_no_worse_than_trafilatura_alone_reads_them():
    figures = page_figures()
    assert figures["body_f1"] >= max(0.985, figures["trafilatura_body_f1"])
    assert figures["instant_acc"] >= 0.98
    assert figures["title_acc"] >= 0.98
    assert figures["outlet_acc"] >= 0.98
    assert figures["authors_acc"] >= 0.95


def test_dumps_of_the_same_pages_keep_their_body():
    assert dump_figures()["dump_body_f1"] >= 0.96
