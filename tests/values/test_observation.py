from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from dashboard.values.interval import Interval
from dashboard.values.measure import STATED, Flow, Measure, UnitKind
from dashboard.values.message import Message
from dashboard.values.observation import Block, Dataset, Notice, Observation, Source, Unit
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier

TURNOVER = Observation(
    line=4,
    source="mfa-2023-01",
    block=Block(reporter="RUS", partner="BLR", scope="goods", product="TOTAL", currency="USD"),
    flow=Flow.TURNOVER,
    period=Period.parse("2022-01/2022-10"),
    measure=Measure.LEVEL,
    value=Decimal("34.5"),
    unit=Unit("USD bn", "USD", UnitKind.MONEY, Fraction(1)),
    step=Decimal("0.1"),
    step_from_digits=False,
    qualifier=Qualifier.ROUNDED,
    compared_with=None,
)
MILLIONS = Unit("USD mn", "USD", UnitKind.MONEY, Fraction(1, 1000))


def test_what_binds_is_in_bn_of_the_currency() -> None:
    row = replace(TURNOVER, value=Decimal("38607.6"), unit=MILLIONS)
    assert row.hard == Interval(Fraction("38.60755"), Fraction("38.60765"))


def test_what_a_number_stands_for_is_in_its_own_unit() -> None:
    row = replace(TURNOVER, value=Decimal("38607.6"), unit=MILLIONS)
    assert row.meaning.hard == Interval(Fraction("38607.55"), Fraction("38607.65"))


@pytest.mark.parametrize("flow", [Flow.TURNOVER, Flow.EXPORTS, Flow.IMPORTS])
@pytest.mark.parametrize("measure", [Measure.LEVEL, Measure.SHARE, Measure.FACTOR])
def test_a_flow_printed_as_zero_is_never_below_zero(flow: Flow, measure: Measure) -> None:
    row = replace(TURNOVER, flow=flow, measure=measure, value=Decimal("0.0"))
    assert row.hard == Interval(Fraction(0), Fraction(1, 20))


@pytest.mark.parametrize(
    ("flow", "measure"),
    [(Flow.BALANCE, Measure.LEVEL), (Flow.EXPORTS, Measure.GROWTH), (Flow.IMPORTS, Measure.CHANGE)],
)
def test_a_balance_and_a_difference_may_be_below_zero(flow: Flow, measure: Measure) -> None:
    row = replace(TURNOVER, flow=flow, measure=measure, value=Decimal("0.0"))
    assert row.hard == Interval(Fraction(-1, 20), Fraction(1, 20))


def test_the_partner_calls_exports_imports() -> None:
    assert [flow.mirrored.value for flow in Flow] == ["turnover", "imports", "exports", "balance"]


def test_a_row_has_a_base_for_growth_factor_and_change_alone() -> None:
    assert [str(measure) for measure in STATED if measure.has_base] == ["growth", "factor", "change"]


def test_a_source_is_found_by_its_id() -> None:
    source = Source(id="mfa-2023-01", publisher="Ministry", title="For the visit", line=2)
    dataset = Dataset(sources=(source,))
    assert dataset.source("mfa-2023-01") is source
    assert dataset.source("mfa") is None


@pytest.mark.parametrize(
    ("notice", "text"),
    [
        (Notice("observations.csv", 3, "value", Message("read")), "observations.csv line 3, column value: read"),
        (Notice("observations.csv", 3, "", Message("read")), "observations.csv line 3: read"),
        (Notice("observations.csv", None, "", Message("read")), "observations.csv: read"),
    ],
)
def test_a_notice_prints_its_place_and_its_message(notice: Notice, text: str) -> None:
    assert str(notice) == text


def test_a_row_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="cannot assign to field 'value'"):
        TURNOVER.value = Decimal(35)  # type: ignore[misc]


def test_the_partner_counts_the_same_trade_from_the_other_side() -> None:
    block = TURNOVER.block
    assert (block.mirrored.reporter, block.mirrored.partner) == (block.partner, block.reporter)
    assert block.mirrored.mirrored == block
    assert block.mirrored.pair == block.pair == {"RUS", "BLR"}
