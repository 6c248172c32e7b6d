from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from dashboard.charts.chart import Chart
from dashboard.formats import chart_book
from dashboard.languages.language import Language
from dashboard.storage.store import Store
from dashboard.web.serving.app import create
from dashboard.web.serving.downloads import rows_as_csv

DATA = Path(__file__).parents[3] / "data"


def test_a_text_in_the_rows_of_a_chart_never_runs_as_a_formula() -> None:
    chart = Chart(
        name="levels",
        title="Title",
        sentence="",
        figure={},
        columns=("who", "value"),
        rows=(),
        values=(("=1+1", -0.2),),
        text="",
        source="@SUM(A1)",
        note="+note",
    )
    assert rows_as_csv(chart).splitlines() == ["who,value", "'=1+1,-0.2", "", "Title", "'@SUM(A1)", "'+note"]


def test_nor_does_it_in_a_workbook_where_numbers_are_numbers() -> None:
    chart = Chart(
        name="levels",
        title="Title",
        sentence="+s",
        figure={},
        columns=("who", "value"),
        rows=(),
        values=(("=1+1", -0.2),),
        text="",
        source="@SUM(A1)",
        note="+note",
    )
    data = chart_book.content(chart, Language.EN)
    sheet = load_workbook(BytesIO(data))["levels"]
    assert [[cell.value for cell in row] for row in sheet["A4:B5"]] == [["who", "value"], ["=1+1", -0.2]]
    assert {sheet[place].data_type for place in ("A2", "A5", "A7", "A8")} == {"s"}
    assert data == chart_book.content(chart, Language.EN)


def test_a_file_says_in_its_name_what_it_shows_and_when() -> None:
    client = create(Store(DATA)).server.test_client()
    answer = client.get("/charts/levels.xlsx?lang=ru", base_url="http://127.0.0.1")
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=levels-rus-blr-2022-01_2022-10-mfa-2023-01-ru.xlsx"
    )
    sheet = load_workbook(BytesIO(answer.data))["levels"]
    row = next(row for row in sheet.values if row[:2] == ("Товарооборот", "2022-01/2022-10"))
    assert row[2:5] == (34.5, 34.45, 34.55)
