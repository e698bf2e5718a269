"""How fast the language model's matrix products are, by library.

python -m benchmarks.matrices
"""

from __future__ import annotations

import time

import numpy
from thinc.api import NumpyOps

from newsextract.matrices import FastOps, is_row_stable

ROWS, INNER, OUTER = 2000, 288, 288
TIMES = 50


def rate(ops: NumpyOps) -> float:
    """Billions of floating point operations a second on one shape of the default model."""
    x = numpy.ones((ROWS, INNER), dtype=numpy.float32)
    y = numpy.ones((OUTER, INNER), dtype=numpy.float32)
    ops.gemm(x, y, trans2=True)
    start = time.perf_counter()
    for _ in range(TIMES):
        ops.gemm(x, y, trans2=True)
    return 2 * ROWS * INNER * OUTER * TIMES / (time.perf_counter() - start) / 1e9


def main() -> None:
    for label, ops in (("BLIS (thinc's default)", NumpyOps()), ("NumPy's", FastOps())):
        print(f"{label:24} {rate(ops):6.1f} GFLOP/s, same row by row: {is_row_stable(ops)}")


if __name__ == "__main__":
    main()
