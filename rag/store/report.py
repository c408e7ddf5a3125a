"""What a build did, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from rag.store.figure_changes import FigureChange
from rag.store.tasks import Unreadable

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file that the last build knew under another path."""

    path: str
    before: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A document that another one stands for in searches."""

    path: str
    duplicate_of: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build changed, paths in order, and the size of the index after it.

    `retagged` are documents whose bytes stayed but whose metadata, topics or figures came out differently; `encoded`
    counts the passages that the encoder was given, `encoder_seconds` its own time; `figure_changes` names the documents
    whose figures are others than before.
    """

    generation: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[Renamed, ...]
    retagged: tuple[str, ...]
    duplicates: tuple[Duplicate, ...]
    skipped: tuple[Unreadable, ...]
    figure_changes: tuple[FigureChange, ...]
    documents: int
    passages: int
    characters: int
    figures: int
    encoded: int
    seconds: float
    encoder_seconds: float
    cancelled: bool = False

    @property
    def passages_per_second(self) -> float:
        """Passages encoded in a second of the whole build."""
        return self.encoded / self.seconds if self.seconds else 0.0

    def as_json(self) -> dict[str, object]:
        """For `build --json`."""
        return asdict(self) | {"passages_per_second": round(self.passages_per_second, 1)}

    def summary(self) -> str:
        """For the terminal and the screen, in Chinese."""
        counts = (
            ("新增", len(self.added)),
            ("改动", len(self.changed)),
            ("删除", len(self.removed)),
            ("改名", len(self.renamed)),
            ("重新归类", len(self.retagged)),
        )
        told = "，".join(f"{name} {count}" for name, count in counts if count) or "没有变化"
        lines = [
            f"{'已中断，下次接着做；' if self.cancelled else ''}文件：{told}",
            f"索引：{self.documents} 份文件，{self.passages} 个段落，{self.characters} 字，{self.figures} 个数字",
            f"用时 {self.seconds:.1f} 秒，编码 {self.encoded} 个段落用 {self.encoder_seconds:.1f} 秒"
            + (f"，每秒 {self.passages_per_second:.0f} 段" if self.encoded else ""),
        ]
        lines += _figure_lines(self.figure_changes)
        lines += _listed("重复，只检索一份", [f"{item.path} = {item.duplicate_of}" for item in self.duplicates])
        lines += _listed(
            "没有读出",
            [f"{item.path}：{item.reason}" + (f"（{item.remedy}）" if item.remedy else "") for item in self.skipped],
        )
        return "\n".join(lines)


def _figure_lines(changes: tuple[FigureChange, ...]) -> list[str]:
    if not changes:
        return []
    total = _figures_told(
        *(sum(getattr(change, name) for change in changes) for name in ("added", "changed", "removed"))
    )
    entries = [f"{change.path}：{_figures_told(change.added, change.changed, change.removed)}" for change in changes]
    return [f"数字：{total}", *_listed("数字有变化的文件", entries)]


def _figures_told(added: int, changed: int, removed: int) -> str:
    counts = (("新增", added), ("改动", changed), ("删除", removed))
    return "，".join(f"{name} {count}" for name, count in counts if count)


def _listed(title: str, entries: list[str]) -> list[str]:
    if not entries:
        return []
    more = [f"  …… 另有 {len(entries) - SHOWN} 份"] if len(entries) > SHOWN else []
    return [f"{title}（{len(entries)}）：", *(f"  {entry}" for entry in entries[:SHOWN]), *more]
