"""What fuzzers feed the readers: for each kind of source a file name, whole examples, and what a reading must keep to.

An example is mangled before it is packed, so that what is broken is the letter inside the envelope and not only the
envelope. Hypothesis does so in `test_fuzzing.py`, atheris in `benchmarks/fuzz.py`.
"""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
from tests.read.awkward_feeds import JSON, LONG
from tests.read.awkward_feeds import READ as FEEDS
from tests.read.made_pages import made_pages
from tests.read.test_kinds import ACCORD, HTML, MAIL, TEXT, WARC, pdf

from detente.model import Document, Problem
from detente.read import read_all
from detente.read.reports import document_of_form, handed_in, holds_reports


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of source: the name that its files have, whole examples, and how mangled bytes become a file."""

    file: str
    seeds: tuple[bytes, ...]
    packed: Callable[[bytes], bytes] = bytes


def as_docx(document: bytes) -> bytes:
    """Return a DOCX around the XML of its text."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
    return packed.getvalue()


def as_records(lines: bytes) -> bytes:
    """Return the records of an archive, each packed on its own, as crawlers pack them."""
    return b"".join(gzip.compress(b"WARC/" + record) for record in lines.split(b"WARC/")[1:])


TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
ROWS = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for page in ACCORD for line in page.split("\n"))
TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Crossing</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
DOCX = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{ROWS}{TABLE}</w:body></w:document>'.encode()
OPML = b'<opml version="2.0"><body><outline text="a"><outline type="rss" xmlUrl="https://a.example/f"/></outline></body></opml>'
URLS = b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.example</loc><lastmod>2025-11-25</lastmod></url></urlset>"
MAPS = b"<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>"
LINES = b'{"url": "https://a.example/1", "title": "Talks end", "text": "%s", "date": "2025-11-25"}\n' % TEXT.encode()
REPORT = {
    "id": "1", "written": "2026-03-02T18:00+02:00", "told_by": "monitor", "mission": "Joint Watch", "what": "shelling",
    "when": "2026-03-02T14:00+02:00/2026-03-02T15:00+02:00", "where": "Orlivka", "within_km": 2, "killed": 1,
    "answers": [{"by": "SOUTH", "answer": "denies"}], "account": "Six impacts\nnear the school.", "reporter": {"code": "M-7"},
}  # fmt: skip
BUNDLE = json.dumps({"schema": "detente-reports/1", "reports": [REPORT]}).encode()
MULTIPART = (
    "From: a@a.example\nSubject: Talks\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
    f"{TEXT}\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{HTML}\n--b--\n"
).encode()
PAGES = made_pages()

KINDS = {
    "html": Kind(file="a.html", seeds=(HTML.encode(), *(page.html.encode() for page in PAGES[::7]))),
    "text": Kind(file="a.txt", seeds=(TEXT.encode(), *(page.dump().encode() for page in PAGES[::7]))),
    "mail": Kind(file="a.eml", seeds=(MAIL.encode(), MULTIPART)),
    "pdf": Kind(file="a.pdf", seeds=(pdf(*ACCORD), pdf(TEXT))),
    "docx": Kind(file="a.docx", seeds=(DOCX,), packed=as_docx),
    "feed": Kind(file="a.xml", seeds=tuple(FEEDS.values())),
    "feed in JSON": Kind(file="a.json", seeds=(json.dumps(JSON).encode(),)),
    "list of feeds": Kind(file="a.opml", seeds=(OPML,)),
    "sitemap": Kind(file="a.xml", seeds=(URLS, MAPS)),
    "archive": Kind(file="a.warc", seeds=(b"".join(WARC),)),
    "archive, packed": Kind(file="a.warc.gz", seeds=(b"".join(WARC),), packed=as_records),
    "lines of JSON": Kind(file="a.jsonl", seeds=(LINES * 2, b'{"link": "x", "html": "%s"}\n' % LONG.encode())),
    "reports": Kind(file="a.json", seeds=(BUNDLE,)),
    "table of reports": Kind(
        file="a.csv",
        seeds=(
            b"id;written;what;where;killed;code\n7;2026-03-02;mines;Orlivka;2;M-3\n",
            b"Date,Time,Location,Type of incident,Killed,Details\n02/03/2026,14:00-15:00,Orlivka,Shelling,1,Six impacts\n",
        ),
    ),
}
REPORTS = frozenset({"reports", "table of reports"})


def read_mangled(name: str, content: bytes, folder: Path) -> None:
    """Read mangled bytes as a source of this kind: documents whose words stand where they say, or problems; else it fails."""
    kind = KINDS[name]
    packed = kind.packed(content)
    found: list[Document | Problem]
    if name in REPORTS:
        holds_reports(packed, kind.file)
        taken = handed_in(packed, kind.file)
        found = [*taken.problems, *map(document_of_form, taken.forms)]
    else:
        file = folder / kind.file
        file.write_bytes(packed)
        found = list(read_all([str(file)]))
    for one in found:
        assert isinstance(one, Document | Problem)
        if isinstance(one, Document):
            _holds(one)


def _holds(document: Document) -> None:
    spans = [span for told in document.evidence.values() for span in told]
    assert all(document.text[span.start : span.end] == span.quote for span in spans)
    assert all(0 <= region.start < region.end <= len(document.text) for region in document.regions)
