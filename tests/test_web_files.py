from __future__ import annotations

from dashboard.charts.chart import Chart
from dashboard.web.files import rows_as_csv


def test_a_text_in_the_rows_of_a_chart_never_runs_as_a_formula() -> None:
    chart = Chart("levels", "Title", "", {}, ("who", "value"), (), (("=1+1", -0.2),), "", "@SUM(A1)", "+note")
    assert rows_as_csv(chart).splitlines() == ["who,value", "'=1+1,-0.2", "", "Title", "'@SUM(A1)", "'+note"]
