"""Evidence → one score a passage, and the score → a similarity in [0, 1].

A score is a weighted sum of the passage's own evidence, raised by the best passages of its document: where several
passages of one document speak to a question, the answer is more likely there than in a document with one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple

import numpy as np
from numpy.typing import NDArray

from rag.search.evidence import Evidence, Matrix

Scores = NDArray[np.float64]

# Fitted as a conditional logit (which of the proposed passages holds the answer?) on questions of DRCD and CMRC, over
# whole paragraphs and over passages of them, and on questions about work reports, each of these counting alike.
WEIGHTS = Evidence(meaning=1.12, words=3.2, sentence=3.05, pairs=2.6, sentence_pairs=2.75, number=1.1, length=0.85)
DOCUMENT_WEIGHT = 0.48
BEST_OF_DOCUMENT = 2

# Fitted by logistic regression on the first five hits of the same questions, with the answering passages in the index
# and again with them taken out.
SLOPE = 0.333
INTERCEPT = -6.51


def fuse(evidence: Matrix, docs: Sequence[str]) -> Scores:
    """The score of each passage from its row of evidence (see `gather`); `docs` says which document each is of."""
    own = evidence @ np.array(astuple(WEIGHTS))
    of_doc: defaultdict[str, list[float]] = defaultdict(list)
    for doc, score in zip(docs, own, strict=True):
        of_doc[doc].append(float(score))
    means = {doc: float(np.mean(sorted(scores)[-BEST_OF_DOCUMENT:])) for doc, scores in of_doc.items()}
    scores: Scores = own + DOCUMENT_WEIGHT * np.array([means[doc] for doc in docs])
    return scores


def similarity(score: float) -> float:
    """The share of passages of this score that hold the answer."""
    return 1.0 / (1.0 + math.exp(-(SLOPE * score + INTERCEPT)))
