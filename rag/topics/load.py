"""topics.yaml → Topics, or a message that names file, line and remedy.

Users edit the file, so nothing in it is taken on trust: every entry is read node by node, with the line that it stands
on, and a file with one wrong entry is refused as a whole, since a topic lost in silence would look like a place that
has no policy on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from rag.errors import DataFileError
from rag.topics.tagging import Topic, Topics

PACKAGED = Path(__file__).with_name("topics.yaml")
MAX_BYTES = 1_000_000
LONGEST_WORD = 40
LISTS = ("synonyms", "hints", "except")
FIELDS = ("name", "parent", *LISTS, "example")


@dataclass(frozen=True, slots=True)
class _Source:
    """The file at hand, for messages."""

    path: Path

    def error(self, line: int, wrong: str, remedy: str) -> DataFileError:
        return DataFileError(f"{self.path} 第 {line} 行：{wrong}；{remedy}")


def load_topics(path: Path | None = None) -> Topics:
    """The topics of a file, by default the one that comes with the project.

    Raises DataFileError, naming file, line and remedy, where the file cannot be read or anything in it is wrong.
    """
    source = _Source(path or PACKAGED)
    topics = tuple(_topic(source, node) for node in _entries(source, _text(source)))
    _check_names(source, topics)
    loaded = Topics(topics)
    for topic in topics:
        if not loaded.recognises(topic):
            raise source.error(
                topic.line,
                f"主题“{topic.name}”的例句认不出这个主题：“{topic.example}”",
                "请在 synonyms 中补上例句里的专用词，或者换一句例句",
            )
    return loaded


def _text(source: _Source) -> str:
    try:
        content = source.path.read_bytes()
    except OSError as error:
        raise DataFileError(f"{source.path} 读不出来：{error.strerror}；请检查路径和权限") from error
    if len(content) > MAX_BYTES:
        raise DataFileError(f"{source.path} 有 {len(content)} 字节，超过 {MAX_BYTES}；请删去多余内容")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise source.error(line, "不是 UTF-8 文字", "请把文件另存为 UTF-8 编码") from error


def _entries(source: _Source, text: str) -> list[yaml.Node]:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise source.error(line, f"YAML 语法错误（{error.problem}）", "请检查缩进、冒号和括号") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise source.error(line, "含有不可见的控制字符", "请删去该字符") from error
    except RecursionError as error:
        raise source.error(1, "嵌套太深", "每个主题只写一层字段") from error
    if not isinstance(root, yaml.SequenceNode) or not root.value:
        raise source.error(1, "没有主题", "请按“- name: …”逐条写主题")
    return list(root.value)


def _topic(source: _Source, node: yaml.Node) -> Topic:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise source.error(line, "这一条不是主题", "请写成“- name: …”并在下面缩进写各字段")
    found = _fields(source, node)
    if "name" not in found:
        raise source.error(line, "主题缺少 name", "请补上主题名")
    name = _scalar(source, found["name"], "name")
    if "example" not in found:
        raise source.error(line, f"主题“{name}”缺少 example", "请补上一句例句")
    words = {field: _words(source, found.get(field), field) for field in LISTS}
    if not words["synonyms"]:
        raise source.error(line, f"主题“{name}”的 synonyms 是空的", "请至少写一个专用词")
    return Topic(
        name=name,
        parent=_scalar(source, found["parent"], "parent") if "parent" in found else None,
        synonyms=words["synonyms"],
        example=_scalar(source, found["example"], "example"),
        hints=words["hints"],
        exceptions=words["except"],
        line=line,
    )


def _fields(source: _Source, node: yaml.MappingNode) -> dict[str, yaml.Node]:
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        field = key.value if isinstance(key, yaml.ScalarNode) else "?"
        if field not in FIELDS:
            raise source.error(line, f"不认识的字段 {field}", f"可用的字段有 {'、'.join(FIELDS)}")
        if field in found:
            raise source.error(line, f"字段 {field} 写了两遍", "请合并为一个")
        found[field] = value
    return found


def _scalar(source: _Source, node: yaml.Node, field: str) -> str:
    text = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
    if not text:
        raise source.error(node.start_mark.line + 1, f"{field} 不是一句文字或是空的", f"请在 {field}: 后面写上文字")
    return str(text)


def _words(source: _Source, node: yaml.Node | None, field: str) -> tuple[str, ...]:
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        raise source.error(node.start_mark.line + 1, f"{field} 不是列表", f"请写成 {field}: [词一, 词二]")
    words = tuple(_scalar(source, word, field) for word in node.value)
    for word, found in zip(words, node.value, strict=True):
        if len(word) > LONGEST_WORD:
            wrong = f"{field} 里的“{word[:LONGEST_WORD]}…”太长"
            raise source.error(found.start_mark.line + 1, wrong, f"每个词不超过 {LONGEST_WORD} 个字，词之间用逗号隔开")
    return words


def _check_names(source: _Source, topics: tuple[Topic, ...]) -> None:
    lines: dict[str, int] = {}
    for topic in topics:
        if topic.name in lines:
            wrong = f"主题名“{topic.name}”重复，第 {lines[topic.name]} 行已有"
            raise source.error(topic.line, wrong, "请合并两条或改名")
        lines[topic.name] = topic.line
    upper = {topic.name for topic in topics if topic.parent is None}
    for topic in topics:
        if topic.parent is not None and topic.parent not in upper:
            reason = "它自己还有上级，只分两级" if topic.parent in lines else "没有这个主题"
            wrong = f"主题“{topic.name}”的上级“{topic.parent}”不能用（{reason}）"
            raise source.error(topic.line, wrong, f"可用的上级有 {'、'.join(sorted(upper))}")
