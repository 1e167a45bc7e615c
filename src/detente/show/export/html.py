"""A brief as one HTML page that stands by itself."""

from html import escape
from pathlib import Path

from detente.show.brief import brief
from detente.show.export.exported import Exported
from detente.show.paper import Notes, Paper, Said, key_of, note_text


def write_html(exported: Exported, path: Path) -> int:
    """Write the brief of the days that fit; return how many sentences."""
    paper = brief(exported.look, exported.since)
    path.write_text(html(paper), encoding="utf-8")
    return paper.count


STYLE = (
    "body{font:1.05rem/1.6 ui-serif,Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1f262c;background:#fbfaf7}"
    "h1,h2{font-weight:600;line-height:1.25}h2{margin-top:2rem;font-size:1.15rem}li{margin:.4rem 0}ol.notes{font-size:.88rem;color:#444}"
    "@media(prefers-color-scheme:dark){body{color:#e6e3dc;background:#14171a}ol.notes{color:#b5bcc2}a{color:#8ec5e5}}"
)


def html(paper: Paper) -> str:
    """Return a paper as one HTML page that refers to nothing else."""
    notes = paper.notes()
    parts = [f"<h1>{escape(paper.title)}</h1><p>{escape(paper.subtitle)}</p>"]
    for section in paper.sections:
        items = "".join(f"<li>{escape(said.text)}{_links(said, notes)}</li>" for said in section.said)
        parts.append(
            f"<h2>{escape(section.title)}</h2>" + (f"<ul>{items}</ul>" if items else f"<p>{escape(section.empty)}</p>")
        )
    quoted = "".join(f'<li id="n{number}">{escape(note_text(words))}</li>' for number, words in notes.values())
    parts.append(f'<h2>Words</h2><ol class="notes">{quoted}</ol>')
    head = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(paper.title)}</title><style>{STYLE}</style></head>'
    return f"{head}<body><main>{''.join(parts)}</main></body></html>\n"


def _links(said: Said, notes: Notes) -> str:
    numbers = [notes[key_of(words)][0] for words in said.words]
    return "".join(f'<sup><a href="#n{number}">{number}</a></sup>' for number in numbers)
