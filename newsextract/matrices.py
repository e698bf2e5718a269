"""Matrix products of the language model, by the fastest library at hand.

Thinc, on which spaCy stands, multiplies by BLIS. NumPy's OpenBLAS is about three times as
fast on current x86 processors (measured by ``python -m benchmarks.matrices``), and matrix
products are most of what a parse costs.
"""

from __future__ import annotations

from typing import Any

import numpy
from thinc.api import NumpyOps

_SMALL = 1_000_000
"""OpenBLAS has other kernels for products of at most 100**3 multiplications, which round
differently (OpenBLAS, ``interface/gemm.c`` and the ``small_matrix_permit`` kernels). An
article must read the same alone and in a batch, so no product may be that small."""
_MOST_ROWS = 512
"""Products that would need more rows of padding than this stay with BLIS."""


class FastOps(NumpyOps):  # type: ignore[misc]  # thinc is not typed
    """Thinc's NumPy operations with NumPy's own matrix product, the same row by row.

    Each row of a product depends on that row of `x` alone, to the last bit, however many
    rows there are.
    """

    def gemm(
        self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:
        """The product of two float32 matrices, shapes (n, k) and (k, m), as (n, m)."""
        rows = _SMALL // y.size + 1 if y.size else _MOST_ROWS + 1
        if trans1 or out is not None or rows > _MOST_ROWS:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        right = y.T if trans2 else y
        if len(x) >= rows:
            return numpy.dot(x, right)
        padded = numpy.zeros((rows, x.shape[1]), dtype=x.dtype)
        padded[: len(x)] = x
        return numpy.dot(padded, right)[: len(x)]


def is_row_stable(ops: NumpyOps) -> bool:
    """Does each row of a product come out the same among few rows and among many?

    A check of the installed libraries, on the shapes of the default model.
    """
    numbers = numpy.random.default_rng(0)
    for inner, outer in ((288, 288), (96, 64), (480, 288)):
        x = numbers.standard_normal((300, inner), dtype=numpy.float32)
        y = numbers.standard_normal((outer, inner), dtype=numpy.float32)
        full = ops.gemm(x, y, trans2=True)
        for start, end in ((0, 1), (3, 20), (1, 258)):
            part = ops.gemm(x[start:end], y, trans2=True)
            if not numpy.array_equal(part, full[start:end]):
                return False
    return True


def use_fast_products(pipes: list[tuple[str, Any]]) -> None:
    """Let the models of a spaCy pipeline (its `pipeline`) multiply by `FastOps`.

    Nothing changes where the installed libraries' products depend on the number of rows.
    Models that run on another device, or on another framework, are left alone.
    """
    ops = FastOps()
    if not is_row_stable(ops):
        return
    for _, pipe in pipes:
        model = getattr(pipe, "model", None)
        if model is None:
            continue
        for node in model.walk():
            if type(node.ops) is NumpyOps:
                node.ops = ops
