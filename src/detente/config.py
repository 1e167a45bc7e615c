"""Settings: `detente.toml`, overridden by the environment, overridden by options.

An unknown key is an error that names the nearest known one, since a misspelt setting that is silently ignored costs an
analyst more than a run that stops.
"""

import difflib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from detente.errors import UsageError

FILE_NAME = "detente.toml"


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a user may set.

    `record` is the record's file, relative to the settings file; `gate` whether pages that cannot hold claims are passed
    over before the reader sees them; `who` the name that judgements are signed with. `contact` is what the
    fetching agent tells sites of who asks (an address or a page; empty: nothing), `allow_private` whether addresses of the
    local network may be fetched, and `pause` the least seconds between two requests to one site. `process` is a process
    file: the name of one that ships, or a path relative to the settings file; empty: none. `intake` is the folder of
    what was handed in, with its custody log, `geography` a GeoJSON file of zones, districts and places, both relative to the
    settings file too; `seal_to` the recipient ("age1...") to whom reporters' identities are sealed.
    """

    record: str = "record.sqlite"
    gate: bool = True
    contact: str = ""
    allow_private: bool = False
    pause: float = 5.0
    who: str | None = None
    process: str = ""
    intake: str = "intake"
    geography: str = ""
    seal_to: str = ""


def load_config(
    folder: Path, environment: Mapping[str, str] | None = None, options: Mapping[str, Any] | None = None
) -> Config:
    """Return the settings in force: option over environment (`DETENTE_RECORD` ...) over file over default.

    Raises UsageError for an unknown key, a value of the wrong type, or a file that is not TOML.

    >>> load_config(Path("/nowhere"), {"DETENTE_GATE": "false"}).gate
    False
    """
    file = folder / FILE_NAME
    settings = {**_from_file(file), **_from_environment(environment or {})}
    settings |= {key: value for key, value in (options or {}).items() if value is not None}
    try:
        config = msgspec.convert(settings, Config, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(f"{file}: {error}; see `detente init` for a file with every setting") from error
    files = {
        name: str(folder / value) for name in ("record", "intake", "geography") if (value := getattr(config, name))
    }
    return msgspec.structs.replace(config, **files)


def _from_file(file: Path) -> dict[str, Any]:
    if not file.is_file():
        return {}
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: not valid TOML ({error}); mend the line or delete the file") from error
    for key in settings:
        _known(key, str(file))
    return settings


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    found = {
        key.removeprefix("DETENTE_").lower(): value for key, value in environment.items() if key.startswith("DETENTE_")
    }
    for key in found:
        _known(key, f"environment variable DETENTE_{key.upper()}")
    return found


def _known(key: str, where: str) -> None:
    if key in Config.__struct_fields__:
        return
    near = difflib.get_close_matches(key, Config.__struct_fields__, n=1, cutoff=0.0)
    raise UsageError(f"{where}: unknown setting '{key}'; did you mean '{near[0]}'?")
