"""Threads that share what was found before: each gets the answer that one thread alone would get."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard.judging.findings import Finding
from dashboard.judging.review import Reviewer, review
from dashboard.reading.dataset import read
from dashboard.values.observation import Dataset

ANSWERS = 300
EDITS = 30
HEADER = "source,reporter,partner,flow,period,measure,value,unit,step\n"
SOURCES = b"id,publisher,title\n" + b"".join(b"%c,an office,a release\n" % letter for letter in b"abcd")


@pytest.fixture
def _switching_often() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def edited(number: int) -> Dataset:
    """Return four sources of one reporter, of which the last is edited each time, the others every fifth time."""
    version, month = number // 5, 3 + 9 * (number % 2)
    rows = [
        f"{source},RUS,BLR,{flow},2022-01/2022-{until:02},level,{size * (until + version)}.0,USD bn,0.1\n"
        for source in "abc"
        for until in (3, 12)
        for size, flow in ((1, "exports"), (2, "imports"), (3, "turnover"))
    ]
    last = f"d,RUS,BLR,exports,2022-01/2022-{month:02},level,{1000 * (month + version) + number % 8},USD mn,1\n"
    return read((HEADER + "".join(rows) + last).encode(), SOURCES)


@pytest.mark.usefixtures("_switching_often")
def test_eight_threads_find_what_one_finds() -> None:
    data = [edited(number % EDITS) for number in range(ANSWERS)]
    reviewer = Reviewer()

    def found(dataset: Dataset) -> tuple[Finding, ...]:
        return reviewer.review(dataset).findings

    alone = Reviewer()
    expected = [alone.review(dataset).findings for dataset in data]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(found, data)) == expected
    assert review(data[7]).findings == expected[7]
