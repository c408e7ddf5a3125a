"""A small index of invented reports, made by a real build."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.settings import Settings
from rag.store import StoredIndex, open_index
from rag.store.build import build
from tests.fakes import HashEncoder

REPORTS = {
    "2023年云岭县政府工作报告.txt": (
        "2023年云岭县政府工作报告",
        "一、粮食生产",
        "全年计划种植玉米8200亩，建设高标准农田3万亩。推广良种，落实耕地保护责任，抓好秋收冬种。",
        "二、民生实事",
        "改造老旧小区4个，新建日间照料中心2所。为高龄老年人发放津贴，覆盖全县各乡镇。",
    ),
    "2024年云岭县政府工作报告.txt": (
        "2024年云岭县政府工作报告",
        "一、粮食生产",
        "全年计划种植玉米9600亩，建设高标准农田5万亩。推广水肥一体，落实耕地保护责任，抓好春耕备耕。",
        "二、招商引资",
        "引进企业12家，到位资金20亿元。办好果品产业链招商会，做优营商环境，落实惠企政策。",
    ),
    "2024年松原镇工作汇报.txt": (
        "2024年松原镇工作汇报",
        "一、粮食生产",
        "全镇计划种植玉米700亩、马铃薯450亩。成立抗旱服务队3支，维修机井26眼。",
        "二、道路建设",
        "硬化村组道路12公里，安装路灯180盏。对口帮扶单位援建便民桥一座。",
    ),
}


@pytest.fixture(scope="session")
def encoder() -> HashEncoder:
    return HashEncoder()


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory, encoder: HashEncoder) -> Iterator[StoredIndex]:
    root: Path = tmp_path_factory.mktemp("search")
    corpus = root / "corpus"
    corpus.mkdir()
    for name, lines in REPORTS.items():
        (corpus / name).write_text("\n".join(lines), encoding="utf-8")
    build(Settings(corpus=corpus, index=root / "index", jobs=1), encoder)
    opened = open_index(root / "index")
    yield opened
    opened.close()
