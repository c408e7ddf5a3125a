"""The packed model's vocabulary → the pieces worth keeping, and a tokenizer of them.

Of 250,002 pieces for a hundred languages, Chinese government text uses those of Chinese characters, digits, signs and
a few Latin ones. A text made of kept pieces is cut as the full vocabulary cuts it; another language's word
falls into letters or the unknown piece.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from rag.encoder.packed import Vocabulary

QUERY_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "
MOST_TOKENS = 512

_SPACE = "▁"
_COMMON_WORDS = 2000
_WAVE, _STAND_IN = "～", "\ue000"

_HAN = re.compile("[々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# an abbreviation as reports write it: GDP, PPP, LED, WIFI
_ABBREVIATION = re.compile("[A-Z]{3,4}")
_LATIN_WORD = re.compile("[A-Za-z]{3,}")
# α粒子, μg: one letter of Latin or Greek
_LETTER = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff]")

# blocks whose digits, punctuation and symbols belong to no other script
_SIGNS = (
    (0x0021, 0x00BF),  # % & · °
    (0x00D7, 0x00F7),  # × ÷
    (0x2010, 0x2BFF),  # — “ ” … ‰ ℃ Ⅲ → ≥ ① ■ ★
    (0x3000, 0x303F),  # 、 。 《 》 【 】
    (0x3200, 0x33FF),  # ㈠ ㎡
    (0xFE30, 0xFFEF),  # ︵ ～
    (0x1F300, 0x1FAFF),  # emoji
)


def kept_pieces(vocabulary: Vocabulary) -> tuple[int, ...]:
    """Ids of the pieces to keep, ascending; those that the two prefixes are cut into are among them."""
    kept = {vocabulary.bos, vocabulary.eos, vocabulary.pad, vocabulary.unknown}
    kept.update(_chinese_and_signs(vocabulary.pieces))
    kept.update(_common_words(vocabulary.pieces))
    whole = _unigram(vocabulary, range(len(vocabulary.pieces)))
    for prefix in (QUERY_PREFIX, PASSAGE_PREFIX):
        kept.update(whole.encode(prefix, add_special_tokens=False).ids)
    return tuple(sorted(kept))


def make_tokenizer(vocabulary: Vocabulary, kept: Sequence[int]) -> Tokenizer:
    """A tokenizer whose id n is the piece kept[n]; frames a text in <s> and </s> and cuts it at 512 tokens."""
    tokenizer = _unigram(vocabulary, kept)
    bos, eos = vocabulary.pieces[vocabulary.bos], vocabulary.pieces[vocabulary.eos]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} $B {eos}",
        special_tokens=[(bos, kept.index(vocabulary.bos)), (eos, kept.index(vocabulary.eos))],
    )
    tokenizer.enable_truncation(MOST_TOKENS)
    return tokenizer


def _unigram(vocabulary: Vocabulary, kept: Sequence[int]) -> Tokenizer:
    pieces = [(vocabulary.pieces[piece], vocabulary.scores[piece]) for piece in kept]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=kept.index(vocabulary.unknown), byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            # the model was trained with this one full-width sign left as it is
            normalizers.Replace(_WAVE, _STAND_IN),
            normalizers.Nmt(),
            normalizers.NFKC(),
            normalizers.Replace(_STAND_IN, _WAVE),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=_SPACE, prepend_scheme="always", split=False)
    return tokenizer


def _chinese_and_signs(pieces: Sequence[str]) -> Iterator[int]:
    for piece, text in enumerate(pieces):
        body = text.replace(_SPACE, "")
        if all(_HAN.match(character) or _is_sign(character) for character in body):
            yield piece


def _common_words(pieces: Sequence[str]) -> Iterator[int]:
    """Pieces stand in the order of their probability, so the first Latin words are the commonest."""
    words = 0
    for piece, text in enumerate(pieces):
        body = text.replace(_SPACE, "")
        if _LETTER.fullmatch(body) or _ABBREVIATION.fullmatch(body) or (body.isascii() and len(body) == 2):
            yield piece
        elif words < _COMMON_WORDS and _LATIN_WORD.fullmatch(body):
            words += 1
            yield piece


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PSN" and any(
        first <= ord(character) <= last for first, last in _SIGNS
    )
