"""A brief as Markdown, every sentence footnoted."""

from pathlib import Path

from detente.show.brief import brief
from detente.show.export.exported import Exported
from detente.show.paper import Notes, Paper, Said, key_of, note_text


def write_markdown(exported: Exported, path: Path) -> int:
    """Write the brief of the days that fit; return how many sentences."""
    paper = brief(exported.look, exported.since)
    path.write_text(markdown(paper), encoding="utf-8")
    return paper.count


def markdown(paper: Paper) -> str:
    """Return a paper as Markdown with footnotes."""
    notes = paper.notes()
    lines = [f"# {_plain(paper.title)}", "", _plain(paper.subtitle), ""]
    for section in paper.sections:
        lines += [f"## {_plain(section.title)}", ""]
        lines += [f"- {_plain(said.text)}{_marks(said, notes)}" for said in section.said] or [section.empty]
        lines.append("")
    lines += [f"[^{number}]: {_plain(note_text(words))}" for number, words in notes.values()]
    return "\n".join(lines).rstrip() + "\n"


def _marks(said: Said, notes: Notes) -> str:
    return "".join(f"[^{notes[key_of(words)][0]}]" for words in said.words)


def _plain(text: str) -> str:
    """Text that Markdown takes for nothing else."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())
