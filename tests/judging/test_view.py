"""What one page looks at, and what it refuses to look at."""

from __future__ import annotations

import pytest

from dashboard.judging.metrics import Role
from dashboard.judging.review import Review, review
from dashboard.judging.view import look
from dashboard.values.errors import QuestionError
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Dataset
from dashboard.values.period import Period


def test_the_first_source_opens_with_its_fullest_period(shipped_data: Dataset, shipped: Review) -> None:
    view = look(shipped_data, shipped)
    assert view.source.id == "mfa-2023-01"
    assert (str(view.period), str(view.base)) == ("2022-01/2022-10", "2021-01/2021-10")
    assert [str(period) for period in view.periods] == ["2022-01/2022-10", "2021"]
    assert [row.line for row in view.rows] == [2, 3, 4, 5, 6, 7, 8, 9]


def test_a_source_and_a_period_can_be_chosen(shipped_data: Dataset, shipped: Review) -> None:
    view = look(shipped_data, shipped, "kremlin-2024-05", Period.parse("2023"))
    assert (view.period, view.base) == (Period.parse("2023"), Period.parse("2022"))
    assert view.block.currency == "USD"


def test_a_metric_is_found_by_name_flow_and_period(shipped_data: Dataset, shipped: Review) -> None:
    view = look(shipped_data, shipped)
    share = view.metric(Measure.SHARE, Flow.EXPORTS, view.base)
    assert share is not None
    assert share.quantity.period == view.base
    assert view.metric(Role.RESIDUAL, Flow.EXPORTS) is None


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"source": "nobody"}, "no rows of source 'nobody'; sources with rows: mfa-2023-01, "),
        ({"currency": "EUR"}, "mfa-2023-01 reports nothing in EUR; it reports in USD"),
    ],
)
def test_what_the_data_do_not_hold_is_refused(
    shipped_data: Dataset, shipped: Review, choice: dict[str, str], message: str
) -> None:
    with pytest.raises(QuestionError, match=message):
        look(shipped_data, shipped, choice.get("source"), currency=choice.get("currency"))


def test_data_without_rows_have_nothing_to_look_at() -> None:
    with pytest.raises(QuestionError, match="the data hold no rows"):
        look(Dataset(), review(Dataset()))
