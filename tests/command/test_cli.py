"""The program as a whole: how it starts and ends, wrong arguments, broken data, what its help shows."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import webbrowser
from pathlib import Path

import pytest

from dashboard import __version__
from dashboard.cli import BROKEN_PIPE, main
from dashboard.command import guide, serve_page
from tests.asked import DATA, ROOT, Capture, answer, folder


def test_problems_of_the_data_end_in_2(tmp_path: Path, capsys: Capture) -> None:
    place = folder(tmp_path, "a,RUS,BLR,export,2020,level,17.2,USD bn,0.1\nx,RUS,BLR,exports,2020,level,1,USD bn,0.1\n")
    assert main(["check", "--data", str(place)]) == 2
    error = capsys.readouterr().err
    assert "trade-dashboard check: observations.csv line 2, column flow" in error
    assert 'observations.csv line 3, column source: "x" is no id in sources.csv' in error
    for command in (["check"], ["bounds", "exports", "2020"]):
        code, found = answer(capsys, *command, "--data", str(place))
        assert code == 2
        assert [(one["file"], one["line"], one["column"], one["found"]) for one in found["problems"]] == [
            ("observations.csv", 2, "flow", "export"),
            ("observations.csv", 3, "source", "x"),
        ]


def test_a_folder_that_is_not_there_ends_in_2(tmp_path: Path, capsys: Capture) -> None:
    nowhere = str(tmp_path / "nowhere")
    assert main(["check", "--data", nowhere]) == 2
    assert "there is no such folder" in capsys.readouterr().err
    code, found = answer(capsys, "check", "--data", nowhere)
    assert (code, found["problems"][0]["line"]) == (2, None)
    assert "there is no such folder" in found["problems"][0]["message"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("bounds", "export", "2020"), r'argument FLOW: "export" is none of turnover, exports, imports, balance'),
        (("bounds", "exports", "2022-13"), r'argument PERIOD: "2022-13" has a month 13; months are 01 to 12'),
        (("bounds", "exports", "2022", "--measure", "rate"), r'argument --measure: "rate" is none of level, growth'),
        (("check", "--as-of", "2022-13"), r'argument --as-of: "2022-13" is not in the calendar; write 2023-01-17'),
        (("check", "--as-of", ""), r'argument --as-of: "" is not a date; write 2023-01-17, 2023-01 or 2023'),
        (("check", "--format", "xml"), r"argument --format: invalid choice: 'xml' \(choose from '?text'?"),
        (("init", "x", "--reporter", "RU"), r'argument --reporter: "RU" is not a code of three letters; write RUS'),
        (("export", "x.csv", "--language", "de"), r'argument --language: "de" is none of en, ru, be'),
        ((), r"the following arguments are required: COMMAND"),
    ],
)
def test_a_wrong_argument_is_told_what_is_allowed(capsys: Capture, arguments: tuple[str, ...], message: str) -> None:
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("usage: trade-dashboard")
    assert re.search(message, error)


@pytest.mark.parametrize("asked", [("--format", "json"), ("--format=json",)])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("bounds", "export", "2020"), 'trade-dashboard bounds: error: argument FLOW: "export" is none of turnover, e'),
        (("check", "--as-off", "2020"), "trade-dashboard: error: unrecognized arguments: --as-off 2020"),
        (("bounds", "exports"), "trade-dashboard bounds: error: the following arguments are required: PERIOD"),
    ],
)
def test_a_program_is_told_of_a_wrong_argument_in_json(
    capsys: Capture, arguments: tuple[str, ...], asked: tuple[str, ...], message: str
) -> None:
    assert main([*arguments, *asked]) == 2
    said = capsys.readouterr()
    (problem,) = json.loads(said.out)["problems"]
    assert problem["message"].startswith(message)
    assert (set(problem), said.err) == ({"file", "line", "column", "found", "message"}, "")


def run(*arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dashboard", *arguments]
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_package_runs_as_a_program() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"trade-dashboard {__version__}\n")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = [sys.executable, "-m", "dashboard", "check"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert (started.stderr.read(), started.wait()) == (b"", BROKEN_PIPE)


def test_a_narrow_console_gets_question_marks_and_no_fault() -> None:
    done = run("check", "--as-of", "2012", encoding="ascii")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("module", ["pandas", "openpyxl", "dash", "plotly"])
def test_check_starts_without_what_it_does_not_need(module: str) -> None:
    code = "import sys; from dashboard.cli import main; main(['check', '--as-of', '2012']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert module not in done.stdout.splitlines()[-1].split()


HELP = (guide.EXAMPLES, guide.SERVE, guide.CHECK, guide.BOUNDS, guide.EXPORT, guide.INIT)

EXAMPLES = [
    example for text in HELP for example in re.findall(r"^  (trade-dashboard .*?)(?:  .*)?$", text, re.MULTILINE)
]


def test_the_help_teaches_by_example(capsys: Capture) -> None:
    assert len(EXAMPLES) == 26
    for command in ("serve", "check", "bounds", "export", "import", "init"):
        with pytest.raises(SystemExit, match="0"):
            main([command, "--help"])
        assert f"trade-dashboard {command}" in capsys.readouterr().out


@pytest.mark.parametrize("example", sorted(set(EXAMPLES)))
def test_every_example_of_the_help_works(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    if "--data my-data" in example:
        shutil.copytree(DATA, tmp_path / "my-data")
    monkeypatch.chdir(tmp_path)
    listen = serve_page.bound
    monkeypatch.setattr(serve_page, "bound", lambda host, _: listen(host, 0))
    monkeypatch.setattr(serve_page, "serve", lambda _, place, *__: place.close())
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    assert main(example.split()[1:]) in (0, 1)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "nowhere.csv"], "import: nowhere.csv cannot be read or written: No such file or directory"),
        (["serve", "--port", "x"], 'serve: error: argument --port: "x" is not a number from 0 to 65535'),
        (["serve", "--workers", "0"], 'serve: error: argument --workers: "0" is not a number from 1 up'),
    ],
)
def test_a_command_that_cannot_be_run_ends_with_2_and_says_what_is_allowed(
    arguments: list[str], said: str, capsys: Capture
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.endswith(f"trade-dashboard {said}\n")
