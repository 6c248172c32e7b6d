"""How to cite the data, as text, BibTeX and RIS.

No clock is asked: the year is that of the newest publication, and the short hash says which state of the files it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dashboard import __version__
from dashboard.languages.language import Language
from dashboard.values.observation import Dataset
from dashboard.values.partial_date import PartialDate
from dashboard.wording.file_text import CITATION, TABLES
from dashboard.wording.naming import traded
from dashboard.wording.words import Words

PROGRAM: Final = f"trade-dashboard {__version__}"

_TEX: Final = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX_SPECIAL: Final = re.compile(r"[\\~^&%$#_{}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What is cited.

    Attributes:
        title: "Published trade figures: Russia with Belarus".
        date: That of the newest publication, as far as it is known; None for none.
        known, counts, data: What the data hold, how much, and their version, in a sentence each.
        version: The short hash of the data files.
        address: Of the view that is cited; "" for none.
    """

    title: str
    date: PartialDate | None
    known: str
    counts: str
    data: str
    version: str
    plain: str
    address: str = ""

    @property
    def text(self) -> str:
        """The citation in words."""
        return f"{self.plain} {self.address}".rstrip()

    @property
    def bibtex(self) -> str:
        """The citation as an entry for BibTeX, in UTF-8."""
        fields = {
            "title": f"{{{_tex(self.title)}}}",
            "year": _year(self.date),
            "version": self.version,
            "note": _tex(f"{self.counts} {self.known} {self.data}"),
            "howpublished": _tex(PROGRAM),
            "url": self.address,
        }
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
        return "\n".join([f"@misc{{trade-figures-{self.version},", ",\n".join(lines), "}", ""])

    @property
    def ris(self) -> str:
        """The citation in the format of RIS, in UTF-8."""
        fields = [
            ("TY", "DATA"),
            ("TI", self.title),
            ("PY", _year(self.date)),
            ("DA", _slashed(self.date)),
            ("ET", self.version),
            ("PB", PROGRAM),
            ("N1", f"{self.counts} {self.known} {self.data}"),
            ("UR", self.address),
        ]
        lines = [f"{tag}  - {value}" for tag, value in fields if value]
        return "\r\n".join([*lines, "ER  - ", ""])


def cite(dataset: Dataset, version: str, language: Language, address: str = "") -> Citation:
    """Return the citation of a data set whose files have the short hash `version`."""
    text, table, words = CITATION[language], TABLES[language], Words(language)
    title = table.title.format(pair=traded(dataset, words))
    sentences = {
        "title": title,
        "known": text.known.format(date=words.published(dataset.newest)) if dataset.newest else "",
        "counts": table.counts.format(rows=len(dataset.observations), sources=len(dataset.sources)),
        "data": text.data.format(version=version),
    }
    plain = text.plain.format(**sentences, year=_year(dataset.newest) or "–", program=PROGRAM)
    tidy = " ".join(filter(None, plain.split(" ")))
    return Citation(date=dataset.newest, version=version, plain=tidy, address=address, **sentences)


def _year(date: PartialDate | None) -> str:
    return "" if date is None else f"{date.year:04}"


def _slashed(date: PartialDate | None) -> str:
    """Return a date as RIS writes it, what is unknown being empty: "2025/02//"."""
    if date is None:
        return ""
    known = (f"{part:02}" if part is not None else "" for part in (date.month, date.day))
    return "/".join([_year(date), *known, ""])


def _tex(text: str) -> str:
    return _TEX_SPECIAL.sub(lambda sign: _TEX.get(sign[0], f"\\{sign[0]}"), text)
