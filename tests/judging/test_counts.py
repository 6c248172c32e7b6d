"""Sources of one reporter, the two sides of a trade, and what is odd between them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dashboard.bounds.verdict import Verdict
from dashboard.judging.counts import Count, levels
from dashboard.judging.findings import Finding, Level, Rule
from dashboard.judging.judgement import judge
from dashboard.judging.review import Review, review
from dashboard.reading.dataset import read
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow
from dashboard.values.period import Period
from tests import stubborn

HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with"
SOURCES = b"id,publisher,title\na,an office,a release\nb,another,a release\nc,a third,a release\n"


def reviewed(*lines: str) -> Review:
    return review(read("\n".join([HEADER, *lines]).encode(), SOURCES))


def only(rule: Rule, *lines: str) -> Finding:
    (finding,) = [finding for finding in reviewed(*lines).findings if finding.rule is rule]
    return finding


def none(rule: Rule, *lines: str) -> bool:
    return all(finding.rule is not rule for finding in reviewed(*lines).findings)


def ends(low: str, high: str) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def test_two_sources_that_disagree_are_apart_by_the_smallest_gap_they_allow() -> None:
    finding = only(
        Rule.SOURCES,
        "a,RUS,BLR,exports,2022,level,21.3,USD bn,0.1,,",
        "b,RUS,BLR,exports,2023,level,22.6,USD bn,0.1,,",
        "b,RUS,BLR,exports,2023,growth,2.3,%,0.1,,",
    )
    assert (finding.level, finding.verdict, finding.sources) == (Level.REPORTER, Verdict.UNDECIDED, ("a", "b"))
    low = Fraction("22.55") / Fraction("1.0235")
    assert finding.gap == Interval(low - Fraction("21.35"), low - Fraction("21.35"))
    assert finding.lines == (2, 3, 4)


def test_two_sources_that_agree_are_consistent() -> None:
    finding = only(
        Rule.SOURCES,
        "a,RUS,BLR,exports,2022,level,21.3,USD bn,0.1,,",
        "b,RUS,BLR,exports,2022,level,21.34,USD bn,0.01,,",
    )
    assert (finding.verdict, finding.gap) == (Verdict.CONSISTENT, None)


def test_a_disagreement_of_sources_is_a_revision_and_no_contradiction() -> None:
    result = reviewed(
        "a,RUS,BLR,exports,2022,level,21.3,USD bn,0.1,,",
        "b,RUS,BLR,exports,2022,level,22.6,USD bn,0.1,,",
    )
    levels = {(scope.level, scope.source): scope.verdict for scope in result.scopes}
    assert levels == {
        (Level.SOURCE, "a"): Verdict.CONSISTENT,
        (Level.SOURCE, "b"): Verdict.CONSISTENT,
        (Level.REPORTER, None): Verdict.UNDECIDED,
    }
    assert result.verdict is Verdict.UNDECIDED


def test_a_source_that_contradicts_itself_takes_no_part_beside_others() -> None:
    result = reviewed(
        "a,RUS,BLR,exports,2022,level,21.3,USD bn,0.1,,",
        "a,RUS,BLR,exports,2022,level,25,USD bn,0.1,,",
        "b,RUS,BLR,exports,2022,level,22.6,USD bn,0.1,,",
        "c,RUS,BLR,exports,2022,level,22.6,USD bn,0.01,,",
    )
    (joint,) = [scope for scope in result.scopes if scope.level is Level.REPORTER]
    assert (joint.judgement.verdict, joint.left_out, joint.judgement.lines) == (Verdict.CONSISTENT, ("a",), (4, 5))


def test_the_partners_count_is_a_gap_and_never_a_contradiction() -> None:
    finding = only(
        Rule.PARTNER,
        "a,RUS,BLR,exports,2022,level,21.3,USD bn,0.1,,",
        "b,BLR,RUS,imports,2022,level,25,USD bn,0.1,,",
    )
    assert (finding.level, finding.verdict) == (Level.MIRROR, Verdict.CONSISTENT)
    assert finding.gap == ends("-3.8", "-3.6")
    assert finding.relative == Interval(Fraction(-380) / Fraction("24.95"), Fraction(-360) / Fraction("25.05"))


def test_exports_are_not_held_against_the_partners_exports() -> None:
    assert none(
        Rule.PARTNER,
        "a,RUS,BLR,exports,2022,level,21.3,USD bn,0.1,,",
        "b,BLR,RUS,exports,2022,level,21.3,USD bn,0.1,,",
    )


def test_counts_in_two_currencies_have_no_gap() -> None:
    assert none(
        Rule.PARTNER,
        "a,RUS,BLR,exports,2022,level,21.3,USD bn,0.1,,",
        "b,BLR,RUS,imports,2022,level,21.3,RUB bn,0.1,,",
    )


MISCOUNTED = (
    "a,RUS,BLR,turnover,2021,level,40,USD bn,10,about,",
    "b,RUS,BLR,turnover,2021,level,38.5,USD bn,0.1,,",
    "c,BLR,RUS,turnover,2021,level,40,USD bn,1,,",
)


def test_a_number_that_fits_only_the_partners_count_is_odd() -> None:
    finding = only(Rule.COUNT, MISCOUNTED[0].replace("10,about", "1,"), *MISCOUNTED[1:])
    assert (finding.level, finding.verdict, finding.sources) == (Level.PLAUSIBILITY, Verdict.UNDECIDED, ("a", "c"))
    assert (finding.stated, finding.allowed, finding.gap) == (
        ends("39.5", "40.5"),
        ends("38.45", "38.55"),
        ends("0.95", "0.95"),
    )
    assert finding.lines == (2, 4, 3)


@pytest.mark.parametrize(
    ("step", "stated", "gap", "verdict"),
    [
        ("10", ends("35", "45"), None, Verdict.CONSISTENT),
        ("1", ends("39.5", "40.5"), ends("0.95", "0.95"), Verdict.UNDECIDED),
    ],
)
def test_about_is_no_point_beside_the_own_count(
    step: str, stated: Interval, gap: Interval | None, verdict: Verdict
) -> None:
    finding = only(Rule.COUNT, MISCOUNTED[0].replace("10,about", f"{step},about"), *MISCOUNTED[1:])
    assert (finding.stated, finding.gap, finding.verdict) == (stated, gap, verdict)


def test_a_rounded_number_that_reaches_its_own_count_is_not_odd() -> None:
    assert none(Rule.COUNT, MISCOUNTED[0].replace("10,about", "5,"), *MISCOUNTED[1:])


def test_a_number_that_fits_its_own_reporter_too_is_not_odd() -> None:
    assert none(Rule.COUNT, MISCOUNTED[0], MISCOUNTED[1].replace("38.5", "40.2"), MISCOUNTED[2])


def test_a_number_without_another_source_of_its_reporter_is_not_odd() -> None:
    assert none(Rule.COUNT, MISCOUNTED[0], MISCOUNTED[2])


HALF_YEAR = (
    "a,RUS,BLR,exports,2021-01/2021-06,level,10.2,USD bn,0.1,more than,",
    "a,RUS,BLR,imports,2021-01/2021-06,level,7.1,USD bn,0.1,more than,",
)


def test_a_half_year_that_leaves_next_to_nothing_for_july_is_odd() -> None:
    finding = only(Rule.PACE, *HALF_YEAR, "b,RUS,BLR,turnover,2021-01/2021-07,level,17.8,USD bn,0.1,,")
    assert (finding.verdict, str(finding.quantity.period)) == (Verdict.UNDECIDED, "2021-07")
    assert finding.stated == ends("0", "0.55")
    assert finding.allowed == Interval(Fraction("17.3") / 12, None)


def test_a_july_like_the_months_before_is_not_odd() -> None:
    assert none(Rule.PACE, *HALF_YEAR, "b,RUS,BLR,turnover,2021-01/2021-07,level,20.5,USD bn,0.1,,")


def test_months_before_the_reported_ones_can_be_odd_as_well() -> None:
    finding = only(
        Rule.PACE,
        "a,RUS,BLR,exports,2021,level,12,USD bn,0.1,,",
        "a,RUS,BLR,exports,2021-H2,level,11,USD bn,0.1,,",
    )
    assert (str(finding.quantity.period), finding.stated) == ("2021-H1", ends("0.9", "1.1"))


def test_the_shipped_record_is_found_to_be_odd_in_two_places(shipped: Review) -> None:
    odd = [finding for finding in shipped.findings if finding.level is Level.PLAUSIBILITY]
    assert {(finding.rule, finding.sources, str(finding.quantity.period)) for finding in odd} == {
        (Rule.PACE, ("rus-president-2021-09", "trade-portal-2021-09"), "2021-07"),
        (Rule.COUNT, ("mfa-2023-01", "belstat-2022-09"), "2021"),
    }


def test_a_source_knows_nothing_that_cannot_be_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "a,RUS,BLR,exports,2022,level,21.3,USD bn,0.1,,"
    rows = read(f"{HEADER}\n{line}".encode(), SOURCES).observations
    count = Count.of("a", rows[0].block, judge(rows))
    stubborn.grant_no_step(monkeypatch)
    assert levels(count, ((Flow.EXPORTS, Period.parse("2022")),)) == {}
