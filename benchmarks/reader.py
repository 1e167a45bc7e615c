"""Scores of the shipped reader: `python -m benchmarks.reader [--data ../shared/training]`; the last line is JSON.

Scores are of the int8 file, on gold tokens, and under `raw.` on each document as running text. LAS without punctuation,
subtypes count; roles are labelled argument heads of predicted predicates; factuality is of all annotated words, above
zero means happened. The peer is spaCy's small architecture trained on the same sentences, see `spacy_peer`.
"""

import argparse
import hashlib
import json
import platform
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.chains import documents
from training.samples import rows, sentences

from benchmarks import spacy_peer
from benchmarks.chains import conll
from benchmarks.layers import GoldText, factuality, scores, texts_of
from detente.language import Parsed, Reader, TrainedReader, find_chains, load

SYNTAX = {"las": "las", "uas": "uas", "names": "names_f1"}
EVENTS = {"predicates": "predicates_f1", "roles": "roles_f1"}
CUT = {"tokens": "tokens_f1", "sentences": "sentences_f1"}
FLAGS = ("avx2", "avx512f", "avx512_vnni", "avx_vnni", "amx_int8")
ROUNDS = 3  # of the race; the fastest of each counts


def measured(reader: Any, corpus: str, gold: Sequence[GoldText], layers: dict[str, str]) -> dict[str, float]:
    """Return the scores of layers on gold tokens, and on the same documents as running text."""
    given = [(one, reader.parse_words(one.text, one.places)) for one in gold]
    cut = [(one, reader.parse(one.text).sentences) for one in gold]
    found = {f"{corpus}.{layers[key]}": value for key, value in scores(given, list(layers)).items()}
    found |= {f"raw.{corpus}.{layers[key]}": value for key, value in scores(cut, list(layers)).items()}
    if "predicates" in layers:
        found |= {f"{corpus}.{key}": value for key, value in factuality(given).items()}
        found[f"raw.{corpus}.factuality_acc"] = factuality(cut)["factuality_acc"]
    return found


def cut_alone(reader: Reader, corpus: str, gold: Sequence[GoldText]) -> dict[str, float]:
    """Return the F1 of tokens and of the ends of sentences in running text."""
    pairs = [(one, reader.parse(one.text).sentences) for one in gold]
    return {f"{corpus}.{CUT[key]}": value for key, value in scores(pairs, list(CUT)).items()}


def lemmas(reader: TrainedReader, gold: dict[str, list[GoldText]]) -> dict[str, float]:
    """Return the share of lemmas that are right, own tags, case aside."""
    pairs = {key: [(one, reader.parse_words(one.text, one.places)) for one in own] for key, own in gold.items()}
    found = {f"{key}.lemma_acc": scores(own, ["lemma"])["lemma"] for key, own in pairs.items()}
    return found | {"lemma_acc": scores([pair for own in pairs.values() for pair in own], ["lemma"])["lemma"]}


def coreference(reader: TrainedReader, folder: Path) -> dict[str, float]:
    """Return the CoNLL score of chains on GUM's dev and test documents: own tags, trees and names."""
    given, cut = [], []
    for document in (*documents(folder, "dev"), *documents(folder, "test")):
        read = reader.parse_words(document.text, document.sentences)
        places = [
            [document.sentences[s][a][0], document.sentences[s][b - 1][1]] for c in document.chains for s, a, b in c
        ]
        ends = iter(map(tuple, places))
        wanted = [[next(ends) for _ in chain] for chain in document.chains]
        for pairs, parsed in (
            (given, Parsed(text=document.text, sentences=read, reader=reader.version)),
            (cut, reader.parse(document.text, document.paragraphs)),
        ):
            pairs.append((wanted, stretches(parsed)))
    found = {f"coref.{name}": round(score, 4) for name, score in conll(given).items()}
    return found | {"raw.coref.conll_f1": round(conll(cut)["conll_f1"], 4)}


def stretches(parsed: Parsed) -> list[list[tuple[int, int]]]:
    """The chains of a text, each reference by its place."""
    return [
        [
            (parsed.sentences[one.sentence].tokens[one.first].start, parsed.sentences[one.sentence].tokens[one.last - 1].end)
            for one in chain.references
        ]
        for chain in find_chains(parsed).every
    ]  # fmt: skip


def race(readers: Sequence[Reader], gold: Sequence[GoldText]) -> list[float]:
    """Return the words a CPU second that each reader reads, turn about, the fastest of each."""
    words = sum(len(places) for one in gold for places in one.places)
    best = [0.0] * len(readers)
    for _ in range(ROUNDS):
        for number, reader in enumerate(readers):
            began = time.process_time()
            for one in gold:
                reader.parse(one.text)
            best[number] = max(best[number], words / (time.process_time() - began))
    return best


def footprint() -> dict[str, float]:
    """Return what loading costs, measured in processes of their own; the quickest of five."""
    program = (
        "import time; from pathlib import Path; import numpy, onnxruntime; t = time.perf_counter();"
        "from detente.language import load; r = load(); d = time.perf_counter() - t; r.parse('The envoys met. ' * 40);"
        "print(d, int(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0]) / 1024)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(5)
    ]
    return {
        "load_s": round(min(float(seconds) for seconds, _ in runs), 3),
        "resident_mb": round(max(float(mb) for _, mb in runs), 1),
    }


def flags() -> str:
    """The processor's abilities that the speed depends on."""
    file = Path("/proc/cpuinfo")
    known = set(file.read_text().split()) if file.exists() else set()
    return " ".join(flag for flag in FLAGS if flag in known) or platform.machine()


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/training"))
    parser.add_argument("--no-peer", action="store_true", help="leave spaCy out")
    options = parser.parse_args()
    folder, reader = options.data, load()
    news = list(texts_of([sample for sample in rows(folder, "pud") if sample["genre"] == "news"]))
    test = sentences(folder, "test")
    treebanks = {src: list(texts_of([one for one in test if one["src"] == src])) for src in ("ewt", "gum")}
    figures: dict[str, Any] = measured(reader, "pud_news", news, SYNTAX) | cut_alone(reader, "pud_news", news)
    figures |= measured(reader, "ewt", treebanks["ewt"], SYNTAX | EVENTS) | cut_alone(reader, "ewt", treebanks["ewt"])
    figures |= lemmas(reader, treebanks) | coreference(reader, folder)
    peers: dict[str, Any] = {}
    if options.no_peer:
        figures["words_per_s"] = round(race([reader], news)[0])
    else:
        peer = spacy_peer.load(folder)
        ours, theirs = race([reader, peer], news)
        figures |= {"words_per_s": round(ours), "spacy_speed_ratio": round(ours / theirs, 3)}
        peers["spacy_small"] = measured(peer, "pud_news", news, SYNTAX) | cut_alone(peer, "pud_news", news)
        peers["spacy_small"] |= measured(peer, "ewt", treebanks["ewt"], SYNTAX) | {"words_per_s": round(theirs)}
    weights = Path(__file__).parents[1] / "src" / "detente" / "language" / "weights"
    figures["file_mb"] = round((weights / "model.onnx").stat().st_size / 1e6, 1)
    figures |= footprint()
    files = ("pud.jsonl", "syntax_names.test.jsonl", "gum_entities.dev.conllu", "gum_entities.test.conllu")
    data = {name: hashlib.sha256((folder / f"{name}.gz").read_bytes()).hexdigest() for name in files}
    print("processor:", flags())
    print(json.dumps({"benchmark": "reader", "figures": figures, "peers": peers, "data": data}))


if __name__ == "__main__":
    main()
