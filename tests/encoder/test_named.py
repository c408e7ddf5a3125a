"""Any sentence-transformers model by name or folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Regex, Tokenizer, models, pre_tokenizers

from rag.encoder import load_encoder
from rag.encoder.named import family_prefixes, load_named
from rag.encoder.onnx_encoder import OnnxEncoder
from rag.errors import EncoderError

TEXTS = ("今年新建农村公路120公里。", "粮食总产达到2.4万吨。")


def small_model(folder: Path) -> Path:
    """A model of another kind: each of four characters has its own direction, stored in float16."""
    words = Tokenizer(models.WordLevel({"[UNK]": 0, "玉": 1, "米": 2, "路": 3}, unk_token="[UNK]"))
    words.pre_tokenizer = pre_tokenizers.Split(Regex("."), "isolated")
    directions = np.array([[0, 0, 0], [1, 0, 0], [0, 2, 0], [0, 0, 3]], dtype=np.float16)
    SentenceTransformer(modules=[StaticEmbedding(words, embedding_weights=directions)], device="cpu").save(str(folder))
    return folder


@pytest.mark.parametrize(
    ("name", "query", "passage"),
    [
        ("intfloat/multilingual-e5-small", "query: ", "passage: "),
        ("/models/e5-base-v2", "query: ", "passage: "),
        ("BAAI/bge-small-zh-v1.5", "为这个句子生成表示以用于检索相关文章：", ""),
        ("BAAI/bge-m3", "", ""),
        ("moka-ai/m3e-base", "", ""),
        ("intfloat/multilingual-e5-large-instruct", "Instruct: 给出一个问题，检索能回答它的段落\nQuery: ", ""),
        ("someone/e5-small/tuned", "", ""),
    ],
)
def test_a_family_has_the_prefixes_of_its_model_card(name: str, query: str, passage: str) -> None:
    prefixes = family_prefixes(name)
    assert (prefixes.query, prefixes.passage) == (query, passage)


def test_the_unpacked_folder_by_name_uses_the_prompts_that_it_carries(
    unpacked_folder: Path, bundled: OnnxEncoder
) -> None:
    encoder = load_encoder(str(unpacked_folder))
    assert encoder.dimension == 384
    assert (encoder.encode_passages(TEXTS) * bundled.encode_passages(TEXTS)).sum(axis=1).min() > 0.998
    assert (encoder.encode_queries(TEXTS) * bundled.encode_queries(TEXTS)).sum(axis=1).min() > 0.998


def test_a_model_without_prompts_gets_those_of_its_family(unpacked_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "my-e5-small"
    shutil.copytree(unpacked_folder, folder, copy_function=_link)
    (folder / "config_sentence_transformers.json").unlink()
    bare, carrying = load_named(str(folder)), load_named(str(unpacked_folder))
    assert np.allclose(bare.encode_queries(TEXTS), carrying.encode_queries(TEXTS), atol=1e-6)
    assert np.allclose(bare.encode_passages(TEXTS), carrying.encode_passages(TEXTS), atol=1e-6)


def test_a_model_of_another_kind_in_half_precision_gives_float32_rows_of_length_one(tmp_path: Path) -> None:
    encoder = load_named(str(small_model(tmp_path / "characters")))
    rows = encoder.encode_passages(["玉米", "路路"])
    assert (encoder.dimension, rows.dtype) == (3, np.float32)
    assert np.allclose(rows, [[0.447214, 0.894427, 0], [0, 0, 1]], atol=1e-5)
    assert encoder.encode_queries([]).shape == (0, 3)


def test_the_name_changes_with_the_content_and_not_with_the_place(tmp_path: Path) -> None:
    here = small_model(tmp_path / "here" / "characters")
    there = shutil.copytree(here, tmp_path / "there" / "characters")
    assert load_named(str(here)).name == load_named(str(there)).name
    (there / "README.md").write_text("another model card", encoding="utf-8")
    assert load_named(str(here)).name == load_named(str(there)).name
    (there / "tokenizer.json").write_bytes((there / "tokenizer.json").read_bytes() + b" ")
    assert load_named(str(here)).name != load_named(str(there)).name


@pytest.mark.parametrize("name", ["no model of this name", "../nowhere", "/nowhere/at/all"])
def test_a_name_that_can_be_no_model_is_refused_with_the_remedy(name: str) -> None:
    with pytest.raises(EncoderError, match=r"无法加载.*bundled"):
        load_encoder(name)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"无法加载.*bundled"):
        load_encoder(str(tmp_path))


def test_truncated_weights_are_refused(tmp_path: Path) -> None:
    weights = small_model(tmp_path / "characters") / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-8])
    with pytest.raises(EncoderError, match=r"characters 无法加载"):
        load_encoder(str(weights.parent))


def test_broken_settings_of_a_model_are_refused(tmp_path: Path) -> None:
    modules = small_model(tmp_path / "characters") / "modules.json"
    modules.write_text(json.dumps([{"idx": 0, "name": "0", "path": "", "type": "no.such.module"}]), encoding="utf-8")
    with pytest.raises(EncoderError, match=r"characters 无法加载"):
        load_encoder(str(modules.parent))


def _link(source: str, target: str) -> None:
    Path(target).symlink_to(source)
