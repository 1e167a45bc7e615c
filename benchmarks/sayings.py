"""Who said it, and how do they know: `python -m benchmarks.sayings [--pages 300]`; the last line is JSON.

gum      attributions of GUM's news and interviews outside the reader's training split, by ../shared's scorer: content
         IoU ≥ .5 with source overlap. GUM counts clauses and quotations only, so our attributions whose content is a mere
         noun phrase or an intention are left out; image credits, an eighth of the gold, are misses for everybody.
peers    on the same documents and in the same run: surface rules (patterns over plain sentences), and direct quotation
         as textacy does it (quotation marks, a reporting verb beside them, its subject), over our reader's trees.
sourcing the gold of tests/gold/sourcing: its blind half under `sourcing`, the half that rules were developed on beside it.
direct   speakers of the direct quotations of both halves.
share    CPU time of sayings and sources within that of the whole line, on the same pages.
"""

import argparse
import gzip
import hashlib
import importlib.util
import json
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.gold.sourcing.gold import HERE, judged, share_right

from benchmarks.line import pages
from detente.language import Parsed, Sentence, load
from detente.line import keep
from detente.model import Document, Region
from detente.read import document_of
from detente.record import open_record
from detente.understand.actors import find_actors
from detente.understand.grammar import children, subjects
from detente.understand.sayings import find_sayings, statements
from detente.understand.sayings.quotations import quotations
from detente.understand.sourcing import find_sources

SHARED = Path(__file__).parents[2] / "shared"
GUM = SHARED / "benchmarks" / "attribution" / "gum_attributions.jsonl"
SCORER = SHARED / "benchmarks" / "attribution" / "score_attr.py"
VERBS = SHARED / "benchmarks" / "attribution" / "cue_lexicons" / "textacy_reporting_verbs_en_Apache2.txt"
TRAIN = SHARED / "training" / "syntax_names.train.jsonl.gz"
CLAUSES = frozenset({"clause", "quotation", "colon", "phrase", "that"})  # the frames that GUM counts
Spans = list[list[int]]
Attribution = dict[str, Spans]


