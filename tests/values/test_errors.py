import inspect

import pytest

import dashboard.values.errors as module
from dashboard.values.errors import (
    DashboardError,
    DatasetError,
    PeriodError,
    Problem,
    QuestionError,
    SolverError,
    StoreError,
)
from dashboard.values.message import Message

IN_A_CELL = Problem(
    file="observations.csv",
    line=17,
    column="value",
    found="1,234",
    message=Message('"1,234" can be 1.234 or 1234; write it with a point'),
)
IN_A_LINE = Problem(
    file="observations.csv",
    line=9,
    message=Message("says the same as line 4; delete one of the two"),
)
IN_A_FILE = Problem(file="sources.csv", message=Message("the file is missing"))


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (IN_A_CELL, 'observations.csv line 17, column value: "1,234" can be 1.234 or 1234; write it with a point'),
        (IN_A_LINE, "observations.csv line 9: says the same as line 4; delete one of the two"),
        (IN_A_FILE, "sources.csv: the file is missing"),
    ],
)
def test_a_problem_prints_its_place_and_its_message(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_a_dataset_error_carries_every_problem() -> None:
    with pytest.raises(
        DatasetError, match=r"can be 1\.234 or 1234; write it with a point\nsources\.csv: the file"
    ) as got:
        raise DatasetError((IN_A_CELL, IN_A_FILE))
    assert got.value.problems == (IN_A_CELL, IN_A_FILE)


@pytest.mark.parametrize("error", [DatasetError, PeriodError, SolverError, QuestionError, StoreError])
def test_every_error_is_a_dashboard_error(error: type[Exception]) -> None:
    assert issubclass(error, DashboardError)


def test_a_wrong_period_is_a_value_error() -> None:
    assert issubclass(PeriodError, ValueError)


def test_the_tree_in_the_docstring_names_every_error() -> None:
    names = [name for name, each in inspect.getmembers(module, inspect.isclass) if issubclass(each, Exception)]
    tree = inspect.getdoc(module) or ""
    assert [name for name in names if name not in tree] == []
