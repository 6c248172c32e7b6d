"""A statement held against the rows, in words: what was quoted, whose count it meets, how that ends, and the proof."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.bounds.system import Side
from dashboard.languages.language import Language
from dashboard.statements.quote import Answer, Comparison
from dashboard.values.observation import Source
from dashboard.wording.phrase_text import TEXT as PHRASES
from dashboard.wording.phrases import hedged, in_full, lines, quantity, unit_of
from dashboard.wording.proofs import DECIMALS, Rows, bound, decimals_shown
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True)
class QuoteText:
    """The words of one language.

    Attributes:
        answers: What is said of one number; {gap} is how far apart the two lie.
        counted: Whose count it is held against: {source} and {country}.
        allowed: What the rows allow: {range}, by which {lines}.
        open: How many further comparisons stay open, {count}.
        nothing, alone: Said where no row bears on a statement, and on one that names a country without the other one.
    """

    heading: str
    note: str
    label: str
    ask: str
    answers: Mapping[Answer, str]
    counted: str
    allowed: str
    open: str
    nothing: str
    alone: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Told:
    """One number of a statement against one source, in sentences.

    Attributes:
        quoted: What was quoted: "Turnover in January–October 2022: USD 35.5 bn".
        low, high: The proof of each end of what the rows allow, a line for each step.
    """

    quoted: str
    answer: Answer
    answered: str
    counted: str
    allowed: str
    low: tuple[str, ...]
    high: tuple[str, ...]


def told(one: Comparison, source: Source | None, rows: Rows, words: Words) -> Told:
    """Return a comparison in sentences; `source` is the one it is held against, `rows` are all rows by line."""
    text, unit = TEXT[words.language], unit_of(one.bounds.quantity, one.block.currency)
    publisher = one.source if source is None else source.publisher
    published = "" if source is None else words.published(source.published)
    gap = words.with_unit(words.number(one.gap, in_full(one.gap, DECIMALS)), unit.replace("%", "pp"))
    shown = words.fitting(one.bounds.interval, unit)
    low, high = (bound(one.bounds, side, rows, one.block.currency, words) for side in (Side.LOW, Side.HIGH))
    return Told(
        _quoted(one, words),
        one.answer,
        words.unbroken(text.answers[one.answer].format(gap=gap)),
        text.counted.format(
            source=", ".join(filter(None, (publisher, published))), country=words.country(one.block.reporter)
        ),
        words.unbroken(
            text.allowed.format(
                range=words.in_unit(*shown, decimals_shown(shown[0])),
                lines=lines(one.bounds.lines, words),
            )
        ),
        low,
        high,
    )


def _quoted(one: Comparison, words: Words) -> str:
    said = one.reported
    places = max(0, -int(said.value.as_tuple().exponent))
    value = words.with_unit(words.number(said.value, places), said.unit, said.qualifier)
    what = quantity(one.bounds.quantity, words)
    amount = hedged(said.qualifier, value, PHRASES[words.language].amount)
    return words.unbroken(f"{what[:1].upper()}{what[1:]}: {amount}")


TEXT: Final[Mapping[Language, QuoteText]] = MappingProxyType(
    {
        Language.EN: QuoteText(
            heading="Check a quote",
            note="Every number of the statement is held against every source that bears on it. A statement that names "
            "no country is held against both sides’ counts. A word that is not understood is named, never guessed.",
            label="A statement in English or Russian",
            ask="Check",
            answers={
                Answer.AGREES: "agrees",
                Answer.CANNOT_TELL: "cannot be told: the rows leave it open",
                Answer.CONTRADICTS: "contradicts, by {gap}",
            },
            counted="{source}, as counted by {country}",
            allowed="The rows allow {range} ({lines}).",
            open="Further comparisons without an answer: {count}",
            nothing="It cannot be told: no row bears on it.",
            alone="It cannot be told: no row bears on it. A country named alone stands for its trade with the whole "
            "world; name the other one as well.",
            low="Proof of the lower end",
            high="Proof of the upper end",
        ),
        Language.RU: QuoteText(
            heading="Проверить цитату",
            note="Каждое число сопоставляется с каждым источником, который о нём говорит; если страна не названа — "
            "с данными обеих сторон. Нераспознанное слово будет показано: догадок нет.",
            label="Цитата на русском или английском языке",
            ask="Проверить",
            answers={
                Answer.AGREES: "согласуется",
                Answer.CANNOT_TELL: "сказать нельзя: из строк это не следует",
                Answer.CONTRADICTS: "противоречит, расхождение {gap}",
            },
            counted="{source}; чьи данные: {country}",
            allowed="Строки допускают: {range} ({lines}).",
            open="Остальные сопоставления без ответа: {count}",
            nothing="Сказать нельзя: ни одна строка об этом не говорит.",
            alone="Сказать нельзя: ни одна строка об этом не говорит. Если названа одна страна, речь о её торговле "
            "со всем миром; назовите и вторую.",
            low="Доказательство нижней границы",
            high="Доказательство верхней границы",
        ),
        Language.BE: QuoteText(
            heading="Праверыць цытату",
            note="Кожны лік супастаўляецца з кожнай крыніцай, якая пра яго гаворыць. Калі краіна не названа, лік "
            "параўноўваецца з данымі абодвух бакоў. Незразумелыя словы паказваюцца, а не адгадваюцца.",
            label="Паведамленне на рускай або англійскай мове",
            ask="Праверыць",
            answers={
                Answer.AGREES: "узгадняецца",
                Answer.CANNOT_TELL: "сказаць нельга: з радкоў гэта не вынікае",
                Answer.CONTRADICTS: "супярэчыць, разыходжанне {gap}",
            },
            counted="{source}; чые даныя: {country}",
            allowed="Радкі дапускаюць: {range} ({lines}).",
            open="Астатнія супастаўленні без адказу: {count}",
            nothing="Сказаць нельга: ніводзін радок пра гэта не гаворыць.",
            alone="Сказаць нельга: ніводзін радок пра гэта не гаворыць. Калі названа адна краіна, гаворка пра яе "
            "гандаль з усім светам; назавіце і другую.",
            low="Доказ ніжняй мяжы",
            high="Доказ верхняй мяжы",
        ),
    }
)