def scorer() -> ModuleType:
    """Load the scorer of attributions from its path."""
    spec = importlib.util.spec_from_file_location("score_attr", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gum_documents() -> list[dict[str, Any]]:
    """Return GUM's news and interview documents that the reader was not trained on."""
    with gzip.open(TRAIN, "rt", encoding="utf-8") as lines:
        trained = {json.loads(line)["doc"] for line in lines}
    rows = [json.loads(line) for line in GUM.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["genre"] in {"news", "interview"} and row["id"] not in trained]


def document_in(text: str) -> Document:
    """A document whose every line is body, as GUM's texts are."""
    lines = (Region(start=m.start(), end=m.end(), label="body") for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Document(id="gum", version="1", text=text, regions=tuple(lines))


def ours(parsed: Parsed, document: Document) -> Iterator[Attribution]:
    """Yield our attributions in the scorer's shape."""
    for saying in find_sayings(parsed, find_actors(parsed, document), document):
        if saying.frame in CLAUSES:
            sentence = parsed.sentences[saying.sentence]
            yield {
                "source": [_place(parsed, *part) for part in saying.said_by],
                "cue": [[sentence.tokens[saying.cue].start, sentence.tokens[saying.cue].end]],
                "content": [_place(parsed, *part) for part in saying.parts],
            }


def _place(parsed: Parsed, sentence: int, first: int, last: int) -> list[int]:
    tokens = parsed.sentences[sentence].tokens
    return [tokens[first].start, tokens[last - 1].end]


# ── peers ───────────────────────────────────────────────────────────────────────────────────────────────────────────

CUE = (
    r"(?:say|says|said|tell|tells|told|think|thinks|thought|believe[sd]?|know|knows|knew|claim(?:s|ed)?|add(?:s|ed)?|note[sd]?"
    r"|state[sd]?|explain(?:s|ed)?|announce[sd]?|report(?:s|ed)?|argue[sd]?|suggest(?:s|ed)?|show(?:s|ed)?|found|hope[sd]?"
    r"|warn(?:s|ed)?|admit(?:s|ted)?|insist(?:s|ed)?|wrote|write[s]?|asked|feel|feels|felt)"
)
NAME = (
    r"(?P<source>(?:[A-Z][\w.'’-]*|he|she|they|we|I|you|the [\w-]+(?: [\w-]+){0,3})(?: (?:[A-Z][\w.'’-]*|of|the)){0,6})"
)
SURFACE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<content>[\"“][^\"”]+[\"”])\s*(?P<cue>{CUE}) {NAME}",
        rf"(?P<content>[\"“][^\"”]+[\"”])\s*{NAME} (?P<cue>{CUE})\b",
        rf"{NAME}(?:, [^,]+,)? (?:has |have |had |also |do n't |does n't )*(?P<cue>{CUE})(?: [A-Z]\w+(?: \w+)?,)?,?:? (?:that )?(?P<content>\S[^\n]*?(?=[.?!][\"”]?(?:\s|$)))",
        rf"(?P<content>[^\n]*?), (?P<cue>according to) {NAME}",
        rf"(?P<cue>[Aa]ccording to) {NAME}, (?P<content>[^\n]*)",
    )
)


def surface_rules(parsed: Parsed, document: Document) -> Iterator[Attribution]:
    """A peer: patterns over plain sentences, the first that fits each."""
    for sentence in parsed.sentences:
        text = document.text[sentence.start : sentence.end]
        match = next((found for pattern in SURFACE if (found := pattern.search(text))), None)
        if match:
            yield {
                role: [[sentence.start + match.start(role), sentence.start + match.end(role)]]
                for role in ("source", "cue", "content")
            }


def direct_quotations(parsed: Parsed, document: Document) -> Iterator[Attribution]:
    """A peer: quotations with a reporting verb in the same or the next sentence, and the subject of that verb."""
    verbs = set(VERBS.read_text(encoding="utf-8").split())
    lines = [(region.start, region.end) for region in document.regions]
    for start, end in quotations(document.text, lines):
        near = [one for one in parsed.sentences if one.start < end + 2 and start < one.end]
        for sentence in near:
            found = _reporting(sentence, verbs, start, end)
            if found:
                cue, speaker = found
                token = sentence.tokens[cue]
                yield {
                    "source": [_place(parsed, sentence.index, *sentence.reach(speaker))],
                    "cue": [[token.start, token.end]],
                    "content": [[start, end]],
                }
                break


def _reporting(sentence: Sentence, verbs: set[str], start: int, end: int) -> tuple[int, int] | None:
    for token in sentence.tokens:
        if token.upos == "VERB" and token.lemma.lower() in verbs and not start <= token.start < end:
            speakers = children(sentence, token.index, "nsubj") or subjects(sentence, token.index)
            if speakers and not start <= sentence.tokens[speakers[0]].start < end:
                return token.index, speakers[0]
    return None


# ── figures ─────────────────────────────────────────────────────────────────────────────────────────────────────────

Extract = Callable[[Parsed, Document], Iterator[Attribution]]


def gum(documents: list[dict[str, Any]], extract: Extract) -> float:
    """Return the headline F1 of an extractor."""
    reader = load()
    found = []
    for row in documents:
        document = document_in(row["text"])
        parsed = reader.parse(document.text, [(region.start, region.end) for region in document.regions])
        found.append({"id": row["id"], "attrs": list(extract(parsed, document))})
    return round(scorer().score(documents, found)["pair", "+source overlap"]["F1"] / 100, 4)


def share_of_line(count: int) -> float:
    """Return the CPU time of sayings, sources and statements over that of the whole line on the same pages."""
    reader = load()
    made = list(pages(count))
    began = time.process_time()
    documents = [document_of(text.encode(), name) for name, text in made]
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.sqlite", create=True) as record:
        for _ in keep(record, documents, reader, gate=False):
            pass
    line = time.process_time() - began
    own = 0.0
    for document in documents:
        parsed = reader.parse(
            document.text, [(r.start, r.end) for r in document.stretches("headline", "body", "credit")]
        )
        cast = find_actors(parsed, document)
        began = time.process_time()
        sayings = find_sayings(parsed, cast, document)
        sources = find_sources(parsed, cast, sayings, document)
        statements(sayings, parsed, document, sources.by_saying(), cast)
        own += time.process_time() - began
    return round(own / line, 4)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=300)
    options = parser.parse_args()
    figures: dict[str, float] = {}
    peers: dict[str, dict[str, float]] = {}
    data = {f"sourcing.{half}": _digest(HERE / f"{half}.toml") for half in ("developed", "blind")}
    if GUM.exists() and TRAIN.exists():
        documents = gum_documents()
        figures["gum.headline_f1"] = gum(documents, ours)
        peers["surface rules"] = {"gum.headline_f1": gum(documents, surface_rules)}
        peers["direct quotation, as textacy does it"] = {"gum.headline_f1": gum(documents, direct_quotations)}
        data["gum"] = _digest(GUM)
    else:
        print("../shared is absent: GUM's attributions are not scored")
    blind, developed = judged("blind"), judged("developed")
    for part, right in share_right(blind).items():
        figures[f"sourcing.{part}_acc"] = right
    for part, right in share_right(developed).items():
        figures[f"sourcing.developed.{part}_acc"] = right
    figures["direct.speaker_acc"] = share_right([*blind, *developed])["speaker"]
    figures["share_of_line"] = share_of_line(options.pages)
    print(json.dumps({"benchmark": "sayings", "figures": figures, "peers": peers, "data": data}))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
