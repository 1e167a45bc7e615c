"""Scores of the shipped reader: `python -m benchmarks.reader [--data ../shared/training]`; the last line is JSON.

Scores are of the int8 file on gold tokens. LAS without punctuation, subtypes count; roles are labelled argument heads of
predicted predicates; factuality is of annotated tokens, above zero means happened.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from training.chains import documents
from training.samples import ROLES, Sample, rows, sentences

from benchmarks.chains import conll
from detente.language import Parsed, Sentence, TrainedReader, find_chains, load
from detente.language.words import sentences_in, words_in


def parsed(reader: TrainedReader, samples: list[Sample]) -> list[Sentence]:
    """Parse gold words: each sentence's words joined by spaces, in one text."""
    text, places = "", []
    for sample in samples:
        row = []
        for word in sample["tok"]:
            row.append((len(text), len(text) + len(word)))
            text += word + " "
        places.append(row)
    return list(reader.parse_words(text, places))


def f1(right: int, found: int, gold: int) -> float:
    """Return the F1 of so many right of so many found and so many wanted."""
    return round(2 * right / max(1, found + gold), 4)


def syntax(samples: list[Sample], found: list[Sentence]) -> dict[str, float]:
    """Return LAS, UAS and the F1 of names."""
    words = arcs = labelled = 0
    names = Counter[str]()
    for sample, sentence in zip(samples, found, strict=True):
        for token, head, rel, upos in zip(sentence.tokens, sample["head"], sample["rel"], sample["upos"], strict=True):
            if upos != "PUNCT":
                words += 1
                arcs += token.head + 1 == head
                labelled += token.head + 1 == head and token.rel == rel
        if sample.get("ner"):
            gold = spans(sample["ner"])
            got = {(name.first, name.last, name.kind) for name in sentence.names}
            names.update(right=len(gold & got), found=len(got), gold=len(gold))
    return {
        "las": round(labelled / words, 4), "uas": round(arcs / words, 4),
        "names_f1": f1(names["right"], names["found"], names["gold"]),
    }  # fmt: skip


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """Return the stretches that BIO tags mark."""
    found, first = set(), 0
    while first < len(tags):
        last = first + 1
        if tags[first] != "O":
            while last < len(tags) and tags[last] == f"I-{tags[first][2:]}":
                last += 1
            found.add((first, last, tags[first][2:]))
        first = last
    return found


def events(samples: list[Sample], found: list[Sentence]) -> dict[str, float]:
    """Return the F1 of predicates and roles and the accuracy of factuality, all on EWT."""
    predicates, roles, facts = Counter[str](), Counter[str](), Counter[str]()
    for sample, sentence in zip(samples, found, strict=True):
        if sample["preds"] is None:
            continue
        got = set(sentence.predicate_at)
        predicates.update(right=len(got & sample["preds"]), found=len(got), gold=len(sample["preds"]))
        arguments = {(p.token, role.head, role.label) for p in sentence.predicates for role in p.roles}
        wanted = {(predicate, head, ROLES[role]) for predicate, head, role in sample["args"]}
        roles.update(right=len(arguments & wanted), found=len(arguments), gold=len(wanted))
        for token, value in sample["facts"].items():
            if token in sentence.predicate_at:
                facts.update(right=(sentence.predicate_at[token].happened > 0.5) == (value > 0), seen=1)
    return {
        "predicates_f1": f1(predicates["right"], predicates["found"], predicates["gold"]),
        "roles_f1": f1(roles["right"], roles["found"], roles["gold"]),
        "factuality_acc": round(facts["right"] / facts["seen"], 4),
        "factuality_seen": facts["seen"],
    }


def raw(samples: list[Sample]) -> dict[str, float]:
    """Return the F1 of tokens and sentences on the sentences joined into running text, one paragraph a document."""
    tokens, ends = Counter[str](), Counter[str]()
    for document in dict.fromkeys(sample["doc"] for sample in samples):
        text, gold, last = "", set(), set()
        for sample in (one for one in samples if one["doc"] == document):
            text += " " * bool(text and not text.endswith(" "))
            for word, space in zip(sample["tok"], sample["sp"], strict=True):
                gold.add((len(text), len(text) + len(word)))
                text += word + " " * bool(space)
            last.add(max(gold))
        words = words_in(text, 0, len(text))
        closing = {sentence[-1] for sentence in sentences_in(text, words)}
        tokens.update(right=len(gold & set(words)), found=len(words), gold=len(gold))
        ends.update(right=len(last & closing), found=len(closing), gold=len(last))
    return {
        "tokens_f1": f1(tokens["right"], tokens["found"], tokens["gold"]),
        "sentences_f1": f1(ends["right"], ends["found"], ends["gold"]),
    }


def coreference(reader: TrainedReader, folder: Path) -> dict[str, float]:
    """Return the CoNLL score of chains on GUM's dev and test documents: gold tokens, own tags, trees and names."""
    pairs = []
    for document in (*documents(folder, "dev"), *documents(folder, "test")):
        read = reader.parse_words(document.text, document.sentences)
        found = find_chains(Parsed(text=document.text, sentences=read, reader=reader.version)).every
        pairs.append((document.chains, [[(r.sentence, r.first, r.last) for r in chain.references] for chain in found]))
    return {name: round(score, 4) for name, score in conll(pairs).items()}


def footprint() -> dict[str, float]:
    """Return what loading costs, measured in a process of its own."""
    program = (
        "import time; from pathlib import Path; t = time.perf_counter(); from detente.language import load; r = load();"
        "d = time.perf_counter() - t; r.parse('The envoys met in Geneva. ' * 40);"
        "print(d, int(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0]) / 1024)"
    )
    seconds, mb = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    return {"load_s": round(float(seconds), 3), "resident_mb": round(float(mb), 1)}


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/training"))
    folder = parser.parse_args().data
    reader = load()
    news = [sample for sample in rows(folder, "pud") if sample["genre"] == "news"]
    ewt = [sample for sample in sentences(folder, "test") if sample["src"] == "ewt"]
    figures: dict[str, Any] = {f"pud_news.{key}": value for key, value in syntax(news, parsed(reader, news)).items()}
    began = time.process_time()
    found = parsed(reader, ewt)
    figures["words_per_s"] = round(sum(len(sample["tok"]) for sample in ewt) / (time.process_time() - began))
    figures |= {f"ewt.{key}": value for key, value in events(ewt, found).items()}
    figures |= {f"pud_news.{key}": value for key, value in raw(news).items()}
    tokens = [
        (t.lemma.lower(), lemma.lower())
        for s, one in zip(ewt, found, strict=True)
        for t, lemma in zip(one.tokens, s["lemma"], strict=True)
    ]
    figures["lemma_acc"] = round(sum(a == b for a, b in tokens) / len(tokens), 4)
    figures |= {f"coref.{key}": value for key, value in coreference(reader, folder).items()}
    weights = Path(__file__).parents[1] / "src" / "detente" / "language" / "weights"
    figures["file_mb"] = round((weights / "model.onnx").stat().st_size / 1e6, 1)
    figures |= footprint()
    files = ("pud.jsonl", "syntax_names.test.jsonl", "gum_entities.dev.conllu", "gum_entities.test.conllu")
    data = {name: hashlib.sha256((folder / f"{name}.gz").read_bytes()).hexdigest() for name in files}
    print(json.dumps({"benchmark": "reader", "figures": figures, "peers": {}, "data": data}))


if __name__ == "__main__":
    main()
