"""Claims get their ids: the hash of document, version, kind, evidence and fields."""

from typing import TypeVar

import msgspec

from detente.model import Claim, Document, fingerprint

C = TypeVar("C", bound=Claim)


def signed(document: Document, claims: tuple[C, ...]) -> tuple[C, ...]:
    """Give each claim its id: the hash of document, version, kind, evidence and fields; a claim made twice stands once."""
    found: dict[str, C] = {}
    for claim in claims:
        bare = msgspec.structs.replace(claim, id="", because=())
        id_ = fingerprint(document.id, document.version, msgspec.json.encode(bare, order="sorted").decode())
        found.setdefault(id_, msgspec.structs.replace(claim, id=id_))
    return tuple(found.values())
