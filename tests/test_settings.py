"""Settings: where a value comes from, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.errors import SettingsError
from rag.settings import Settings, load_settings


def test_the_environment_is_stronger_than_the_file_and_the_file_than_the_default(tmp_path: Path) -> None:
    (tmp_path / "rag.toml").write_text('corpus = "报告"\nindicators = "表/指标.yaml"\n', encoding="utf-8")
    found = load_settings({"ZHENGWEN_CORPUS": "材料", "ZHENGWEN_TOPICS": "主题.yaml", "ZHENGWEN_JOBS": "3"}, tmp_path)
    assert found == Settings(
        corpus=Path("材料"), jobs=3, topics=Path("主题.yaml"), indicators=Path("表/指标.yaml"), index=Path("index")
    )


REFUSED = [
    ("unknown name", 'themes = "a.yaml"\n', {}, "不认识的设置 themes"),
    ("no path", "", {"ZHENGWEN_INDICATORS": " "}, "设置 indicators 应为文件路径"),
    ("path of the wrong type", "indicators = 3\n", {}, "设置 indicators 应为文件路径"),
    ("no number", "", {"ZHENGWEN_JOBS": "many"}, "设置 jobs 应为整数"),
    ("negative number", "jobs = -1\n", {}, "jobs 应为 0 或正整数"),
    ("syntax", "jobs =\n", {}, "读不出来"),
]


@pytest.mark.parametrize(
    ("file", "environment", "wrong"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_is_wrong_is_refused_with_its_name(
    tmp_path: Path, file: str, environment: dict[str, str], wrong: str
) -> None:
    (tmp_path / "rag.toml").write_text(file, encoding="utf-8")
    with pytest.raises(SettingsError, match=wrong):
        load_settings(environment, tmp_path)
