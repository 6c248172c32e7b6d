"""How many blocks of three levels and three growth rates are answered in a second, and in how much memory.

    python -m benchmarks.scale                      ten thousand, a hundred thousand and a million blocks
    python -m benchmarks.scale --blocks 10000 --rows 100000

Blocks are drawn from a truth and rounded; one in a thousand has a slip. "Arrays alone" is the propagation of numbers
that are in memory already; the lines of the table read Parquet files, write Parquet files, and check every row on the
way, on a Dask cluster of this machine. "Exact" has a proved bound at both ends of every row, the margin and the
verdict. Last, the command reads one CSV file of ten million rows in a process of its own.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
from distributed import Client, LocalCluster

from dashboard.scale.batch import ROW, TOGETHER
from dashboard.scale.cells import cells
from dashboard.scale.groups import sort
from dashboard.scale.program import Programs
from dashboard.scale.propagation import propagate
from dashboard.scale.run import run
from dashboard.scale.shape import Shape
from dashboard.scale.single import observations
from tests.many_blocks import SIX

FILE = 50_000
"""Blocks in one file of the input."""


def main() -> None:
    """Print a table."""
    parser = ArgumentParser()
    parser.add_argument("--blocks", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--rows", type=int, default=10_000_000, help="of the CSV file")
    said = parser.parse_args()
    print(f"arrays alone, propagated: {_arrays():,.0f} blocks/s on one core")
    print("   blocks work       workers  seconds  blocks/s     rows/s  peak MB of a worker")
    for count in said.blocks:
        with TemporaryDirectory() as folder:
            _write(Path(folder) / "rows", count)
            for exact in (False, True):
                for workers in (1, 2):
                    _line(Path(folder), count, exact=exact, workers=workers)
    with TemporaryDirectory() as folder:
        _file(Path(folder), said.rows // len(SIX))


def _file(folder: Path, count: int) -> None:
    random = np.random.default_rng(count)
    with (folder / "rows.csv").open("wb") as file:
        for begin in range(0, count, FILE):
            table = _rows(begin, min(FILE, count - begin), random).drop([ROW])
            pacsv.write_csv(table, file, pacsv.WriteOptions(include_header=begin == 0, quoting_style="none"))
    size = (folder / "rows.csv").stat().st_size / 1e6
    begun = perf_counter()
    command = [sys.executable, "-m", "dashboard", "scale", folder / "rows.csv", "--into", folder / "into"]
    with Popen([*command, "--propagate"], stdout=DEVNULL, stderr=DEVNULL) as process:
        _, _, used = os.wait4(process.pid, 0)
        seconds = perf_counter() - begun
        process.returncode = 0
    rows = count * len(SIX)
    print(f"the command propagates a CSV file of {rows:,} rows, {size:,.0f} MB, in {seconds:.1f} s,", end=" ")
    print(f"{rows / seconds:,.0f} rows/s, with {used.ru_maxrss / 1024:,.0f} MB at most")


def _line(folder: Path, count: int, *, exact: bool, workers: int) -> None:
    with _cluster(workers) as client:
        begun = perf_counter()
        executor = client.get_executor(pure=False)
        into = folder / f"{exact}-{workers}"
        rows = [done.rows for done in run(folder / "rows", into, exact=exact, executor=executor)][-1]
        seconds = perf_counter() - begun
        peak = max(client.run(_peak).values())
    work = "exact" if exact else "propagated"
    speeds = f"{count / seconds:9,.0f} {rows / seconds:10,.0f}"
    print(f"{count:9,} {work:10} {workers:7} {seconds:8.1f} {speeds} {peak:20,.0f}", flush=True)


@contextmanager
def _cluster(workers: int) -> Iterator[Client]:
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster,
        Client(cluster) as client,
    ):
        yield client


def _peak() -> float:
    status = Path("/proc/self/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")) / 1024


def _arrays() -> float:
    table = _rows(0, 4 * TOGETHER, np.random.default_rng(1))
    (group, *_) = sort(cells(table)).groups
    first = observations(table.take(group.rows[0]).to_pylist(), {})
    program = Programs(Shape.of(first), group.printed)
    times = []
    for _ in range(9):
        begun = perf_counter()
        propagate(program)
        times.append(perf_counter() - begun)
    return len(group.rows) / sorted(times)[len(times) // 2]


def _write(folder: Path, count: int) -> None:
    folder.mkdir()
    random = np.random.default_rng(count)
    for begin in range(0, count, FILE):
        table = _rows(begin, min(FILE, count - begin), random)
        pq.write_table(table.drop([ROW]), folder / f"{begin:09}.parquet")


def _rows(begin: int, count: int, random: np.random.Generator) -> pa.Table:
    exports, imports = random.uniform(1, 50, count), random.uniform(1, 50, count)
    growth, rise = random.uniform(-0.3, 0.5, count), random.uniform(-0.3, 0.5, count)
    before = exports / (1 + growth) + imports / (1 + rise)
    turnover = (exports + imports) / before - 1
    numbers = np.stack([exports, imports, exports + imports, 100 * growth, 100 * rise, 100 * turnover], axis=1)
    numbers[random.random(count) < 0.001, 2] += 3
    source = np.repeat(np.char.add("s", np.arange(begin, begin + count).astype(str)), len(SIX))
    flows, periods, measures = (list(column) * count for column in zip(*SIX, strict=True))
    units = ["%" if measure == "growth" else "USD bn" for measure in measures]
    return pa.table(
        {ROW: np.arange(len(source)), "source": source, "reporter": ["RUS"] * len(source),
         "partner": ["BLR"] * len(source), "flow": flows, "period": periods, "measure": measures,
         "value": np.char.mod("%.1f", numbers).ravel(), "unit": units, "step": ["0.1"] * len(source)}
    )  # fmt: skip


if __name__ == "__main__":
    main()
