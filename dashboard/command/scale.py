"""`scale`: judges a file of any number of blocks, on one core, on several, or on a Dask cluster."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from time import monotonic

from distributed import Client

from dashboard.errors import QuestionError
from dashboard.scale.run import Done
from dashboard.scale.run import run as computed
from dashboard.verdict import Verdict


def run(said: Namespace) -> int:
    """Return 0, 1 where there is a contradiction, 2 where a row could not be read or answered.

    Raises:
        QuestionError: The input is missing or cannot be read, or there is no cluster at the address.
        StoreError: The folder for the answers holds something else.
    """
    if not said.input.exists():
        raise QuestionError(f"there is no {said.input}; name a .csv or .parquet file or a folder of Parquet files")
    begun = monotonic()
    done = Done(0, 0)
    with _executor(said.workers, said.cluster) as executor:
        for done in computed(said.input, said.into, exact=not said.propagate, executor=executor):
            _tell(done, monotonic() - begun)
    sys.stdout.write(_summary(done, said))
    if done.problems:
        return 2
    return 1 if done.verdicts[str(Verdict.CONTRADICTION)] else 0


@contextmanager
def _executor(workers: int, cluster: str | None) -> Iterator[Executor | None]:
    if cluster is not None:
        try:
            client = Client(cluster, timeout="5s")  # type: ignore[no-untyped-call]  # it ships no types
        except (OSError, ValueError) as error:
            raise QuestionError(f'no Dask scheduler answers at "{cluster}"; write tcp://HOST:PORT') from error
        with client:
            yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]
    elif workers > 1:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield pool
    else:
        yield None


def _tell(done: Done, seconds: float) -> None:
    end = "\n" if done.parts == done.of or not sys.stderr.isatty() else "\r"
    speed = done.rows / max(seconds, 1e-9)
    sys.stderr.write(f"part {done.parts} of {done.of}, {done.rows:,} rows, {speed:,.0f} rows/s{end}")


def _summary(done: Done, said: Namespace) -> str:
    counts = ", ".join(f"{number:,} {name or 'without a verdict'}" for name, number in sorted(done.verdicts.items()))
    unread = f"; {done.problems:,} could not be read or answered, see the column problem" if done.problems else ""
    return f"{said.into / 'answers'}: {done.rows:,} rows, by the verdict of their block: {counts or 'none'}{unread}\n"
