"""A brief as DOCX, in the styles of a document of the user's own."""

from pathlib import Path

from detente.errors import UsageError
from detente.show.brief import brief
from detente.show.export.exported import Exported
from detente.show.paper import Paper, key_of, note_text


def write_docx(exported: Exported, path: Path) -> int:
    """Write the brief of the days that fit; return how many sentences."""
    paper = brief(exported.look, exported.since)
    docx(paper, path, exported.template)
    return paper.count


def docx(paper: Paper, path: Path, template: Path | None = None) -> None:
    """Write a paper as DOCX in the styles of a template. Raises UsageError where the template cannot be opened."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        made = Document(str(template) if template else None)
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise UsageError(f"{template}: no DOCX document that can be opened; name another template") from error
    styles = {style.name for style in made.styles}

    def put(text: str, *wanted: str) -> object:
        return made.add_paragraph(text, style=next((name for name in wanted if name in styles), None))

    notes = paper.notes()
    put(paper.title, "Title", "Heading 1")
    put(paper.subtitle, "Subtitle")
    for section in paper.sections:
        put(section.title, "Heading 1", "Heading 2")
        for said in section.said:
            line = put(said.text, "List Bullet", "List Paragraph")
            numbers = ", ".join(str(notes[key_of(words)][0]) for words in said.words)
            line.add_run(f" {numbers}" if numbers else "").font.superscript = True  # type: ignore[attr-defined]
        if not section.said:
            put(section.empty)
    put("Words", "Heading 1", "Heading 2")
    for number, words in notes.values():
        put(f"{number}  {note_text(words)}")
    made.save(str(path))
