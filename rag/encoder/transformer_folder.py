"""The packed model → a folder that plain SentenceTransformer(folder) loads, in float32.

Written without torch or transformers: their files are a table of named tensors and a few settings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from rag.encoder.packed import Floats, PackedModel
from rag.encoder.vocabulary import MOST_TOKENS, PASSAGE_PREFIX, QUERY_PREFIX

# a layer's matrices and layer norms: the packed file's name, transformers' name
_MATRICES = (
    ("q", "attention.self.query"),
    ("k", "attention.self.key"),
    ("v", "attention.self.value"),
    ("ao", "attention.output.dense"),
    ("fi", "intermediate.dense"),
    ("fo", "output.dense"),
)
_NORMS = (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm"))

_MODULES = (
    ("", "sentence_transformers.models.Transformer"),
    ("1_Pooling", "sentence_transformers.models.Pooling"),
    ("2_Normalize", "sentence_transformers.models.Normalize"),
)


def write_transformer(folder: Path, model: PackedModel, kept: Sequence[int]) -> None:
    """Weights and settings of the model with the pieces `kept`; the folder has its tokenizer.json already."""
    save_file(dict(_tensors(model, kept)), folder / "model.safetensors", metadata={"format": "pt"})
    _write(folder / "config.json", _config(model, kept))
    _write(folder / "tokenizer_config.json", _tokenizer_config(model))
    _write(folder / "sentence_bert_config.json", {"max_seq_length": MOST_TOKENS, "do_lower_case": False})
    _write(
        folder / "modules.json",
        [{"idx": i, "name": str(i), "path": path, "type": kind} for i, (path, kind) in enumerate(_MODULES)],
    )
    _write(
        folder / "1_Pooling" / "config.json",
        {"word_embedding_dimension": model.shape.hidden, "pooling_mode_mean_tokens": True, "include_prompt": True},
    )
    _write(
        folder / "config_sentence_transformers.json",
        {
            "prompts": {"query": QUERY_PREFIX, "document": PASSAGE_PREFIX, "passage": PASSAGE_PREFIX},
            "similarity_fn_name": "cosine",
        },
    )


def _tensors(model: PackedModel, kept: Sequence[int]) -> Iterator[tuple[str, Floats]]:
    hidden = model.shape.hidden
    words = model.blocks("emb.word", hidden).rows(np.asarray(kept, dtype=np.int64))
    yield "embeddings.word_embeddings.weight", words.weights()
    yield "embeddings.position_embeddings.weight", model.vector("emb.pos").reshape(-1, hidden)
    yield "embeddings.token_type_embeddings.weight", model.vector("emb.type").reshape(-1, hidden)
    yield "embeddings.LayerNorm.weight", model.vector("emb.ln.w")
    yield "embeddings.LayerNorm.bias", model.vector("emb.ln.b")
    # mean pooling has no use for it, but BertModel warns where it is missing
    yield "pooler.dense.weight", np.zeros((hidden, hidden), dtype=np.float32)
    yield "pooler.dense.bias", np.zeros(hidden, dtype=np.float32)
    for layer in range(model.shape.layers):
        packed, named = f"l{layer}", f"encoder.layer.{layer}"
        for short, long in _MATRICES:
            columns = model.shape.inner if short == "fo" else hidden
            yield f"{named}.{long}.weight", model.blocks(f"{packed}.{short}.w", columns).weights()
            yield f"{named}.{long}.bias", model.vector(f"{packed}.{short}.b")
        for short, long in _NORMS:
            yield f"{named}.{long}.weight", model.vector(f"{packed}.{short}.w")
            yield f"{named}.{long}.bias", model.vector(f"{packed}.{short}.b")


def _config(model: PackedModel, kept: Sequence[int]) -> dict[str, object]:
    shape = model.shape
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": "float32",
        "hidden_act": "gelu",
        "hidden_size": shape.hidden,
        "intermediate_size": shape.inner,
        "layer_norm_eps": shape.epsilon,
        "max_position_embeddings": shape.positions,
        "num_attention_heads": shape.heads,
        "num_hidden_layers": shape.layers,
        "pad_token_id": kept.index(model.vocabulary.pad),
        "type_vocab_size": shape.segments,
        "vocab_size": len(kept),
    }


def _tokenizer_config(model: PackedModel) -> dict[str, object]:
    vocabulary = model.vocabulary
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": MOST_TOKENS,
        "bos_token": vocabulary.pieces[vocabulary.bos],
        "eos_token": vocabulary.pieces[vocabulary.eos],
        "pad_token": vocabulary.pieces[vocabulary.pad],
        "unk_token": vocabulary.pieces[vocabulary.unknown],
    }


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")
