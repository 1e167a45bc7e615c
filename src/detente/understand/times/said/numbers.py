"""Numbers in words: "one hundred and eighty (180)", "a few", "two and a half"."""

from typing import Any

from detente.understand.times.patterns import Parts


def number(parts: Parts) -> float:
    """Read a number: "one hundred and eighty (180)", "two and a half"."""
    total = current = 0.0
    for word in parts.words:
        if "DIGITS" in word.classes and parts.words[0] is not word:
            break
        value = _worth(word.values)
        if "HUNDRED" in word.classes:
            current = (current or 1) * 100
        elif "THOUSAND" in word.classes:
            total, current = total + (current or 1) * 1000, 0
        elif "half" in word.classes:
            current += 0.5
        else:
            current += value
    return total + current


def _worth(values: Any) -> float:
    return float(next((values[name] for name in ("SMALL", "TENS", "DIGITS") if name in values), 0))


def vague_number(parts: Parts) -> float:
    """Read "a few", "several", "half a": zero stands for an unnamed number."""
    if parts.has("half"):
        return 0.5 if not parts.has("and") else (1.5 if parts.has("one") else 2.5)
    if parts.has("hundred"):
        return 0
    value = float(parts.get("VAGUENUMBER") or 0)
    return value * (12 if parts.has("dozen") and value != 12 else 1)


def ordinal(parts: Parts) -> int:
    """Read "twenty-first"."""
    return int(parts.get("TENS")) + int(parts.get("ORDINAL"))


def count_of(parts: Parts) -> float | None:
    """Return the number of units: one for an article, None for "a few"."""
    for label in ("NUMBER", "DIGITS"):
        if label in parts:
            return float(parts.get(label)) or None
    return 1.0
