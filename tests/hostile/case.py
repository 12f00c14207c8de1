"""What a case of the corpus is, and how a fault is planted in a valid scenario."""

from pathlib import Path
from typing import NamedTuple

REFUSE, ACCEPT, EITHER = "refuse", "accept", "either"

HERE = Path(__file__).resolve().parent
TABLE = (HERE / "base_table.yaml").read_bytes()
PARK = (HERE / "base_park.yaml").read_bytes()


class Case(NamedTuple):
    name: str
    content: bytes
    verdict: str = REFUSE
    whole: bool = False  # the fault is the whole file's: its diagnostic need not name a line
    deep: bool = False  # also run on a small stack


def encoded(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def planted(base: bytes, old: str, new: str | bytes) -> bytes:
    """The base with its only `old` replaced: an anchor that has moved is an error here, not a weaker test."""
    if base.count(old.encode()) != 1:
        raise ValueError(f"{old!r} stands {base.count(old.encode())} times in the base")
    return base.replace(old.encode(), encoded(new))


def repeated(pattern: str, count: int) -> str:
    """`pattern` for # = 0, 1, ... count-1."""
    return "".join(pattern.replace("#", str(i)) for i in range(count))
