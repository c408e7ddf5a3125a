"""The packed model → an ONNX graph with 8-bit matrix products: token ids of one text in, its unit vector out.

Written node by node, so that making it needs no torch and a second at most. What is done for speed and for quality:

- A run has one text and no padding, so there is no mask, and a text's vector does not depend on its company.
- Matrix products are DynamicQuantizeMatMul: weights in 7 bits, one scale for each output, activations in 8 bits. 7 bits
  and not 8, because processors without VNNI add pairs of products in 16 bits, which would overflow.
- A few activations of this model are a hundred times larger than the rest, which one scale for all would
  drown. Two measures keep them apart, without calibration data: before the first product of the feed-forward part
  each channel is divided by how far its gain in the layer norm exceeds the median gain, and the weights
  multiplied by it (SmoothQuant, arXiv:2211.10438, with the gain in place of measured maxima); before the second, each token
  is divided by its maximum, and its result multiplied by it.
- Query, key and value are one product. Word vectors stay in the 4-bit blocks of the file.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from rag.encoder.packed import BLOCK, ZERO, Floats, PackedModel

INPUT = "ids"
OUTPUT = "vector"

_OPSET = 21
_IR_VERSION = 10
_FUSED = "com.microsoft"
_LARGEST_WEIGHT = 63
# of GELU's values, the lowest is -0.17: a token's largest absolute value is at least this where its maximum is less
_GELU_DEPTH = 0.17


def make_graph(model: PackedModel, kept: Sequence[int]) -> onnx.ModelProto:
    """Input `ids` int64 (1, tokens), at most as many as the model has positions; output `vector` float32 (1, hidden)."""
    graph = _Graph()
    hidden = _embed(graph, model, kept)
    for layer in range(model.shape.layers):
        hidden = _feed_forward(graph, model, f"l{layer}", _attend(graph, model, f"l{layer}", hidden))
    mean = graph.add("ReduceMean", [hidden, graph.numbers("over_tokens", [1])], "mean", keepdims=0)
    graph.add("LpNormalization", [mean], OUTPUT, axis=-1, p=2)
    return graph.finish(model.shape.hidden)


def _embed(graph: _Graph, model: PackedModel, kept: Sequence[int]) -> str:
    shape = model.shape
    words = model.blocks("emb.word", shape.hidden).rows(np.asarray(kept, dtype=np.int64))
    table = graph.nibbles("words", words.steps())
    scales = graph.constant("word_scales", words.scales)
    zeros = graph.nibbles("word_zeros", np.full(words.scales.shape, ZERO, dtype=np.uint8))
    word = graph.add(
        "GatherBlockQuantized",
        [table, INPUT, scales, zeros],
        "word",
        fused=True,
        block_size=BLOCK,
        gather_axis=0,
        quantize_axis=1,
    )
    segment = model.vector("emb.type").reshape(-1, shape.hidden)[0]
    places = graph.constant("places", model.vector("emb.pos").reshape(-1, shape.hidden) + segment)
    length = graph.add("Shape", [INPUT], "length", start=1, end=2)
    first = graph.numbers("first", [0])
    place = graph.add("Slice", [places, first, length, first], "place")
    return _normalise(graph, model, "emb.ln", word, place)


def _attend(graph: _Graph, model: PackedModel, layer: str, hidden: str) -> str:
    names = [f"{layer}.{short}" for short in ("q", "k", "v")]
    weights = np.concatenate([_weights(model, name) for name in names])
    bias = np.concatenate([model.vector(f"{name}.b") for name in names])
    product = graph.product(f"{layer}.qkv", hidden, weights, bias)
    split = graph.add_many("Split", [product], names, axis=2, num_outputs=len(names))
    context = graph.add("MultiHeadAttention", split, f"{layer}.context", fused=True, num_heads=model.shape.heads)
    mixed = graph.product(f"{layer}.ao", context, _weights(model, f"{layer}.ao"), model.vector(f"{layer}.ao.b"))
    return _normalise(graph, model, f"{layer}.aln", hidden, mixed)


def _feed_forward(graph: _Graph, model: PackedModel, layer: str, hidden: str) -> str:
    gain = np.abs(model.vector(f"{layer}.aln.w"))
    excess = np.maximum(gain / np.median(gain), 1).astype(np.float32)
    even = graph.add("Mul", [hidden, graph.constant(f"{layer}.evening", 1 / excess)], f"{layer}.even")
    wide = graph.product(f"{layer}.fi", even, _weights(model, f"{layer}.fi") * excess, model.vector(f"{layer}.fi.b"))
    active = graph.add("Gelu", [wide], f"{layer}.gelu", fused=True)
    peak = graph.add("ReduceMax", [active, graph.numbers("over_channels", [-1])], f"{layer}.peak", keepdims=1)
    floor = graph.constant("gelu_depth", np.asarray(_GELU_DEPTH, dtype=np.float32))
    size = graph.add("Max", [peak, floor], f"{layer}.size")
    unit = graph.add("Div", [active, size], f"{layer}.unit")
    narrow = graph.product(f"{layer}.fo", unit, _weights(model, f"{layer}.fo"))
    sized = graph.add("Mul", [narrow, size], f"{layer}.sized")
    bias = graph.constant(f"{layer}.fo.bias", model.vector(f"{layer}.fo.b"))
    return _normalise(graph, model, f"{layer}.oln", hidden, graph.add("Add", [sized, bias], f"{layer}.out"))


def _normalise(graph: _Graph, model: PackedModel, name: str, hidden: str, more: str) -> str:
    both = graph.add("Add", [hidden, more], f"{name}.sum")
    gain = graph.constant(f"{name}.gain", model.vector(f"{name}.w"))
    offset = graph.constant(f"{name}.offset", model.vector(f"{name}.b"))
    return graph.add("LayerNormalization", [both, gain, offset], name, axis=-1, epsilon=model.shape.epsilon)


def _weights(model: PackedModel, name: str) -> Floats:
    columns = model.shape.inner if name.endswith(".fo") else model.shape.hidden
    return model.blocks(f"{name}.w", columns).weights()


class _Graph:
    """Collects nodes and constants; every method gives back the name of the value it added."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def add(
        self, kind: str, inputs: Sequence[str], output: str, *, fused: bool = False, **settings: int | float
    ) -> str:
        """One node with one output; `fused` where it is ONNX Runtime's own."""
        return self.add_many(kind, inputs, [output], fused=fused, **settings)[0]

    def add_many(
        self, kind: str, inputs: Sequence[str], outputs: list[str], *, fused: bool = False, **settings: int | float
    ) -> list[str]:
        node = helper.make_node(kind, inputs, outputs, name=outputs[0], domain=_FUSED if fused else "")
        node.attribute.extend(helper.make_attribute(key, value) for key, value in settings.items())
        self._nodes.append(node)
        return outputs

    def product(self, name: str, value: str, weights: Floats, bias: Floats | None = None) -> str:
        """`value` times the transpose of `weights` (outputs, inputs), plus `bias`, in 8 bits."""
        scales = np.abs(weights).max(axis=1) / _LARGEST_WEIGHT
        steps = np.rint(weights / scales[:, None]).astype(np.int8)
        inputs = [value, self.constant(f"{name}.steps", steps.T), self.constant(f"{name}.scales", scales)]
        if bias is not None:
            inputs += ["", self.constant(f"{name}.bias", bias)]
        return self.add("DynamicQuantizeMatMul", inputs, f"{name}.product", fused=True)

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def numbers(self, name: str, values: list[int]) -> str:
        return self.constant(name, np.asarray(values, dtype=np.int64))

    def nibbles(self, name: str, values: NDArray[np.uint8]) -> str:
        """Values of 0 to 15 of an even number of columns, two a byte."""
        packed = values.reshape(-1, 2)
        raw = (packed[:, 0] | (packed[:, 1] << 4)).tobytes()
        self._constants[name] = helper.make_tensor(name, TensorProto.UINT4, values.shape, raw, raw=True)
        return name

    def finish(self, hidden: int) -> onnx.ModelProto:
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [helper.make_tensor_value_info(INPUT, TensorProto.INT64, [1, "tokens"])],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, hidden])],
            list(self._constants.values()),
        )
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION, producer_name="zhengwen")
