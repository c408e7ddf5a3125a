"""A YAML file of entries that users edit → the entries, field by field, or a message that names file, line and remedy.

Nothing in such a file is taken on trust: every entry is read node by node, with the line that it stands on, and a file
with one wrong entry is refused as a whole, since an entry lost in silence would look like a place that has nothing of
the kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from rag.errors import DataFileError

MAX_BYTES = 1_000_000
LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class EntryFile:
    """A file that is a list of entries.

    `noun` is what an entry is called in messages (主题); `fields` are the names that an entry may use, `name` and
    `example` among them.
    """

    path: Path
    noun: str
    fields: tuple[str, ...]

    def error(self, line: int, wrong: str, remedy: str) -> DataFileError:
        """The error to raise for what is wrong at a line."""
        return DataFileError(f"{self.path} 第 {line} 行：{wrong}；{remedy}")

    def entries(self) -> tuple[Entry, ...]:
        """All entries, in order; raises DataFileError where the file cannot be read, or an entry has no name, no
        example, a field that is unknown or stands twice, or the name of another."""
        entries = tuple(self._entry(node) for node in self._nodes(self._text()))
        lines: dict[str, int] = {}
        for entry in entries:
            if entry.name in lines:
                wrong = f"{self.noun}名“{entry.name}”重复，第 {lines[entry.name]} 行已有"
                raise self.error(entry.line, wrong, "请合并两条或改名")
            lines[entry.name] = entry.line
        return entries

    def _text(self) -> str:
        try:
            content = self.path.read_bytes()
        except OSError as error:
            raise DataFileError(f"{self.path} 读不出来：{error.strerror}；请检查路径和权限") from error
        if len(content) > MAX_BYTES:
            raise DataFileError(f"{self.path} 有 {len(content)} 字节，超过 {MAX_BYTES}；请删去多余内容")
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise self.error(line, "不是 UTF-8 文字", "请把文件另存为 UTF-8 编码") from error

    def _nodes(self, text: str) -> list[yaml.Node]:
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else 1
            raise self.error(line, f"YAML 语法错误（{error.problem}）", "请检查缩进、冒号和括号") from error
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            raise self.error(line, "含有不可见的控制字符", "请删去该字符") from error
        except RecursionError as error:
            raise self.error(1, "嵌套太深", f"每个{self.noun}只写一层字段") from error
        if not isinstance(root, yaml.SequenceNode) or not root.value:
            raise self.error(1, f"没有{self.noun}", f"请按“- name: …”逐条写{self.noun}")
        return list(root.value)

    def _entry(self, node: yaml.Node) -> Entry:
        line = node.start_mark.line + 1
        if not isinstance(node, yaml.MappingNode):
            raise self.error(line, f"这一条不是{self.noun}", "请写成“- name: …”并在下面缩进写各字段")
        nodes = self._fields(node)
        if "name" not in nodes:
            raise self.error(line, f"{self.noun}缺少 name", f"请补上{self.noun}名")
        name = self.scalar(nodes["name"], "name")
        if "example" not in nodes:
            raise self.error(line, f"{self.noun}“{name}”缺少 example", "请补上一句例句")
        return Entry(self, line, name, self.scalar(nodes["example"], "example"), nodes)

    def _fields(self, node: yaml.MappingNode) -> dict[str, yaml.Node]:
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            field = key.value if isinstance(key, yaml.ScalarNode) else "?"
            if field not in self.fields:
                raise self.error(line, f"不认识的字段 {field}", f"可用的字段有 {'、'.join(self.fields)}")
            if field in found:
                raise self.error(line, f"字段 {field} 写了两遍", "请合并为一个")
            found[field] = value
        return found

    def scalar(self, node: yaml.Node, field: str) -> str:
        """The text of a node that must be one."""
        text = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        if not text:
            raise self.error(node.start_mark.line + 1, f"{field} 不是一句文字或是空的", f"请在 {field}: 后面写上文字")
        return str(text)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file; `line` is where it begins."""

    file: EntryFile
    line: int
    name: str
    example: str
    nodes: Mapping[str, yaml.Node]

    def text(self, field: str) -> str | None:
        """The text of a field, or None where the entry does not use it."""
        return self.file.scalar(self.nodes[field], field) if field in self.nodes else None

    def words(self, field: str) -> tuple[str, ...]:
        """The words of a field that is a list; empty where the entry does not use it."""
        node = self.nodes.get(field)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            remedy = f"请写成 {field}: [词一, 词二]"
            raise self.file.error(node.start_mark.line + 1, f"{field} 不是列表", remedy)
        words = tuple(self.file.scalar(word, field) for word in node.value)
        for word, found in zip(words, node.value, strict=True):
            if len(word) > LONGEST_WORD:
                wrong = f"{field} 里的“{word[:LONGEST_WORD]}…”太长"
                remedy = f"每个词不超过 {LONGEST_WORD} 个字，词之间用逗号隔开"
                raise self.file.error(found.start_mark.line + 1, wrong, remedy)
        return words
