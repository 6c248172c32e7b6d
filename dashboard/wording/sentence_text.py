"""The templates of sentences about findings, conflicts, corrections, metrics and rows, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Rule
from dashboard.languages.language import Language


@dataclass(frozen=True, slots=True)
class SentenceText:
    """The templates of one language.

    Attributes:
        rules: One comparison each, with {quantity}, {stated}, {allowed}, {first} and {second} source, {reporter} and
            {partner}. A source is named in front of a colon: there its name needs no article and no case.
        endings: How a comparison ended whose intervals meet.
        precise: A number that keeps to its step, which needs no ending.
        apart, differ: How it ended otherwise, with {gap}: within a source, between sources.
        gap, relative_gap: The gap to the partner's count.
        allow: What one other row does and what several do, in a conflict.
        conflict, hedged_conflict, together: Why rows cannot all be true.
        stands_for, reaches, apart_by: The same in a picture: {line} says, and {gap} between.
        correction, this_one, one_of: What to leave out.
        reported, derived, by_definition, without: A metric.
        row, lone_row: A row judged; one about which the others say nothing.
    """

    rules: Mapping[Rule, str]
    endings: Mapping[Verdict, str]
    precise: str
    apart: str
    differ: str
    gap: str
    relative_gap: str
    allow: tuple[str, str]
    conflict: str
    hedged_conflict: str
    together: str
    stands_for: str
    reaches: str
    apart_by: str
    correction: str
    this_one: str
    one_of: str
    reported: str
    derived: str
    by_definition: str
    without: str
    row: str
    lone_row: str


_ENGLISH: Final = SentenceText(
    rules={
        Rule.PRECISION: "{quantity}: {stated} is printed, no multiple of its rounding step; the nearest is {allowed}.",
        Rule.SUM: "{quantity}: the reported number stands for {stated}; exports + imports give {allowed}.",
        Rule.BALANCE: "{quantity}: the reported number stands for {stated}; exports − imports give {allowed}.",
        Rule.GROWTH: "{quantity}: the reported number stands for {stated}; the amounts of both periods give {allowed}.",
        Rule.PARTS: "{quantity}: the reported number stands for {stated}; amounts and growth "
        "of exports and imports give {allowed}.",
        Rule.SHARE: "{quantity}: the reported number stands for {stated}; the amounts give {allowed}.",
        Rule.NESTING: "{quantity}: the reported number stands for {stated}; shorter periods inside it leave {allowed}.",
        Rule.HEDGE: "{quantity}: {stated} by a hedged number; the other numbers of the source give {allowed}.",
        Rule.SOURCES: "{quantity}. {first}: {stated}; {second}: {allowed}.",
        Rule.PARTNER: "{quantity}: {stated} in the count of {reporter}; {allowed} in the count of {partner}.",
        Rule.COUNT: "{quantity}. {first}: {stated}. A source of the other side reports the same: {second}. "
        "Other sources of the same side give {allowed}.",
        Rule.PACE: "{quantity}: {stated} is left by the longer period; half to twice the pace of the months "
        "reported would be {allowed}.",
    },
    endings={
        Verdict.CONSISTENT: "Both can be true.",
        Verdict.UNDECIDED: "Whether both can be true hangs on how hedges and ties are read.",
        Verdict.CONTRADICTION: "They cannot both be true.",
    },
    precise="{quantity}: {stated} is printed, a multiple of its rounding step.",
    apart="They are apart by {gap}.",
    differ="They are apart by {gap}: perhaps a revision, or another count.",
    gap="The gap is {gap}.",
    relative_gap="The gap is {gap}, or {relative}.",
    allow=("allows", "allow"),
    conflict="{others} {allow} {quantity} of {allowed}, but {line} ({printed}) stands for {said}.",
    hedged_conflict="{others} {allow} {quantity} of {allowed}, but {line} ({printed}) reaches no further than {said}.",
    together="The numbers of {lines} cannot all be true.",
    stands_for="{line} stands for",
    reaches="{line} reaches no further than",
    apart_by="apart by {gap}",
    correction="Drop {lines}, and the rest can all be true.",
    this_one="line {lines}",
    one_of="any one of lines {lines}",
    reported="{quantity}: reported as {printed} ({lines}); it stands for {interval}.",
    derived="{quantity}: {interval}, derived from {lines}.",
    by_definition="the definition",
    without="Left out, because the rows contradict each other: {lines}.",
    row="{line}, {quantity}: {printed} stands for {reported}; the other rows give {implied}: {verdict}.",
    lone_row="{line}, {quantity}: {printed} stands for {reported}; the other rows do not bear on it: {verdict}.",
)

_RUSSIAN: Final = SentenceText(
    rules={
        Rule.PRECISION: "{quantity}: опубликовано {stated}, что не кратно шагу округления; ближайшее "
        "кратное — {allowed}.",
        Rule.SUM: "{quantity}: опубликованное число означает {stated}; экспорт + импорт дают {allowed}.",
        Rule.BALANCE: "{quantity}: опубликованное число означает {stated}; экспорт − импорт дают {allowed}.",
        Rule.GROWTH: "{quantity}: опубликованное число означает {stated}; объёмы обоих периодов дают {allowed}.",
        Rule.PARTS: "{quantity}: опубликованное число означает {stated}; объёмы и темпы "
        "прироста экспорта и импорта дают {allowed}.",
        Rule.SHARE: "{quantity}: опубликованное число означает {stated}; объёмы дают {allowed}.",
        Rule.NESTING: "{quantity}: опубликованное число означает {stated}; более "
        "короткие периоды внутри оставляют {allowed}.",
        Rule.HEDGE: "{quantity}: {stated} по числу с оговоркой; остальные числа источника дают {allowed}.",
        Rule.SOURCES: "{quantity}. {first}: {stated}; {second}: {allowed}.",
        Rule.PARTNER: "{quantity}: {stated} по данным одной стороны ({reporter}); {allowed} по данным другой "
        "({partner}).",
        Rule.COUNT: "{quantity}. {first}: {stated}. То же число публикует источник другой стороны: {second}. "
        "Другие источники той же стороны дают {allowed}.",
        Rule.PACE: "{quantity}: более длинный период оставляет {stated}; темп остальных месяцев, от половинного до "
        "двойного, дал бы {allowed}.",
    },
    endings={
        Verdict.CONSISTENT: "Оба утверждения могут быть верны.",
        Verdict.UNDECIDED: "Могут ли быть верны оба, зависит от того, как понимать оговорки и округление.",
        Verdict.CONTRADICTION: "Оба утверждения одновременно верными быть не могут.",
    },
    precise="{quantity}: опубликовано {stated}, это кратно шагу округления.",
    apart="Расхождение: {gap}.",
    differ="Расхождение: {gap}; возможно, данные пересмотрены или учёт иной.",
    gap="Разрыв: {gap}.",
    relative_gap="Разрыв: {gap}, или {relative}.",
    allow=("допускает", "допускают"),
    conflict="{others} {allow}: {quantity} — {allowed}, но {line} ({printed}) означает {said}.",
    hedged_conflict="{others} {allow}: {quantity} — {allowed}, но {line} ({printed}) в самом широком смысле — {said}.",
    together="Эти числа не могут быть верны все вместе: {lines}.",
    stands_for="{line} означает",
    reaches="{line} в самом широком смысле",
    apart_by="разрыв {gap}",
    correction="Исключите {lines}, и все остальные числа могут быть верны.",
    this_one="строку {lines}",
    one_of="любую из строк {lines}",
    reported="{quantity}: опубликовано {printed} ({lines}); это означает {interval}.",
    derived="{quantity}: {interval}; выведено, {lines}.",
    by_definition="по определению",
    without="Исключено, так как числа противоречат друг другу: {lines}.",
    row="{line}, {quantity}: {printed} означает {reported}; остальные строки дают {implied}: {verdict}.",
    lone_row="{line}, {quantity}: {printed} означает {reported}; остальные строки ничего о нём не говорят: {verdict}.",
)

_BELARUSIAN: Final = SentenceText(
    rules={
        Rule.PRECISION: "{quantity}: апублікавана {stated}, што не кратна кроку акруглення; "
        "найбліжэйшае кратнае — {allowed}.",
        Rule.SUM: "{quantity}: апублікаваны лік азначае {stated}; экспарт + імпарт даюць {allowed}.",
        Rule.BALANCE: "{quantity}: апублікаваны лік азначае {stated}; экспарт − імпарт даюць {allowed}.",
        Rule.GROWTH: "{quantity}: апублікаваны лік азначае {stated}; аб’ёмы абодвух перыядаў даюць {allowed}.",
        Rule.PARTS: "{quantity}: апублікаваны лік азначае {stated}; аб’ёмы і тэмпы "
        "прыросту экспарту і імпарту даюць {allowed}.",
        Rule.SHARE: "{quantity}: апублікаваны лік азначае {stated}; аб’ёмы даюць {allowed}.",
        Rule.NESTING: "{quantity}: апублікаваны лік азначае {stated}; карацейшыя перыяды ўнутры пакідаюць {allowed}.",
        Rule.HEDGE: "{quantity}: {stated} паводле ліку з агаворкай; астатнія лікі крыніцы даюць {allowed}.",
        Rule.SOURCES: "{quantity}. {first}: {stated}; {second}: {allowed}.",
        Rule.PARTNER: "{quantity}: {stated} паводле даных аднаго боку ({reporter}); {allowed} паводле даных другога "
        "({partner}).",
        Rule.COUNT: "{quantity}. {first}: {stated}. Той самы лік публікуе крыніца другога боку: {second}. "
        "Іншыя крыніцы таго ж боку даюць {allowed}.",
        Rule.PACE: "{quantity}: даўжэйшы перыяд пакідае {stated}; тэмп астатніх месяцаў, ад палавіннага да "
        "падвойнага, даў бы {allowed}.",
    },
    endings={
        Verdict.CONSISTENT: "Абодва сцверджанні могуць быць правільнымі.",
        Verdict.UNDECIDED: "Ці могуць абодва быць правільнымі, залежыць ад таго, як разумець агаворкі і акругленне.",
        Verdict.CONTRADICTION: "Абодва сцверджанні адначасова правільнымі быць не могуць.",
    },
    precise="{quantity}: апублікавана {stated}, гэта кратна кроку акруглення.",
    apart="Разыходжанне: {gap}.",
    differ="Разыходжанне: {gap}; магчыма, даныя перагледжаны або ўлік іншы.",
    gap="Разрыў: {gap}.",
    relative_gap="Разрыў: {gap}, або {relative}.",
    allow=("дапускае", "дапускаюць"),
    conflict="{others} {allow}: {quantity} — {allowed}, але {line} ({printed}) азначае {said}.",
    hedged_conflict="{others} {allow}: {quantity} — {allowed}, але {line} ({printed}) у самым шырокім сэнсе — {said}.",
    together="Гэтыя лікі не могуць быць правільнымі ўсе разам: {lines}.",
    stands_for="{line} азначае",
    reaches="{line} у самым шырокім сэнсе",
    apart_by="разрыў {gap}",
    correction="Выключыце {lines}, і ўсе астатнія лікі могуць быць правільнымі.",
    this_one="радок {lines}",
    one_of="любы з радкоў {lines}",
    reported="{quantity}: апублікавана {printed} ({lines}); гэта азначае {interval}.",
    derived="{quantity}: {interval}; выведзена, {lines}.",
    by_definition="паводле азначэння",
    without="Выключана, бо лікі супярэчаць адзін аднаму: {lines}.",
    row="{line}, {quantity}: {printed} азначае {reported}; астатнія радкі даюць {implied}: {verdict}.",
    lone_row="{line}, {quantity}: {printed} азначае {reported}; астатнія радкі нічога пра яго не гавораць: {verdict}.",
)

TEXT: Final[Mapping[Language, SentenceText]] = MappingProxyType(
    {Language.EN: _ENGLISH, Language.RU: _RUSSIAN, Language.BE: _BELARUSIAN}
)
