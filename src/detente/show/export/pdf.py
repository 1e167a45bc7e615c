"""A brief as PDF, in letters that cover Latin, Greek and Cyrillic."""

from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path

from detente.show.brief import brief
from detente.show.export.exported import Exported
from detente.show.paper import Paper, key_of, note_text


def write_pdf(exported: Exported, path: Path) -> int:
    """Write the brief of the days that fit; return how many sentences."""
    paper = brief(exported.look, exported.since)
    pdf(paper, path)
    return paper.count


def pdf(paper: Paper, path: Path) -> None:
    """Write a paper as PDF in letters that cover Latin, Greek and Cyrillic; the same paper is the same file."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    _fonts()
    text = ParagraphStyle("text", fontName="Detente", fontSize=10, leading=14.5, spaceAfter=5)
    bullet = ParagraphStyle("bullet", text, leftIndent=12, bulletIndent=0)
    heading = ParagraphStyle("heading", text, fontName="Detente-Bold", fontSize=12.5, leading=17, spaceBefore=14)
    title = ParagraphStyle("title", heading, fontSize=18, leading=24, spaceBefore=0)
    small = ParagraphStyle("small", text, fontSize=8.5, leading=11.5)
    notes = paper.notes()
    flow = [Paragraph(escape(paper.title), title), Paragraph(escape(paper.subtitle), text)]
    for section in paper.sections:
        flow.append(Paragraph(escape(section.title), heading))
        for said in section.said:
            numbers = ", ".join(str(notes[key_of(words)][0]) for words in said.words)
            flow.append(Paragraph(f"{escape(said.text)} <super>{numbers}</super>", bullet, bulletText="•"))
        if not section.said:
            flow.append(Paragraph(escape(section.empty), text))
    flow.append(Paragraph("Words", heading))
    flow += [Paragraph(f"{number}&nbsp; {escape(note_text(words))}", small) for number, words in notes.values()]
    SimpleDocTemplate(
        str(path), pagesize=A4, title=paper.title, author="Detente", leftMargin=62, rightMargin=62, topMargin=62, bottomMargin=62, invariant=1
    ).build(flow)  # fmt: skip


@cache
def _fonts() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder = files("detente.show.export") / "fonts"
    for name, file in (("Detente", "DejaVuSans.ttf"), ("Detente-Bold", "DejaVuSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))
    pdfmetrics.registerFontFamily("Detente", normal="Detente", bold="Detente-Bold")
