"""`detente export PATH`: the record in the form that a file's suffix asks for. One format is one file; these tables list them.

A format is a function that takes what is exported (`Exported`) and the path, and writes it. `AS` holds the formats that
other communities agreed on, by the name that `--as` takes.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from detente.errors import UsageError
from detente.show.export.exported import Exported

Writer = Callable[[Exported, Path], int]

# suffix → module and function; imported when asked for, since some libraries are slow to import
FORMATS = {
    ".csv": "tables:write_csv", ".xlsx": "tables:write_xlsx", ".parquet": "tables:write_parquet", ".jsonl": "lines:write_jsonl",
    ".geojson": "places:write_geojson", ".ics": "calendar:write_ics", ".md": "markdown:write_markdown", ".html": "html:write_html",
    ".docx": "docx:write_docx", ".pdf": "pdf:write_pdf",
}  # fmt: skip
AS = {"plover": "plover:write_plover", "polecat": "plover:write_polecat", "ceasefires": "ceasefires:write_ceasefires"}


def writer_of(path: Path, name: str | None = None) -> Writer:
    """Return the function that writes a path, or a format by its name. Raises UsageError where there is none."""
    if name is not None:
        found = AS.get(name)
        if found is None:
            raise UsageError(f"no format '{name}'; one of {', '.join(sorted(AS)) or 'none yet'} is")
    else:
        found = FORMATS.get(path.suffix.lower())
        if found is None:
            raise UsageError(f"{path}: what '{path.suffix}' means is not known; one of {', '.join(FORMATS)} is")
    module, _, function = found.partition(":")
    writer: Writer = getattr(import_module(f"detente.show.export.{module}"), function)
    return writer


__all__ = ["AS", "FORMATS", "Exported", "Writer", "writer_of"]
