"""`scale` on the command line: killed and taken up again, on a cluster of real processes, its bar, its refusals."""

from __future__ import annotations

import os
import pty
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE, CompletedProcess, Popen, run

import pyarrow as pa
import pyarrow.csv as pacsv
import pytest

from dashboard.cli import main
from dashboard.scale.batch import ROW
from dashboard.scale.run import run as computed
from tests.many_blocks import blocks, table

COMMAND = [sys.executable, "-m", "dashboard", "scale"]
DASK = [sys.executable, "-m", "dask"]
LOCAL = ["--host", "127.0.0.1", "--no-dashboard"]


def scale(*arguments: str | Path) -> CompletedProcess[str]:
    return run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False)


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((folder / "answers").iterdir())}


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of six parts."""
    made = table(blocks(300, 10, slips=0.01, mixed=False)).drop([ROW])
    many = [made.set_column(0, "source", [[f"{name}-{n}" for name in made["source"].to_pylist()]]) for n in range(20)]
    path = tmp_path_factory.mktemp("rows") / "rows.csv"
    pacsv.write_csv(pa.concat_tables(many), path)
    return path


@pytest.fixture(scope="module")
def whole(rows: Path) -> dict[str, bytes]:
    """Return the answers of a run that nobody stops."""
    for _ in computed(rows, rows.parent / "whole"):
        pass
    return files(rows.parent / "whole")


def test_a_run_that_is_killed_goes_on_in_two_processes_to_the_same_bytes(
    tmp_path: Path, rows: Path, whole: dict[str, bytes]
) -> None:
    with Popen([*COMMAND, rows, "--into", tmp_path], stderr=PIPE, text=True) as killed:
        assert killed.stderr is not None
        for line in killed.stderr:
            if "part 1 of" in line:
                break
        killed.kill()
    stopped = {name: bytes_ for name, bytes_ in files(tmp_path).items() if name.endswith(".parquet")}
    assert 1 <= len(stopped) < len(whole)
    when = {name: (tmp_path / "answers" / name).stat().st_mtime_ns for name in stopped}
    again = scale(rows, "--into", tmp_path, "--workers", "2")
    assert again.returncode == 1, again.stderr
    assert "36,000 rows" in again.stdout
    assert {name: data for name, data in files(tmp_path).items() if name.endswith(".parquet")} == whole
    assert {name: (tmp_path / "answers" / name).stat().st_mtime_ns for name in stopped} == when


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, Popen[str]]]:
    """Start a scheduler and two workers as an administrator does; return its address and the scheduler."""
    with Popen([*DASK, "scheduler", *LOCAL, "--port", "0"], stderr=PIPE, text=True) as scheduler:
        assert scheduler.stderr is not None
        address = next(line.split()[-1] for line in scheduler.stderr if "Scheduler at:" in line)
        command = [*DASK, "worker", address, *LOCAL, "--nworkers", "2", "--nthreads", "1"]
        with Popen([*command, "--local-directory", tmp_path / "dask"], stderr=PIPE, text=True) as workers:
            yield address, scheduler
            workers.terminate()
            workers.communicate()
        scheduler.kill()
        scheduler.communicate()


def test_a_dask_cluster_gives_the_same_bytes_and_keeps_what_is_done_when_it_goes(
    tmp_path: Path, rows: Path, whole: dict[str, bytes], cluster: tuple[str, Popen[str]]
) -> None:
    address, scheduler = cluster
    said = scale(rows, "--into", tmp_path / "into", "--cluster", address)
    assert said.returncode == 1, said.stderr
    assert files(tmp_path / "into") == whole
    command = [*COMMAND, str(rows), "--into", str(tmp_path / "cut"), "--cluster", address]
    with Popen(command, stdout=PIPE, stderr=PIPE, text=True) as cut:
        assert cut.stderr is not None
        next(line for line in cut.stderr if "part 1 of" in line)
        scheduler.kill()
        _, told = cut.communicate()
    assert cut.returncode == 2
    assert told.splitlines()[-1] == (
        "trade-dashboard scale: a process was stopped, perhaps for want of memory; "
        "give the same command again, and it goes on where it was"
    )
    done = {name: data for name, data in files(tmp_path / "cut").items() if name.endswith(".parquet")}
    assert done
    assert done.items() <= whole.items()


def test_a_terminal_sees_one_line_that_is_drawn_over(tmp_path: Path, rows: Path) -> None:
    ours, theirs = pty.openpty()
    with Popen([*COMMAND, rows, "--into", tmp_path / "into"], stdout=PIPE, stderr=theirs):
        os.close(theirs)
        drawn = b""
        try:
            while some := os.read(ours, 65536):
                drawn += some
        except OSError:  # the other end of a terminal was closed
            os.close(ours)
    lines = drawn.decode().split("\r\n")
    assert lines[1:] == [""]
    shown = [one.rstrip() for one in lines[0].split("\r")]
    assert shown[0] == "reading: 36,000 rows"
    assert shown[1].startswith("[#####.........................] part 1 of 6, ")
    assert shown[-1].startswith("[##############################] part 6 of 6, 36,000 rows, ")


def test_without_the_extra_the_command_says_what_to_install() -> None:
    without = "import sys; sys.modules['pyarrow'] = None; from dashboard.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", without, "scale", "x.csv", "--into", "y"]
    said = run(command, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == 'trade-dashboard scale: needs pyarrow; pip install "trade-dashboard[scale]"\n'


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("{rows}", "--cluster", "nowhere"), 'no Dask scheduler answers at "nowhere"; write tcp://HOST:PORT'),
        (("no.csv",), "there is no no.csv; name a .csv or .parquet file or a folder of Parquet files"),
    ],
)
def test_what_cannot_be_done_says_what_can(
    tmp_path: Path, rows: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], why: str
) -> None:
    told = [argument.format(rows=rows) for argument in arguments]
    assert main(["scale", *told, "--into", str(tmp_path / "into")]) == 2
    assert capsys.readouterr() == ("", f"trade-dashboard scale: {why}\n")
