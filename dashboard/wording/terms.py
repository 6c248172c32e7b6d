"""The words of the subject in three languages: flows, measures, metrics, verdicts, hedges, units of measure.

The words are those of the statistical offices: товарооборот and тавараабарот for turnover, сальдо and сальда for the
balance, коэффициент покрытия for exports / imports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Level
from dashboard.languages.catalogue import Texts
from dashboard.languages.names import Case
from dashboard.values.measure import Flow
from dashboard.values.qualifier import Qualifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The words of one language; [terms] of en.toml says what each is."""

    flows: Mapping[Case, Mapping[Flow, str]]
    measures: Mapping[str, str]
    metrics: Mapping[str, str]
    verdicts: Mapping[Verdict, str]
    levels: Mapping[Level, str]
    qualifiers: Mapping[Qualifier, str]
    scopes: Mapping[str, str]
    currencies: Mapping[str, str]
    magnitudes: Mapping[str, str]
    units: Mapping[str, str]
    times: Mapping[str, str]
    times_after: Mapping[str, str]
    governing: frozenset[Qualifier]
    amount: str
    money_unit: str
    percent: str
    per_month: str
    in_currency: str


TEXT: Final = Texts(Terms, "terms")
