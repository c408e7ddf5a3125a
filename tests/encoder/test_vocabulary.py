"""Which pieces are kept, and that Chinese text is cut as the whole vocabulary cuts it."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from rag.encoder.packed import PackedModel, Vocabulary
from rag.encoder.vocabulary import PASSAGE_PREFIX, QUERY_PREFIX, kept_pieces, make_tokenizer

SENTENCES = (
    "全镇新建高标准农田1.2万亩，粮食总产稳定在3.5亿斤以上。",
    "地区生产总值增长5.5%左右，R&D经费投入强度达到2～3%，GDP总量突破600亿元；",
    "PM2.5平均浓度控制在35微克/立方米以内，“三北”工程完成造林（含封育）８万亩。",
    "①抓项目、②促投资——力争全年开工78个，总投资≥120亿元！",
)


@pytest.fixture(scope="session")
def kept(packed: PackedModel) -> tuple[int, ...]:
    return kept_pieces(packed.vocabulary)


@pytest.fixture(scope="session")
def tokenizer(packed: PackedModel, kept: tuple[int, ...]) -> Tokenizer:
    return make_tokenizer(packed.vocabulary, kept)


@pytest.fixture(scope="session")
def whole(packed: PackedModel) -> Tokenizer:
    return make_tokenizer(packed.vocabulary, range(len(packed.vocabulary.pieces)))


def test_about_a_tenth_of_the_pieces_is_kept(kept: tuple[int, ...]) -> None:
    assert 20_000 < len(kept) < 30_000
    assert list(kept) == sorted(set(kept))


@pytest.mark.parametrize("prefix", [QUERY_PREFIX, PASSAGE_PREFIX])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_chinese_text_is_cut_as_the_whole_vocabulary_cuts_it(
    kept: tuple[int, ...], tokenizer: Tokenizer, whole: Tokenizer, prefix: str, sentence: str
) -> None:
    pieces = [kept[piece] for piece in tokenizer.encode(prefix + sentence).ids]
    assert pieces == whole.encode(prefix + sentence).ids


def test_full_width_digits_are_folded_and_the_wave_is_not(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("增长５～６％").tokens == tokenizer.encode("增长5～6%").tokens
    assert "～" in "".join(tokenizer.encode("5～6").tokens)


def test_another_script_becomes_the_unknown_piece(
    packed: PackedModel, kept: tuple[int, ...], tokenizer: Tokenizer
) -> None:
    assert packed.vocabulary.unknown in [kept[piece] for piece in tokenizer.encode("ประเทศไทย").ids]


def test_a_text_is_framed_and_cut_at_512_tokens(tokenizer: Tokenizer) -> None:
    tokens = tokenizer.encode("粮" * 2000).tokens
    assert len(tokens) == 512
    assert (tokens[0], tokens[-1]) == ("<s>", "</s>")


@pytest.mark.parametrize(
    ("piece", "is_kept"),
    [
        ("粮食", True),
        ("々", True),
        ("2025", True),
        ("《", True),
        ("GDP", True),
        ("km", True),
        ("μ", True),
        ("▁の", False),
        ("한국", False),
        ("▁Россия", False),
        ("١", False),
    ],
)
def test_what_is_kept_is_what_chinese_text_is_written_with(piece: str, is_kept: bool) -> None:
    specials = ("<s>", "<pad>", "</s>", "<unk>", "▁", ":", *"queryassge", *"QUERYPASSAGE")
    vocabulary = Vocabulary((*specials, piece), (0.0,) * (len(specials) + 1), bos=0, eos=2, pad=1, unknown=3)
    assert (len(specials) in kept_pieces(vocabulary)) is is_kept
