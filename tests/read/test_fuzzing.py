"""Any bytes under the name of any kind of source: documents or problems, and never anything else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.fuzzing import KINDS, read_mangled

from detente.model import Document
from detente.read import read_all
from detente.read.reports import handed_in

MARKS = [
    b"<",
    b"</p>",
    b"<p>",
    b'"',
    b"{",
    b"[",
    b"\n",
    b"\r\n\r\n",
    b"\0",
    b"\xff\xfe",
    b"&#x0;",
    b"&lt;",
    b"9" * 400,
    b"-1",
]


@st.composite
def mangled(draw, seeds):
    """An example with stretches cut, overwritten, moved and repeated."""
    content = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 5))):
        at, size = draw(st.integers(0, len(content))), draw(st.integers(0, 80))
        piece = content[at : at + size]
        new = draw(
            st.one_of(
                st.binary(max_size=40),
                st.sampled_from(MARKS),
                st.integers(0, 200).map(lambda n, piece=piece: piece * n),
            )
        )
        content = content[:at] + new + content[at + size :]
    return content


@pytest.mark.parametrize("name", KINDS)
def test_mangled_sources_are_documents_or_problems(name, tmp_path):
    @given(content=st.one_of(mangled(KINDS[name].seeds), st.binary(max_size=300)))
    @settings(derandomize=True, max_examples=60, deadline=None, database=None)
    def any_bytes(content):
        read_mangled(name, content, tmp_path)

    any_bytes()


@pytest.mark.parametrize("name", KINDS)
def test_whole_examples_are_read(name, tmp_path):
    kind = KINDS[name]
    for seed in kind.seeds:
        file = tmp_path / kind.file
        file.write_bytes(kind.packed(seed))
        if "reports" in name:
            assert handed_in(file.read_bytes(), kind.file).forms
        elif name not in {"feed", "list of feeds", "sitemap"}:  # these only tell where pages are
            assert any(isinstance(found, Document) for found in read_all([str(file)]))
