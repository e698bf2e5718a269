"""A Parquet file with the nested Arrow schema."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.parquet as pq

from newsextract.arrow import schema, to_batch
from newsextract.batch.sinks.append import sync_folder
from newsextract.errors import OutputError
from newsextract.record import NewsRecord

_GENERATION = b"newsextract.generation"
_GROUP_BYTES = 64 * 1024 * 1024
_COMPRESSION = "zstd"


class ParquetSink:
    """A Parquet file. Its rows are in ``OUTPUT.parts`` while a run goes on.

    A Parquet file can't grow: each checkpoint makes a part, and the end of the run makes one
    file of what was there and the parts. That file says its generation, so that a run killed
    between its appearance and the ledger's knowing of it can tell.

    Raises:
        OutputError: the file can't be written, or isn't the one that an earlier run left.
    """

    pause: ClassVar[float] = 20.0

    def __init__(self, path: Path, position: str | None) -> None:
        self._path = path
        self._parts = path.with_name(f"{path.name}.parts")
        self._waiting: list[pa.RecordBatch] = []
        place = json.loads(position) if position else {"generation": 0, "parts": 0}
        self._generation: int = place["generation"]
        self._count: int = place["parts"]
        if position is None:
            path.unlink(missing_ok=True)
        found = _generation(path)
        if found == self._generation + 1:  # the end was reached, but not told
            self._generation, self._count = found, 0
        elif found != self._generation:
            raise OutputError(
                f"{path} is not the file that an earlier run left; restore it or start anew with "
                "--no-resume"
            )
        self._cut_back()

    @staticmethod
    def encode(records: Sequence[NewsRecord]) -> Any:
        """An Arrow batch, serialized."""
        return to_batch(records).serialize().to_pybytes()

    @staticmethod
    def files(path: Path) -> list[Path]:
        """The file, its parts, and the next file while it is made."""
        return [path, path.with_name(f"{path.name}.parts"), path.with_name(f"{path.name}.next")]

    def write(self, payload: Any) -> None:
        """Take a batch."""
        self._waiting.append(pa.ipc.read_record_batch(pa.py_buffer(payload), schema()))

    def checkpoint(self) -> str:
        """Make a part."""
        if self._waiting:
            table = pa.Table.from_batches(self._waiting)
            self._parts.mkdir(exist_ok=True)
            part = self._part(self._count + 1)
            with part.open("wb") as file:
                pq.write_table(table, file, compression=_COMPRESSION)
                file.flush()
                os.fsync(file.fileno())
            sync_folder(self._parts)
            self._waiting = []
            self._count += 1
        return self._position()

    def finish(self) -> str:
        """Make one file of all."""
        if self._count or not self._generation:
            after = self._generation + 1
            beside = self._path.with_name(f"{self._path.name}.next")
            metadata = {**(schema().metadata or {}), _GENERATION: str(after).encode()}
            with (
                beside.open("wb") as file,
                pq.ParquetWriter(
                    file, schema().with_metadata(metadata), compression=_COMPRESSION
                ) as writer,
            ):
                for group in self._groups():
                    writer.write_table(group.replace_schema_metadata(metadata))
            with beside.open("rb") as written:
                os.fsync(written.fileno())
            beside.replace(self._path)
            sync_folder(self._path.parent)
            self._generation, self._count = after, 0
            self._cut_back()
        return self._position()

    def close(self) -> None:
        """Nothing is held open."""

    def _position(self) -> str:
        return json.dumps({"generation": self._generation, "parts": self._count})

    def _part(self, number: int) -> Path:
        return self._parts / f"part-{number:06}.parquet"

    def _cut_back(self) -> None:
        self._path.with_name(f"{self._path.name}.next").unlink(missing_ok=True)
        if not self._count:
            shutil.rmtree(self._parts, ignore_errors=True)
            return
        known = {self._part(number) for number in range(1, self._count + 1)}
        found = set(self._parts.glob("*"))
        if known - found:
            raise OutputError(
                f"{self._parts} lacks parts that an earlier run left; restore them or start anew "
                "with --no-resume"
            )
        for part in found - known:
            part.unlink()

    def _groups(self) -> Iterator[pa.Table]:
        """All rows: the file's row groups as they are, then those of the parts, joined."""
        if self._generation:
            yield from _row_groups(self._path)
        waiting: list[pa.Table] = []
        for number in range(1, self._count + 1):
            for group in _row_groups(self._part(number)):
                waiting.append(group)
                if sum(table.nbytes for table in waiting) >= _GROUP_BYTES:
                    yield pa.concat_tables(waiting)
                    waiting = []
        if waiting:
            yield pa.concat_tables(waiting)


def _row_groups(path: Path) -> Iterator[pa.Table]:
    with pq.ParquetFile(path) as file:
        for number in range(file.num_row_groups):
            yield file.read_row_group(number).cast(schema())


def _generation(path: Path) -> int:
    """The generation of a file; 0 where there is none."""
    if not path.exists():
        return 0
    try:
        metadata = pq.read_schema(path).metadata or {}
    except (pa.ArrowException, OSError) as error:
        raise OutputError(f"{path}: {error}") from error
    return int(metadata.get(_GENERATION, -1))
