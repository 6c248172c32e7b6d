"""What `add` takes: a flag for each column of a row and of a new source, apart from `add`, which loads the solver."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dashboard.values.period import ALLOWED

ROW_FLAGS: Final[Mapping[str, str]] = {
    "source": "an id of sources.csv, or a new one",
    "reporter": "whose count, RUS",
    "partner": "the other country, BLR",
    "flow": "exports, imports, turnover or balance",
    "period": ALLOWED,
    "measure": "level, growth, factor, change or share",
    "value": "the number as printed",
    "unit": "USD bn; %% for growth and share; times",
    "step": "the rounding step, 0.1 (default: from the digits)",
    "qualifier": "the hedge: about, nearly, more than, at least, less than, at most, exact, truncated",
    "compared-with": "the base of growth, factor and change (default: a year earlier)",
    "scope": "goods (default), services, goods and services",
    "product": "a code of the Harmonized System (default: TOTAL)",
    "wording": "the words that carry the number",
    "note": "anything else",
    "publisher": "of a new source",
    "title": "of a new source",
    "published": "of a new source: its date, as far as it is known",
    "address": "of a new source",
}
