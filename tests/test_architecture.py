"""The package is what its map says: who may know which library, what the core never touches, how long a module gets.

`lint-imports` holds that packages stand in layers and nothing imports itself in a circle: pyproject.toml, importlinter.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import dashboard

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "dashboard"

LONGEST_MODULE = 300
LONGEST_BODY = 25
MOST_FIELDS = 4
"""Of a record that is made by place; a longer one is made by the names of its fields."""

LIBRARIES = {
    "brotli": ("web/serving/compression",),
    "babel": ("languages/countries", "wording/"),
    "dash": ("web/serving/",),
    "distributed": ("command/judge_blocks",),
    "flask": ("web/serving/",),
    "gunicorn": ("web/serving/",),
    "highspy": ("lp/solver",),
    "numpy": ("lp/corners", "lp/solver", "scale/"),
    "openpyxl": ("formats/",),
    "orjson": ("web/serving/",),
    "pandas": ("frames",),
    "plotly": ("charts/",),
    "pyarrow": ("scale/",),
    "werkzeug": ("web/serving/",),
}
"""Who may import which library: modules, or folders with a slash. What is not listed is imported by nobody."""

VALUES_ONLY = frozenset(
    {"__future__", "bisect", "calendar", "codecs", "collections", "contextlib", "csv", "dataclasses", "datetime"}
    | {"decimal", "difflib", "enum", "fractions", "functools", "heapq", "importlib", "io", "itertools", "json", "math"}
    | {"numbers", "operator", "re", "string", "textwrap", "types", "typing", "unicodedata"}
)
"""What of the standard library turns values into values; io is for text in memory, `open` is forbidden by name, and a
test below says who may import by name."""

READS_THE_CATALOGUES = "languages/catalogue.py"
"""The one module that reads what lies in the package, with tomllib and pkgutil."""

LAST_OF_CORE = "editing"

MAP_LINE = re.compile(r"(?P<package>[a-z]+)  +\S.*")
LISTED = re.compile(r"(?P<module>\w+)  +\S.*")


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """A module of the package.

    Attributes:
        path: "lp/solver.py", "web/parts/layout.py", "web/" for the package itself.
        nodes: Everything that its tree holds, at any depth.
        lines: How many lines the file has.
    """

    path: str
    tree: ast.Module
    nodes: tuple[ast.AST, ...]
    lines: int

    @property
    def name(self) -> str:
        """As it is imported: "dashboard.web.parts.layout"."""
        return ".".join(("dashboard", *self.path.removesuffix(".py").strip("/").split("/")))


def module(path: str, text: str) -> Module:
    tree = ast.parse(text)
    return Module(path, tree, tuple(ast.walk(tree)), text.count("\n"))


@cache
def modules() -> tuple[Module, ...]:
    files = sorted(file for file in PACKAGE.rglob("*.py") if file != PACKAGE / "__init__.py")
    paths = (file.relative_to(PACKAGE).as_posix().replace("__init__.py", "") for file in files)
    return tuple(module(path, file.read_text("utf-8")) for path, file in zip(paths, files, strict=True))


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@cache
def packages() -> tuple[str, ...]:
    """Return the packages in the order of the map: each imports from those before it."""
    lines = (MAP_LINE.fullmatch(line.strip()) for line in (dashboard.__doc__ or "").splitlines() if line[:1] == " ")
    return tuple(line["package"] for line in lines if line)


def core() -> tuple[str, ...]:
    return packages()[: packages().index(LAST_OF_CORE) + 1]


def package(path: str) -> str:
    """Return the package of a module, "" for one at the top."""
    return path.partition("/")[0] if "/" in path else ""


def listed(folder: Path) -> list[str]:
    """Return the modules that the docstring of a package lists."""
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    return [line["module"] for line in map(LISTED.fullmatch, text.splitlines()) if line]


def imports(nodes: Iterable[ast.AST], known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield line and name of what is imported: "dashboard.web" for `from dashboard import web` if that is `known`."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            full = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from ((node.lineno, name) for name in sorted(full & known) or [node.module or "."])


@cache
def imported(of: Module) -> tuple[tuple[int, str], ...]:
    return tuple(imports(of.nodes, frozenset(one.name for one in modules())))


def functions(nodes: Iterable[ast.AST]) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has below its signature and docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def field_count(record: ast.ClassDef) -> int:
    """Return how many fields a dataclass has, 0 for any other class."""
    decorators = [ast.unparse(decorator) for decorator in record.decorator_list]
    is_record = any(decorator.partition("(")[0] == "dataclass" for decorator in decorators)
    return sum(isinstance(statement, ast.AnnAssign) for statement in record.body) if is_record else 0


def is_by_keyword(record: ast.ClassDef) -> bool:
    return any("kw_only=True" in ast.unparse(decorator) for decorator in record.decorator_list)


def works_at_import(statement: ast.stmt) -> bool:
    """Return whether a statement of a module does more than define, import or name something."""
    if isinstance(statement, ast.If):
        return ast.unparse(statement.test) not in ("TYPE_CHECKING", "sys.platform != 'win32'")
    if isinstance(statement, ast.Expr):
        return not isinstance(statement.value, ast.Constant)
    definitions = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign
    return not isinstance(statement, definitions | ast.Import | ast.ImportFrom)


def reaches_outside(nodes: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    """Yield line and name of everything that opens a file, talks to a person, or looks at the clock."""
    for node in nodes:
        if isinstance(node, ast.Name) and node.id in ("open", "print", "input"):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and node.attr in ("open", "now", "today", "utcnow"):
            yield node.lineno, node.attr


def may_import(path: str, library: str) -> bool:
    places = LIBRARIES.get(library, ())
    return path.removesuffix(".py") in places or any(place[-1] == "/" and path.startswith(place) for place in places)


def test_the_map_names_the_layers_of_the_contract_in_the_order_of_reading() -> None:
    contracts = project()["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    assert list(packages()) == layers[:0:-1]


@pytest.mark.parametrize("name", [*packages(), "web/contents", "web/parts", "web/serving"])
def test_the_docstring_of_a_package_lists_its_modules_and_no_other(name: str) -> None:
    folder = PACKAGE / name
    assert sorted(listed(folder)) == sorted(file.stem for file in folder.glob("*.py") if file.stem != "__init__")


def test_a_library_is_imported_where_it_belongs() -> None:
    elsewhere = [
        f"{one.path}:{line} imports {name}"
        for one in modules()
        for line, name in imported(one)
        if (library := name.partition(".")[0]) not in sys.stdlib_module_names
        and library != "dashboard"
        and not may_import(one.path, library)
    ]
    assert elsewhere == []


def test_a_library_that_is_imported_is_a_declared_dependency() -> None:
    declared = project()["project"]
    wanted = [*declared["dependencies"], *chain.from_iterable(declared["optional-dependencies"].values())]
    names = {re.split(r"[^\w-]", dependency)[0].lower() for dependency in wanted}
    used = {name.partition(".")[0] for one in modules() for _, name in imported(one)}
    assert used - names - sys.stdlib_module_names == {"dashboard"}


def test_the_core_turns_values_into_values() -> None:
    inner = [one for one in modules() if package(one.path) in core()]
    outside = [
        f"{one.path}:{line} imports {name}"
        for one in inner
        for line, name in imported(one)
        if name.partition(".")[0] in sys.stdlib_module_names - VALUES_ONLY
        if one.path != READS_THE_CATALOGUES or name not in ("pkgutil", "tomllib")
    ]
    outside += [f"{one.path}:{line} uses {name}" for one in inner for line, name in reaches_outside(one.nodes)]
    assert outside == []


def test_every_command_but_serve_starts_without_dash() -> None:
    by_name = {one.name: one for one in modules()}
    reached = {name for name in by_name if re.match(r"dashboard\.(cli|command)\b", name)} - {
        "dashboard.command.serve_page"
    }
    todo = list(reached)
    while todo:
        found = {name for _, name in imported(by_name[todo.pop()]) if name in by_name} - reached
        reached |= found
        todo += found
    libraries = {name.partition(".")[0] for one in reached for _, name in imported(by_name[one])}
    assert libraries & {"dash", "flask", "gunicorn", "werkzeug"} == set()
    assert [name for name in reached if name.startswith("dashboard.web.serving")] == []


def test_only_commands_the_solver_and_the_workbooks_of_the_page_are_imported_by_name() -> None:
    by_name = [
        f"{one.path}:{node.lineno}"
        for one in modules()
        for node in one.nodes
        if (isinstance(node, ast.Attribute) and node.attr == "import_module")
        or (isinstance(node, ast.Name) and node.id in ("import_module", "__import__"))
    ]
    assert [place.partition(":")[0] for place in by_name] == ["cli.py", "lp/optimum.py", "web/contents/books.py"]


@pytest.mark.long
def test_check_answers_about_the_shipped_data_without_numpy() -> None:
    """Reading the solver and numpy would take longer than all else that it does."""
    code = "import sys, dashboard.cli as cli; cli.main(['check']); sys.exit(str({'numpy', 'highspy'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == "set()\n"


def test_no_command_and_no_page_waits_for_pandas() -> None:
    """Only people who import the frames do: reading pandas takes a third of a second."""
    assert [one.path for one in modules() for _, name in imported(one) if name == "dashboard.frames"] == []


def test_the_verifier_of_proofs_knows_fractions_alone() -> None:
    verifier = next(one for one in modules() if one.path == "lp/verifier.py")
    assert {name for _, name in imported(verifier)} == {"fractions"}


def test_nothing_happens_when_a_module_is_imported() -> None:
    busy = [
        f"{one.path}:{statement.lineno} {ast.unparse(statement).splitlines()[0]}"
        for one in modules()
        if not one.path.endswith("__main__.py")
        for statement in one.tree.body
        if works_at_import(statement)
    ]
    assert busy == []


def test_a_module_is_short_enough_to_be_read_at_once() -> None:
    assert [f"{one.path} has {one.lines} lines" for one in modules() if one.lines > LONGEST_MODULE] == []


def test_a_function_is_short_enough_to_be_seen_at_once() -> None:
    long = [
        f"{one.path}:{function.lineno} {function.name} has {body_lines(function)} lines"
        for one in modules()
        for function in functions(one.nodes)
        if body_lines(function) > LONGEST_BODY
    ]
    assert long == []


def test_texts_of_dates_are_read_where_they_come_in_and_nowhere_again() -> None:
    readers = [
        one.path
        for one in modules()
        for node in one.nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("Period.parse", "fromisoformat", "strptime"))
    ]
    assert sorted(set(readers) - {"reading/dates.py"}) == ["command/flags.py", "web/contents/claim.py"]


def test_a_record_of_more_than_four_fields_is_made_by_keyword() -> None:
    by_place = [
        f"{one.path}:{node.lineno} {node.name}"
        for one in modules()
        for node in one.nodes
        if isinstance(node, ast.ClassDef) and field_count(node) > MOST_FIELDS and not is_by_keyword(node)
    ]
    assert by_place == []


IMPORTS = """\
import dashboard.web
from dashboard import values, __version__
from dashboard.values.period import Period
import os.path
"""

AT_WORK = ["run()", "with f: pass", "for i in x: pass", "try: import a\nexcept E: pass", "if a: b = 1"]
DEFINING = ['"""Text."""', "A = 1", "B: Final = f(2)", "if TYPE_CHECKING: import a", "class C: pass"]
OUTSIDE = ["open(name)", "Path(name).open()", "date.today()", "datetime.now(UTC)", "print(1)"]


def test_an_imported_name_counts_as_the_module_that_it_is() -> None:
    found = imports(ast.walk(ast.parse(IMPORTS)), frozenset({"dashboard.web", "dashboard.values"}))
    assert list(found) == [
        (1, "dashboard.web"),
        (2, "dashboard.values"),
        (3, "dashboard.values.period"),
        (4, "os.path"),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("def f():\n    return 1", 1),
        ('def f():\n    """Return one."""\n    return 1', 1),
        ('def f():\n    """Return one."""', 0),
        ("def f(a,\n      b):\n    if a:\n\n        return b\n    return a", 4),
    ],
)
def test_a_body_is_counted_without_signature_and_docstring(text: str, lines: int) -> None:
    assert [body_lines(function) for function in functions(ast.walk(ast.parse(text)))] == [lines]


@pytest.mark.parametrize("text", AT_WORK + DEFINING)
def test_work_at_import_is_told_from_definitions(text: str) -> None:
    assert [works_at_import(statement) for statement in ast.parse(text).body] == [text in AT_WORK]


@pytest.mark.parametrize("text", OUTSIDE)
def test_a_look_outside_is_seen(text: str) -> None:
    assert len(list(reaches_outside(ast.walk(ast.parse(text))))) == 1
