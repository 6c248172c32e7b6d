"""The rows of a chart as CSV and XLSX."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Final

from flask import Flask, Response, request

from dashboard.charts.chart import Chart
from dashboard.reading.formula import harmless
from dashboard.values.errors import DashboardError, PeriodError, QuestionError
from dashboard.web.address import Address, spoken
from dashboard.web.contents import books
from dashboard.web.contents.content import stem
from dashboard.web.contents.desk import Desk
from dashboard.web.serving.attachment import attachment
from dashboard.wording.problems import why

WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_BOM: Final = "\ufeff"
"""Without it, spreadsheets read a CSV file in the code page of their country."""


def serve_files(server: Flask, desk: Desk) -> None:
    """Let the server answer /charts/NAME.csv and .xlsx, with a query as pages have it."""

    @server.get("/charts/<name>.csv")
    def sheet(name: str) -> Response:
        return attachment(_BOM + rows_as_csv(_asked(desk, name)), _named(desk, name, "csv"), "text/csv")

    @server.get("/charts/<name>.xlsx")
    def book(name: str) -> Response:
        data = books.of_chart(_asked(desk, name), _address().language)
        return attachment(data, _named(desk, name, "xlsx"), WORKBOOK)

    @server.errorhandler(DashboardError)
    def refuse(error: DashboardError) -> Response:
        said = why(error, spoken(request.query_string.decode()))
        status = 404 if isinstance(error, QuestionError | PeriodError) else 503
        return Response(f"{said}\n", status=status, mimetype="text/plain")


def rows_as_csv(chart: Chart) -> str:
    """Return the rows of a chart with numbers as numbers, then what it is and who said it."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(chart.columns)
    writer.writerows([harmless(c) if isinstance(c, str) else c for c in row] for row in chart.values)
    writer.writerow([])
    writer.writerows([harmless(line)] for line in (chart.title, chart.source, chart.note))
    return out.getvalue()


def _asked(desk: Desk, name: str) -> Chart:
    return desk.chart(desk.store.current(), _address(), name)


def _address() -> Address:
    return Address.parse("/", request.query_string.decode())


def _named(desk: Desk, name: str, ending: str) -> str:
    """Return the name of a file, which says what it shows of what and when."""
    view = desk.view(desk.store.current(), _address())
    return f"{name}-{stem(view)}-{_address().language}.{ending}"
