"""An address for programs as one record, which its route, its description and the README's list are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from dashboard.charts import NAMES
from dashboard.judging.metrics import NAMES as METRICS
from dashboard.languages.language import Language
from dashboard.values.errors import QuestionError
from dashboard.values.measure import Flow
from dashboard.values.message import Message
from dashboard.values.period import ALLOWED
from dashboard.web.serving.question import Question

ROOT: Final = "/api/"
CSV: Final = "text/csv"
JSON: Final = "application/json"
ZIP: Final = "application/zip"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Schema = Mapping[str, Any]
"""A schema as OpenAPI writes it."""

TEXT: Final[Schema] = {"type": "string"}
FILE: Final[Schema] = {"type": "string", "contentMediaType": "application/octet-stream"}
OBJECT: Final[Schema] = {"type": "object"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that an address heeds.

    Attributes:
        meaning: In English, for the description.
        choices: The values that there are; empty for free text.
        default: What is taken where nothing is said; "" for what the meaning says.
    """

    name: str
    meaning: str
    choices: tuple[str, ...] = ()
    default: str = ""


SOURCE: Final = Parameter("source", "id of a publication; the first one of the data unless given")
SIDE: Final = Parameter("side", "whose count, as ISO 3166-1 alpha-3")
PERIOD: Final = Parameter("period", f"a period as {ALLOWED}; the fullest one of the source unless given")
CURRENCY: Final = Parameter("currency", "ISO 4217; the first one of the source unless given")
AS_OF: Final = Parameter("as-of", "only what was published by a date: 2023-01-31, 2023-01 or 2023")
LANG: Final = Parameter("lang", "language of texts", tuple(map(str, Language)), "en")
CHART: Final = Parameter("name", "name of the chart", NAMES)
METRIC: Final = Parameter("metric", "name of a metric", tuple(map(str, METRICS)), "level")
FLOW: Final = Parameter("flow", "flow of the metric", tuple(map(str, Flow)), "turnover")

OF_DATA: Final = (AS_OF, LANG)
"""What an address that holds everything heeds."""
OF_VIEW: Final = (SOURCE, SIDE, PERIOD, CURRENCY, *OF_DATA)
"""What an address that is about one view heeds."""


@dataclass(frozen=True, slots=True)
class Gives:
    """What an address answers.

    Attributes:
        summary: In English, for the description.
        kind: Its media type.
    """

    summary: str
    kind: str
    schema: Schema = field(default_factory=lambda: OBJECT)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address for programs.

    Attributes:
        path: What stands behind "/api/"; a parameter of the path stands in braces: "charts/{name}.json".
        takes: The parameters that it heeds; none where it answers the same whatever is asked.
        make: What makes the answer to a question, given the values of its parameters.
    """

    path: str
    takes: tuple[Parameter, ...]
    gives: Gives
    make: Callable[[Question, Mapping[str, str]], bytes]

    @property
    def holds_everything(self) -> bool:
        """Whether no view is chosen: the answer is about all data."""
        return LANG in self.takes and SOURCE not in self.takes

    def is_in_path(self, parameter: Parameter) -> bool:
        """Return whether a parameter is a part of the path."""
        return f"{{{parameter.name}}}" in self.path

    def answer(self, question: Question, given: Mapping[str, str]) -> bytes:
        """Return what is answered to a question with some values given.

        Raises:
            QuestionError: A choice is given that would leave everything as it is, or there is nothing of the kind.
            SolverError: No answer, or one that could not be proved.
        """
        needless = [one.name for one in OF_VIEW if one.name in given and one not in self.takes]
        if self.takes and needless:
            heeded = ", ".join(one.name for one in self.takes)
            why = (self.path, ", ".join(needless), heeded)
            raise QuestionError(Message("{0} holds everything; leave out {1}: it takes {2}", *why))
        return self.make(question, {**{one.name: one.default for one in self.takes}, **given})
