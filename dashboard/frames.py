"""The tables of a data folder for pandas: observations, metrics, findings, sources. A way in for programs.

Each function reads the folder anew and takes the one that the command line would take when none is named. Columns are
named by their keys; numbers are floats in the unit of their row, texts are in English, what is open or missing is NA.

    observations  line source publisher reporter partner scope product flow period measure value unit step qualifier
                  compared_with reported_low reported_high (what it stands for) implied_low implied_high (what the other
                  rows of its source allow) verdict wording note, then columns of the file's own
    metrics       source reporter partner scope currency metric flow period compared_with low high (exact bounds) middle
                  unit origin (reported or derived) lines (it rests on) without (lines left out) words
    findings      level rule verdict flow period measure stated_low stated_high allowed_low allowed_high gap_low
                  gap_high unit lines sources words
    sources       id publisher title published address language retrieved rows verdict margin corrections note

In Jupyter, `shown(findings())` draws such a table with the sign of each verdict.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from pandas.io.formats.style import Styler

from dashboard.bounds.verdict import Verdict
from dashboard.formats import tables
from dashboard.formats.table import CellKind, Table, records
from dashboard.judging.review import review
from dashboard.languages.language import Language
from dashboard.storage.store import find, load
from dashboard.wording.naming import SIGNS
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words

__all__ = ["findings", "metrics", "observations", "shown", "sources"]


def observations(folder: Path | None = None) -> pd.DataFrame:
    """Return one row for each reported number, columns as in the module's docstring.

    Raises:
        StoreError: The folder or a file is missing or cannot be opened.
        DatasetError: The files hold no data set.
        SolverError: No answer, or one that could not be proved.
    """
    dataset = load(find(folder))
    return frame(tables.observations(dataset, review(dataset), Words(Language.EN)))


def metrics(folder: Path | None = None) -> pd.DataFrame:
    """Return one row for each number that follows from a source's rows; raises as `observations` does."""
    dataset = load(find(folder))
    return frame(tables.metrics(review(dataset), Sentences.of(dataset, Language.EN)))


def findings(folder: Path | None = None) -> pd.DataFrame:
    """Return one row for each comparison, the gravest first; raises as `observations` does."""
    dataset = load(find(folder))
    return frame(tables.findings(review(dataset), Sentences.of(dataset, Language.EN)))


def sources(folder: Path | None = None) -> pd.DataFrame:
    """Return one row for each publication; raises as `observations` does."""
    dataset = load(find(folder))
    return frame(tables.sources(dataset, review(dataset), Sentences.of(dataset, Language.EN)))


def frame(table: Table) -> pd.DataFrame:
    """Return a table for pandas: columns by their keys, numbers as floats, nothing as missing."""
    names = [column.key for column in table.columns]
    made = pd.DataFrame([list(row.values()) for row in records(table)], columns=names)
    for column in table.columns:
        if column.kind is CellKind.NUMBER:
            made[column.key] = made[column.key].astype("float64")
        elif column.kind is CellKind.INTEGER:
            made[column.key] = made[column.key].astype("Int64")
    return made


def shown(table: pd.DataFrame) -> Styler:
    """Return a table as Jupyter draws it: a sign before each verdict, short numbers, nothing where nothing is known.

    Texts are drawn as texts, also where they look like HTML.
    """
    words = Words(Language.EN)
    signs = {words.verdict(verdict): f"{SIGNS[verdict]} {words.verdict(verdict)}" for verdict in Verdict}
    style = table.style.hide(axis="index").format("{:.6g}", subset=list(table.select_dtypes("number")), na_rep="")
    texts = [column for column in table.select_dtypes(exclude="number") if column != "verdict"]
    style = style.format(None, subset=texts, na_rep="", escape="html")
    if "verdict" in table:
        style = style.format(
            lambda text: ", ".join(signs.get(verdict, verdict) for verdict in str(text).split(", ")), subset=["verdict"]
        )
    return style
