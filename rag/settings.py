"""rag.toml and the environment → one frozen Settings, built at the edge.

A value comes from, strongest first: the environment (ZHENGWEN_CORPUS, …), rag.toml in the working directory, the
default. Unknown names and values of the wrong type or range are errors that name the file and the remedy.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from rag.errors import SettingsError

PREFIX = "ZHENGWEN_"
FILE = "rag.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a user can set.

    `corpus` and `index` are folders, `state` the one that conversations are kept in; `encoder` is "bundled" or the
    name or folder of a sentence-transformers model; `jobs` the number of worker processes that read files (0: as many
    as there are cores); `max_file_mb` the size above which a file is reported instead of read; `topics` and
    `indicators` files that replace the topics and the names of indicators that come with the project, or None.
    """

    corpus: Path = Path("corpus")
    index: Path = Path("index")
    state: Path = Path("state")
    encoder: str = "bundled"
    jobs: int = 0
    max_file_mb: int = 64
    topics: Path | None = None
    indicators: Path | None = None

    def __post_init__(self) -> None:
        if self.jobs < 0:
            raise SettingsError(f"jobs 应为 0 或正整数，现为 {self.jobs}")
        if self.max_file_mb < 1:
            raise SettingsError(f"max_file_mb 应为正整数，现为 {self.max_file_mb}")
        if not self.encoder.strip():
            raise SettingsError("encoder 不能为空；写 bundled 使用内置模型")


def load_settings(environment: Mapping[str, str] | None = None, folder: Path = Path()) -> Settings:
    """The settings for this process; raises SettingsError with file or variable, value and remedy."""
    environment = os.environ if environment is None else environment
    known = {field.name for field in fields(Settings)}
    path = folder / FILE
    found: dict[str, object] = {}
    if path.is_file():
        try:
            found = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path} 读不出来：{error}") from error
        if unknown := sorted(set(found) - known):
            raise SettingsError(f"{path} 中有不认识的设置 {', '.join(unknown)}；可用的有 {', '.join(sorted(known))}")
    for name in known:
        if (variable := environment.get(PREFIX + name.upper())) is not None:
            found[name] = variable
    return Settings(**{name: _convert(name, value) for name, value in found.items()})


def _convert(name: str, value: object) -> Any:
    if name in ("corpus", "index", "state", "topics", "indicators"):
        if not isinstance(value, str) or not value.strip():
            raise SettingsError(f"设置 {name} 应为文件路径，现为 {value!r}")
        return Path(value).expanduser()
    if name in ("jobs", "max_file_mb"):
        try:
            return int(str(value))
        except ValueError as error:
            raise SettingsError(f"设置 {name} 应为整数，现为 {value!r}") from error
    if not isinstance(value, str):
        raise SettingsError(f"设置 {name} 应为文字，现为 {value!r}")
    return value
