from __future__ import annotations

import re
from fractions import Fraction

import pytest

from dashboard.formats.arithmetic import Term, formulas, number
from dashboard.formats.tables import worked_out
from dashboard.judging.review import review
from dashboard.reading.dataset import read

HEAD = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with\n"
SOURCES = b"id,publisher,title\na,Office A,A\n"


def worked(rows: str) -> dict[str, str]:
    """Return the formulas over rows of one source, each by metric, flow and period; A2 is the first row's number."""
    dataset = read((HEAD + rows).encode(), SOURCES)
    [(scope, metrics)] = worked_out(review(dataset))
    cells = {row.line: f"A{row.line}" for row in scope.judgement.rows}
    found = zip(metrics, formulas(scope.judgement.rows, cells, metrics), strict=True)
    return {
        f"{metric.name} {metric.quantity.flow} {metric.quantity.period}": term.text
        for metric, term in found
        if term is not None
    }


@pytest.mark.parametrize(
    ("rows", "asked", "formula"),
    [
        ("exports,2020,level,3,USD_bn,1,, imports,2020,level,2,USD_bn,1,,", "level turnover 2020", "A2+A3"),
        ("turnover,2020,level,5,USD_bn,1,, imports,2020,level,2,USD_bn,1,,", "level balance 2020", "A2-A3-A3"),
        ("balance,2020,level,1,USD_bn,1,, imports,2020,level,2,USD_bn,1,,", "level exports 2020", "A3+A2"),
        ("exports,2020,level,3000,USD_mn,1,,", "level exports 2020", "A2/1000"),
        ("exports,2020,level,3,USD_tn,1,,", "average exports 2020", "A2*1000/12"),
        ("exports,2020,level,3,USD_bn,1,, exports,2020,change,1,USD_bn,1,,", "base exports 2019", "A2-A3"),
        ("exports,2020,level,3,USD_bn,1,, exports,2020,factor,2,times,1,,", "base exports 2019", "A2/A3"),
        ("exports,2019,level,3,USD_bn,1,, exports,2020,factor,2,times,1,,", "level exports 2020", "A2*A3"),
        ("exports,2019,level,3,USD_bn,1,, exports,2020,growth,9,%_USD,1,,", "change exports 2020", "A2*(1+A3/100)-A2"),
        ("turnover,2020,level,5,USD_bn,1,, exports,2020,share,60,%,1,,", "level exports 2020", "A2*A3/100"),
        ("exports,2020,level,5,USD_bn,1,, imports,2020,level,4,USD_bn,1,,", "coverage exports 2020", "A2/A3*100"),
        ("exports,2020,level,5,USD_bn,1,, exports,2020-H1,level,2,USD_bn,1,,", "residual exports 2020-H2", "A2-A3"),
    ],
)  # fmt: skip
def test_the_shortest_way_from_printed_numbers_is_written_down(rows: str, asked: str, formula: str) -> None:
    assert worked("".join(f"a,RUS,BLR,{row}\n".replace("_", " ") for row in rows.split()))[asked] == formula


def test_a_hedged_number_is_shown_and_not_worked_with() -> None:
    found = worked("a,RUS,BLR,exports,2020,level,3,USD bn,1,more than,\na,RUS,BLR,imports,2020,level,2,USD bn,1,,\n")
    assert found["level exports 2020"] == "A2"
    assert "level balance 2020" not in found


def test_a_base_that_nothing_is_left_of_is_not_divided_by() -> None:
    found = worked("a,RUS,BLR,exports,2020,level,3,USD bn,1,,\na,RUS,BLR,exports,2020,growth,-100,%,1,,\n")
    assert "base exports 2019" not in found


def test_brackets_stand_where_the_value_needs_them() -> None:
    a, b, c = (Term(name, Fraction(value)) for name, value in (("a", 7), ("b", 5), ("c", 2)))
    for term, text, value in (
        (a - (b - c), "a-(b-c)", 4),
        ((a + b) * c, "(a+b)*c", 24),
        (a / (b * c), "a/(b*c)", Fraction(7, 10)),
        (a * b / c, "a*b/c", Fraction(35, 2)),
        (a - b * number(3), "a-b*3", -8),
    ):
        assert (term.text, term.value) == (text, value)
        assert eval(re.sub("[abc]", lambda m: {"a": "7", "b": "5", "c": "2"}[m[0]], text)) == pytest.approx(
            float(value)
        )
