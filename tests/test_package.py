"""What a user installs: the wheel runs on its own data outside the checkout, and the lock files fit pyproject.toml."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import PackageNotFoundError
from importlib.metadata import requires as requirements
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=cwd, env=outside, capture_output=True, text=True, check=False)


def pip(*arguments: str | Path, cwd: Path) -> None:
    done = run(sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", folder, ROOT, cwd=folder)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the bin/ of a new environment that holds the wheel and borrows its dependencies from this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    pip("--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    [packages] = folder.glob("lib/python3*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python.parent


def locked(name: str) -> dict[str, str]:
    """Return the version of each package in a lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))


def misfits(dependencies: list[str], versions: dict[str, str]) -> list[str]:
    """Return the dependencies for which no version, or one outside their range, is locked."""
    needed = [Requirement(dependency) for dependency in dependencies]
    return [str(one) for one in needed if not one.specifier.contains(versions.get(one.name.lower(), "0"))]


def requires(name: str) -> list[str]:
    """Return what an installed package asks for here, extras of its own left out; nothing where it is not installed."""
    try:
        found = requirements(name) or []
    except PackageNotFoundError:
        return []
    return [line for line in found if (marker := Requirement(line).marker) is None or marker.evaluate({"extra": ""})]


def test_the_wheel_holds_every_file_of_the_package_and_the_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    files = [file for folder in ("dashboard", "data") for file in (ROOT / folder).rglob("*") if file.is_file()]
    names = {file.relative_to(ROOT).as_posix() for file in files if file.suffix not in (".pyc", ".bak")}
    assert packed == {re.sub(r"^data/", "dashboard/data/", name) for name in names}


def test_the_installed_package_is_the_one_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    found = run(installed / "python", "-c", "import dashboard; print(dashboard.__file__)", cwd=tmp_path)
    assert Path(found.stdout.strip()).is_relative_to(installed.parent)


@pytest.mark.parametrize("command", [["trade-dashboard"], ["python", "-m", "dashboard"]])
def test_an_installed_dashboard_checks_its_own_data(command: list[str], installed: Path, tmp_path: Path) -> None:
    program, *arguments = command
    checked = run(installed / program, *arguments, "check", "--format", "json", cwd=tmp_path)
    assert checked.returncode in (0, 1), checked.stderr
    assert "Traceback" not in checked.stderr, checked.stderr
    with (ROOT / "data" / "observations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert json.loads(checked.stdout)["data"]["rows"] == len(rows)


ADD = ("add", "--source", "mfa-2023-01", "--text", "Turnover reached $43.4bn in 2022", "--yes")


IMPORT = ("import", str(ROOT / "data" / "observations.csv"), "--yes")
SERVE = ("serve", "--edit", "--port", "0", "--no-browser")


@pytest.mark.parametrize("command", [ADD, IMPORT, SERVE])
def test_rows_are_not_written_into_the_program_but_into_a_folder_of_ones_own(
    command: tuple[str, ...], installed: Path, tmp_path: Path
) -> None:
    [packaged] = installed.parent.glob("lib/python3*/site-packages/dashboard/data")
    before = {file.name: file.read_bytes() for file in packaged.iterdir()}
    refused = run(installed / "trade-dashboard", *command, cwd=tmp_path)
    assert refused.returncode == 2
    assert "an upgrade would delete new rows; begin a folder of your own: trade-dashboard init DIR" in refused.stderr
    assert {file.name: file.read_bytes() for file in packaged.iterdir()} == before
    shutil.copytree(ROOT / "data", tmp_path / "mine")
    added = run(installed / "trade-dashboard", "--data", "mine", *ADD, cwd=tmp_path)
    assert added.returncode == 0, added.stderr
    assert "turnover,2022,level,43.4" in (tmp_path / "mine" / "observations.csv").read_text("utf-8")


def test_the_lock_files_fit_the_declared_dependencies() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = declared["dependency-groups"]
    tests = [dependency for dependency in groups["test"] if isinstance(dependency, str)]
    assert misfits(declared["project"]["dependencies"] + groups["build"], locked("requirements.lock")) == []
    assert misfits(tests, locked("requirements-test.lock")) == []


def test_the_tests_run_with_the_versions_that_the_dashboard_runs_with() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-test.lock").items()


def test_a_package_that_is_asked_for_with_an_extra_is_locked_with_it() -> None:
    """Else pip prefers the newest one, which no hash allows, as soon as it is newer than the locked one."""
    text = (ROOT / "requirements-test.lock").read_text("utf-8")
    named = set(re.findall(r"^([a-z0-9-]+\[[a-z0-9,-]+\])==", text, re.MULTILINE))
    asked = (Requirement(line) for name in locked("requirements-test.lock") for line in requires(name))
    wanted = {f"{one.name.lower()}[{','.join(sorted(one.extras))}]" for one in asked if one.extras}
    assert {"coverage[toml]", "httpx[http2]"} <= wanted <= named


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_file_names_no_address(name: str) -> None:
    assert re.findall(r"\S*://\S*|--(?:extra-)?index-url|--find-links", (ROOT / name).read_text("utf-8")) == []
