"""Sources of every kind: archives, lines of JSON, mail, PDF, DOCX."""

import gzip
import io
import json
import zipfile

import pytest

from detente.errors import SourceError
from detente.language.structure import articles_of, is_agreement, pages_of
from detente.model import Problem
from detente.read import document_of, read_all
from detente.read.pdf import joined_pages

TEXT = "The envoys of the two republics met for three hours in the border town on Thursday, a spokesman said. They will meet again."
HTML = f"<html><head><title>Talks end</title></head><body><article><h1>Talks end</h1><p>{TEXT}</p><p>{TEXT} In May.</p></article></body></html>"


def record(url, body, kind="response", media="text/html", status="200 OK"):
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + body if kind == "response" else body
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-11-25T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Type: {'application/http; msgtype=response' if kind == 'response' else media}\r\nContent-Length: {len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


WARC = [
    record("https://harbour.example/1", HTML.encode()),
    record("https://harbour.example/p.png", b"\x89PNG", media="image/png"),
    record("https://harbour.example/404", b"gone", status="404 Not Found"),
    record("https://harbour.example/2", TEXT.encode(), kind="conversion", media="text/plain"),
]
ADDRESSES = ["https://harbour.example/1", "https://harbour.example/2"]


def test_a_web_archive_yields_its_pages_with_address_and_moment(tmp_path):
    (tmp_path / "a.warc").write_bytes(b"".join(WARC))
    (tmp_path / "b.warc.gz").write_bytes(b"".join(gzip.compress(one) for one in WARC))
    for name in ("a.warc", "b.warc.gz"):
        found = list(read_all([str(tmp_path / name)]))
        assert [document.url for document in found] == ADDRESSES
        assert found[0].fetched == "2025-11-25T10:00:00Z"
        assert found[0].title == "Talks end"


class Pipe(io.RawIOBase):
    """A stream that cannot be rewound, as a pipe's."""

    def __init__(self, content):
        self._rest = content

    def readable(self):
        return True

    def readinto(self, into):
        part, self._rest = self._rest[: len(into)], self._rest[len(into) :]
        into[: len(part)] = part
        return len(part)


@pytest.mark.parametrize("content", [b"".join(WARC), b"".join(gzip.compress(one) for one in WARC)])
def test_a_web_archive_is_read_from_a_pipe(content):
    found = list(read_all(["-"], io.BufferedReader(Pipe(content))))
    assert [document.url for document in found] == ADDRESSES


def test_a_damaged_archive_keeps_what_came_before_the_damage(tmp_path):
    packed = b"".join(gzip.compress(one) for one in WARC[:1]) + gzip.compress(WARC[3])[:40] + b"\x00" * 50
    (tmp_path / "cut.warc.gz").write_bytes(packed)
    found = list(read_all([str(tmp_path / "cut.warc.gz")]))
    assert found[0].url == ADDRESSES[0]
    (tmp_path / "none.warc.gz").write_bytes(b"no archive at all")
    (problem,) = read_all([str(tmp_path / "none.warc.gz")])
    assert isinstance(problem, Problem)


def test_lines_of_json_are_pages_and_a_bad_line_is_a_problem(tmp_path):
    rows = [
        json.dumps(
            {
                "url": ADDRESSES[0],
                "headline": "Talks end",
                "maintext": TEXT,
                "date_publish": "2025-11-25 10:00:00",
                "source": "Harbour Ledger",
            }
        ),
        "{bad",
        json.dumps({"url": "x"}),
        json.dumps({"link": ADDRESSES[1], "html": HTML, "authors": ["Ana Luz"]}),
    ]
    (tmp_path / "pages.jsonl").write_text("\n".join(rows))
    with gzip.open(tmp_path / "more.jsonl.gz", "wt") as file:
        file.write(rows[0])
    found = list(read_all([str(tmp_path / "pages.jsonl"), str(tmp_path / "more.jsonl.gz")]))
    assert [type(one).__name__ for one in found] == ["Document", "Problem", "Problem", "Document", "Document"]
    assert (found[0].title, found[0].outlet, found[0].published) == (
        "Talks end",
        "Harbour Ledger",
        "2025-11-25 10:00:00",
    )
    assert found[1].where.endswith("pages.jsonl:2")
    assert found[3].authors == ("Ana Luz",)


MAIL = f"From: Harbour Ledger <news@harbour.example>\nSubject: =?utf-8?q?Talks_end?=\nDate: Tue, 25 Nov 2025 19:40:00 +0200\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n\n{TEXT}\n"


def test_a_message_is_read_with_its_subject_sender_and_moment(tmp_path):
    (tmp_path / "a.eml").write_text(MAIL)
    (document,) = read_all([str(tmp_path)])
    assert (document.title, document.outlet) == ("Talks end", "Harbour Ledger")
    assert document.published == "2025-11-25T19:40:00+02:00"


def pdf(*pages):
    """A minimal PDF with one line of Helvetica a row."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for page in pages:
        rows = b"".join(
            b"(%s) Tj T* " % line.replace("(", r"\(").replace(")", r"\)").encode("latin-1") for line in page.split("\n")
        )
        stream = b"BT /F1 11 Tf 14 TL 40 780 Td " + rows + b"ET"
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 820]/Resources<</Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents %d 0 R>>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in offsets)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        len(out),
    )


ACCORD = [
    "Harbour Truce Agreement\nThe two republics, wishing to end the war between them, agree as follows.\nArticle 1. Cessation\nThe parties shall cease all hostilities at noon on 3 May 2024, along\nthe whole line of contact between their forces.\n1",
    "Harbour Truce Agreement\nArticle 2. Withdrawal\nHeavy weapons shall be moved back fifteen kilometres within ten days.\nArticle 3\nA joint commission shall watch over the truce and report every week.\n2",
]


def test_an_agreement_in_pdf_keeps_its_pages_and_articles():
    document = document_of(pdf(*ACCORD), "accord.pdf")
    assert document.kind == "agreement"
    assert [page.number for page in pages_of(document.text)] == ["1", "2"]
    assert [(one.number, one.title) for one in articles_of(document.text)] == [
        ("1", "Cessation"),
        ("2", "Withdrawal"),
        ("3", None),
    ]
    assert "along the whole line" in document.text


def test_an_agreement_in_docx_keeps_order_tables_and_pages(tmp_path):
    docx = pytest.importorskip("docx")
    made = docx.Document()
    for line in ACCORD[0].split("\n")[:4]:
        made.add_paragraph(line)
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Crossing", "From dawn to dusk"
    made.add_page_break()
    made.add_paragraph("Article 2. Withdrawal")
    made.add_paragraph("Heavy weapons shall be moved back fifteen kilometres within ten days.")
    made.add_paragraph("Article 3. Watch")
    made.save(tmp_path / "accord.docx")
    document = document_of((tmp_path / "accord.docx").read_bytes(), "accord.docx")
    assert document.kind == "agreement"
    assert document.text.index("Crossing | From dawn to dusk") < document.text.index("Article 2")
    assert len(pages_of(document.text)) == 2


def test_hyphens_of_line_breaks_and_repeated_running_heads_are_gone():
    text = joined_pages(["Accord\nThe parties shall with-\ndraw their forces.\n- 1 -", "Accord\nThey agree.\n- 2 -"])
    assert text == "Accord\n\nThe parties shall withdraw their forces.\n\n\fThey agree."


def headless():
    """A DOCX whose text is no document but some other XML."""
    packed = io.BytesIO()
    made = pytest.importorskip("docx").Document()
    made.add_paragraph(TEXT)
    made.save(packed)
    whole, other = zipfile.ZipFile(packed), io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name, b"<other/>" if name == "word/document.xml" else whole.read(name))
    return other.getvalue()


@pytest.mark.parametrize("content", [b"%PDF-1.7 nothing", pdf(""), b"PK\x03\x04word/" + bytes(40), headless()])
def test_documents_without_text_are_refused(content):
    with pytest.raises(SourceError):
        document_of(content, "a.pdf")


def test_a_document_that_unpacks_without_measure_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(80_000_000))
    with pytest.raises(SourceError, match="unpacks to more"):
        document_of(packed.getvalue(), "bomb.docx")


def test_news_about_an_agreement_is_none():
    assert not is_agreement(f"Talks end\n\n{TEXT} They signed an agreement.\n1. First they met.\n")
