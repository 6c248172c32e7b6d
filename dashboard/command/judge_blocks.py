"""`scale`: judges a file of any number of blocks, on one core, on several, or on a Dask cluster."""

from __future__ import annotations

import logging
import sys
from argparse import Namespace
from collections import deque
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from time import monotonic
from typing import Final

from distributed import Client, KilledWorker

from dashboard.bounds.verdict import Verdict
from dashboard.scale.run import Done
from dashboard.scale.run import run as computed
from dashboard.values.errors import QuestionError, StoreError
from dashboard.values.message import Message

_GO_ON: Final = Message("give the same command again, and it goes on where it was")
_BAR: Final = 30
_LATELY: Final = 9
"""So many parts tell the speed: a run that goes on would else count what it found done."""
_WIDTH: Final = 100
"""Columns of a terminal that the bar and what stands beside it take at most."""


def run(args: Namespace) -> int:
    """Return 0, 1 where there is a contradiction, 2 where a row could not be read or answered.

    Raises:
        QuestionError: The input is missing or cannot be read, or there is no cluster at the address.
        StoreError: The folder for the answers holds something else, or a process that computed was stopped.
    """
    if not args.input.exists():
        raise QuestionError(
            Message("there is no {0}; name a .csv or .parquet file or a folder of Parquet files", args.input)
        )
    done = Done(read=0)
    progress = Progress()
    with _executor(args.workers, args.cluster) as executor:
        try:
            for done in computed(args.input, args.into, exact=not args.propagate, executor=executor):
                progress.show(done)
        except (BrokenExecutor, CancelledError, KilledWorker) as error:
            raise StoreError(Message("a process was stopped, perhaps for want of memory; {0}", _GO_ON)) from error
        except OSError as error:
            raise StoreError(
                Message("{0} cannot be written: {1}; {2}", args.into, error.strerror or error, _GO_ON)
            ) from error
    sys.stdout.write(_summary(done, args))
    if done.problems:
        return 2
    return 1 if done.verdicts[str(Verdict.CONTRADICTION)] else 0


@dataclass(slots=True)
class Progress:
    """What is told of a run: a bar that is drawn over and over on a terminal, lines elsewhere.

    Attributes:
        seen: When so many rows were done, lately, from which the speed follows.
    """

    seen: deque[tuple[float, int]] = field(default_factory=lambda: deque(maxlen=_LATELY))

    def show(self, done: Done) -> None:
        """Tell how far it is."""
        if not done.of:
            self.seen.clear()
        self.seen.append((monotonic(), done.rows))
        line = self._bar(done) if done.of else f"reading: {done.read:,} rows"
        over = sys.stderr.isatty() and not done.parts == done.of > 0
        sys.stderr.write(f"{line:{_WIDTH}}\r" if over else f"{line}\n")
        sys.stderr.flush()

    def _bar(self, done: Done) -> str:
        filled = "#" * (_BAR * done.parts // done.of)
        (then, before), (now, rows) = self.seen[0], self.seen[-1]
        speed = (rows - before) / max(now - then, 1e-9)
        left = f", {(done.read - done.rows) / speed:,.0f} s left" if speed and done.parts < done.of else ""
        return f"[{filled:.<{_BAR}}] part {done.parts} of {done.of}, {done.rows:,} rows, {speed:,.0f} rows/s{left}"


@contextmanager
def _executor(workers: int, cluster: str | None) -> Iterator[Executor | None]:
    if cluster is not None:
        with _client(cluster) as client:
            yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]
    elif workers > 1:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield pool
    else:
        yield None


@contextmanager
def _client(cluster: str) -> Iterator[Client]:
    logging.disable()  # a lost connection is told once as an error; Dask would log it with every traceback
    try:
        with _connected(cluster) as client:
            yield client
    finally:
        logging.disable(logging.NOTSET)


def _connected(cluster: str) -> Client:
    try:
        return Client(cluster, timeout="5s")  # type: ignore[no-untyped-call]  # it ships no types
    except (OSError, ValueError) as error:
        raise QuestionError(Message('no Dask scheduler answers at "{0}"; write tcp://HOST:PORT', cluster)) from error


def _summary(done: Done, args: Namespace) -> str:
    counts = ", ".join(f"{number:,} {name or 'without a verdict'}" for name, number in sorted(done.verdicts.items()))
    unread = f"; {done.problems:,} could not be read or answered, see the column problem" if done.problems else ""
    return f"{args.into / 'answers'}: {done.rows:,} rows, by the verdict of their block: {counts or 'none'}{unread}\n"
