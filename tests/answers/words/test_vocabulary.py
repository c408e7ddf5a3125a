"""The data files of words: every entry is shown by its own example."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

import rag
from rag.answers.words.load_vocabulary import expand, load_vocabulary
from rag.topics import Indicator, Indicators

LINES = files("rag.answers.words").joinpath("indicators.yaml").read_text(encoding="utf-8").splitlines()
START, STOP = (
    LINES.index("concepts:"),
    next(i for i, line in enumerate(LINES) if line.startswith("# Concepts of which")),
)
ENTRIES = [m.groups() for line in LINES[START:STOP] if (m := re.match(r"  (\S+?): \[.*\]  # (.*)$", line))]


DATA = sorted(path for path in Path(rag.__file__).parent.rglob("*.yaml"))


def keys_twice(node: yaml.Node) -> list[str]:
    """The keys that a mapping names twice, of which YAML silently keeps the last."""
    if isinstance(node, yaml.SequenceNode):
        return [key for item in node.value for key in keys_twice(item)]
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = [key.value for key, _ in node.value]
    return [
        *(key for key, times in Counter(keys).items() if times > 1),
        *(key for _, item in node.value for key in keys_twice(item)),
    ]


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_no_entry_of_a_data_file_stands_twice(path: Path) -> None:
    assert keys_twice(yaml.compose(path.read_text(encoding="utf-8"))) == []


def test_every_concept_has_an_example_beside_it() -> None:
    assert len(ENTRIES) > 90
    assert {name for name, _ in ENTRIES} <= set(load_vocabulary().forms.values())


@pytest.mark.parametrize(("name", "example"), ENTRIES)
def test_a_concept_is_found_in_its_example(name: str, example: str) -> None:
    assert name in {m.concept for m in load_vocabulary().concepts(example)}


@pytest.mark.parametrize(
    ("form", "texts"),
    [
        ("粮食[总|年]产量", ("粮食产量", "粮食总产量", "粮食年产量")),
        ("(高铁|铁路)里程", ("高铁里程", "铁路里程")),
        ("GDP", ("GDP",)),
    ],
)
def test_a_form_stands_for_all_its_texts(form: str, texts: tuple[str, ...]) -> None:
    assert expand(form) == texts


def test_of_overlapping_forms_the_first_and_longest_counts() -> None:
    assert [m.concept for m in load_vocabulary().concepts("单位国内生产总值能耗降低3%，gdp增长5%")] == [
        "单位能耗",
        "生产总值",
    ]


def test_contrasts_and_sorts_name_concepts_that_exist() -> None:
    words = load_vocabulary()
    named = {name for group in words.contrasts for name in group}
    named |= {name for broad, sorts in words.narrower.items() for name in (broad, *sorts)}
    assert named <= set(words.forms.values())


def test_siblings_are_the_others_of_a_contrast() -> None:
    assert load_vocabulary().siblings("出口") == ("进口",)
    assert load_vocabulary().siblings("粮食产量") == ()


def test_names_of_indicators_that_a_user_adds_are_known_to_questions() -> None:
    own = Indicators((Indicator("鲜叶收购量", ("茶青收购量",), "特色产业", "收购鲜叶"),))
    named = load_vocabulary(own).concepts("今年茶青收购量是多少")
    assert [m.concept for m in named] == ["鲜叶收购量"]
    assert load_vocabulary().concepts("今年茶青收购量是多少") == ()
