"""The words of the page around the figures: its menu, its labels, what it says when something is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.verdict import Verdict
from dashboard.wording.calendar import Case
from dashboard.wording.language import Language


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of one language.

    Attributes:
        product: The name of the whole.
        failed: Said on the button of a picture that could not be made.
        trade: Whose trade with whom, with {reporter} and {partner}; the `_cases` name the case of each.
        description: What search engines show of it, with {trade}.
        counted_by: Whose count is shown, with {country} in the nominative.
        allows: What a printed number stands for, with {range}.
        earlier: The same a year earlier, with {value}.
        growth: A growth rate against a year earlier, with {value}.
        line, lines: Where in the file a number stands, with {line} or {lines}.
        problems: The head of the banner, with {count}; `never_good` where there are no last good figures.
        verdicts: What a verdict says of the rows of a source.
        picture: A picture to download, with {scale}.
    """

    product: str
    trade: str
    trade_cases: tuple[Case, Case]
    description: str
    skip: str
    menu_label: str
    overview: str
    consistency: str
    record: str
    data: str
    sources: str
    source: str
    period: str
    currency: str
    language: str
    theme: str
    themes: tuple[str, str, str]
    show: str
    counted_by: str
    key_figures: str
    charts: str
    reported: str
    derived: str
    reported_means: str
    derived_means: str
    allows: str
    earlier: str
    growth: str
    line: str
    lines: str
    table: str
    text: str
    download: str
    picture: str
    vector: str
    rows_of_chart: str
    failed: str
    problems: str
    never_good: str
    notices: str
    refused: str
    to_overview: str
    does_it_hold: str
    verdicts: Mapping[Verdict, str]
    arithmetic: str
    who_said_what: str
    rows: str
    rows_note: str
    columns: tuple[str, ...]
    events: str
    event_columns: tuple[str, str, str, str]
    context: str
    context_columns: tuple[str, str, str, str]
    source_columns: tuple[str, str, str, str]
    visit: str
    alone: str
    not_known: str
    compared: str
    compared_columns: tuple[str, str, str]
    all_sources: str
    judged_columns: tuple[str, str, str, str]
    footer: str


_ENGLISH: Final = PageText(
    product="Trade as reported",
    trade="{reporter}’s trade with {partner}",
    trade_cases=("nominative", "nominative"),
    description="{trade}: who reported which figure, what the rounded figures allow together, and where they disagree.",
    skip="Skip to the figures",
    menu_label="Pages",
    overview="Overview",
    consistency="Consistency",
    record="Record",
    data="Data",
    sources="Sources",
    source="Source",
    period="Period",
    currency="Currency",
    language="Language",
    theme="Colours",
    themes=("System", "Light", "Dark"),
    show="Show",
    counted_by="As counted by {country}",
    key_figures="Key figures",
    charts="Charts",
    reported="reported",
    derived="derived",
    reported_means="the source printed this number",
    derived_means="nobody printed it; this is the whole range that the printed numbers allow",
    allows="stands for {range}",
    earlier="{value} a year earlier",
    growth="{value} on a year earlier",
    line="line {line}",
    lines="lines {lines}",
    table="Table",
    text="In words",
    download="Download",
    picture="PNG, {scale}×",
    vector="SVG",
    rows_of_chart="CSV",
    failed="The picture could not be made",
    problems="The data files cannot be read. Problems: {count}. Shown below are the last good figures.",
    never_good="The data files cannot be read. Problems: {count}. There are no figures to show yet.",
    notices="What the reader noticed in the files",
    refused="This address cannot be shown",
    to_overview="To the overview",
    does_it_hold="Do the figures fit together?",
    verdicts={
        Verdict.CONSISTENT: "All rows of this source can be true at once.",
        Verdict.UNDECIDED: "Whether all rows can be true at once hangs on how the publisher rounds.",
        Verdict.CONTRADICTION: "These rows cannot all be true.",
    },
    arithmetic="The arithmetic",
    who_said_what="Who reported what",
    rows="All rows of this source",
    rows_note="Each row is one reported number. Line is its line in observations.csv; the last range is what the other "
    "rows of the same source allow for it.",
    columns=("Line", "What", "Period", "Reported", "Stands for", "The others allow", "Verdict", "As printed", "Note"),
    events="Events",
    event_columns=("When", "What", "Where", "Source"),
    context="Also reported",
    context_columns=("What", "When", "Value", "Source"),
    source_columns=("Publisher", "Published", "Title", "Note"),
    visit="Open the publication",
    alone="no other row bears on it",
    not_known="not known",
    compared="What was compared",
    compared_columns=("Level", "Finding", "Verdict"),
    all_sources="Every source by itself",
    judged_columns=("Source", "Counted by", "Currency", "Verdict"),
    footer="Every number is as its source printed it. Counts of different reporters are never blended.",
)

_RUSSIAN: Final = PageText(
    product="Торговля по сообщениям",
    trade="Торговля {reporter} с {partner}",
    trade_cases=("genitive", "instrumental"),
    description="{trade}: кто какое число сообщил, что вместе допускают округлённые числа и где они расходятся.",
    skip="Сразу к числам",
    menu_label="Страницы",
    overview="Обзор",
    consistency="Согласованность",
    record="Хроника",
    data="Данные",
    sources="Источники",
    source="Источник",
    period="Период",
    currency="Валюта",
    language="Язык",
    theme="Цвета",
    themes=("Как в системе", "Светлые", "Тёмные"),
    show="Показать",
    counted_by="Учёт: {country}",
    key_figures="Главные числа",
    charts="Графики",
    reported="сообщено",
    derived="выведено",
    reported_means="число напечатано в источнике",
    derived_means="числа никто не печатал; это весь диапазон, который допускают напечатанные числа",
    allows="означает: {range}",
    earlier="{value} годом ранее",
    growth="{value} к прошлому году",
    line="строка {line}",
    lines="строки {lines}",
    table="Таблица",
    text="Словами",
    download="Скачать",
    picture="PNG, {scale}×",
    vector="SVG",
    rows_of_chart="CSV",
    failed="Картинку сделать не удалось",
    problems="Файлы данных не читаются. Ошибок: {count}. Ниже — последние верные числа.",
    never_good="Файлы данных не читаются. Ошибок: {count}. Показать пока нечего.",
    notices="Что замечено при чтении файлов",
    refused="Такой адрес показать нельзя",
    to_overview="К обзору",
    does_it_hold="Согласуются ли числа?",
    verdicts={
        Verdict.CONSISTENT: "Все строки этого источника могут быть верны одновременно.",
        Verdict.UNDECIDED: "Могут ли все строки быть верны одновременно, зависит от того, как округляет издатель.",
        Verdict.CONTRADICTION: "Все эти строки сразу верны быть не могут.",
    },
    arithmetic="Расчёт",
    who_said_what="Кто что сообщал",
    rows="Все строки этого источника",
    rows_note="Каждая строка — одно сообщённое число. «Строка» — её номер в observations.csv; последний диапазон — то, "
    "что допускают для неё другие строки того же источника.",
    columns=("Строка", "Что", "Период", "Сообщено", "Означает", "Допускают другие", "Оценка", "В печати", "Примечание"),
    events="События",
    event_columns=("Когда", "Что", "Где", "Источник"),
    context="Также сообщено",
    context_columns=("Что", "Когда", "Значение", "Источник"),
    source_columns=("Издатель", "Опубликовано", "Название", "Примечание"),
    visit="Открыть публикацию",
    alone="другие строки о ней не говорят",
    not_known="неизвестно",
    compared="Что сравнивалось",
    compared_columns=("Уровень", "Вывод", "Оценка"),
    all_sources="Каждый источник сам по себе",
    judged_columns=("Источник", "Чей учёт", "Валюта", "Оценка"),
    footer="Каждое число — такое, каким его напечатал источник. Учёт разных сторон никогда не смешивается.",
)

_BELARUSIAN: Final = PageText(
    product="Гандаль паводле паведамленняў",
    trade="Гандаль {reporter} з {partner}",
    trade_cases=("genitive", "instrumental"),
    description="{trade}: хто які лік паведаміў, што разам дапускаюць акругленыя лікі і дзе яны разыходзяцца.",
    skip="Адразу да лікаў",
    menu_label="Старонкі",
    overview="Агляд",
    consistency="Узгодненасць",
    record="Хроніка",
    data="Звесткі",
    sources="Крыніцы",
    source="Крыніца",
    period="Перыяд",
    currency="Валюта",
    language="Мова",
    theme="Колеры",
    themes=("Як у сістэме", "Светлыя", "Цёмныя"),
    show="Паказаць",
    counted_by="Улік: {country}",
    key_figures="Галоўныя лікі",
    charts="Графікі",
    reported="паведамлена",
    derived="выведзена",
    reported_means="лік надрукаваны ў крыніцы",
    derived_means="ліку ніхто не друкаваў; гэта ўвесь дыяпазон, які дапускаюць надрукаваныя лікі",
    allows="азначае: {range}",
    earlier="{value} годам раней",
    growth="{value} да мінулага года",
    line="радок {line}",
    lines="радкі {lines}",
    table="Табліца",
    text="Словамі",
    download="Спампаваць",
    picture="PNG, {scale}×",
    vector="SVG",
    rows_of_chart="CSV",
    failed="Малюнак зрабіць не ўдалося",
    problems="Файлы звестак не чытаюцца. Памылак: {count}. Ніжэй — апошнія правільныя лікі.",
    never_good="Файлы звестак не чытаюцца. Памылак: {count}. Паказаць пакуль няма чаго.",
    notices="Што заўважана пры чытанні файлаў",
    refused="Такі адрас паказаць нельга",
    to_overview="Да агляду",
    does_it_hold="Ці ўзгадняюцца лікі?",
    verdicts={
        Verdict.CONSISTENT: "Усе радкі гэтай крыніцы могуць быць праўдзівыя адначасова.",
        Verdict.UNDECIDED: "Ці могуць усе радкі быць праўдзівыя адначасова, залежыць ад таго, як акругляе выдавец.",
        Verdict.CONTRADICTION: "Усе гэтыя радкі адразу праўдзівыя быць не могуць.",
    },
    arithmetic="Разлік",
    who_said_what="Хто што паведамляў",
    rows="Усе радкі гэтай крыніцы",
    rows_note="Кожны радок — адзін паведамлены лік. «Радок» — яго нумар у observations.csv; апошні дыяпазон — тое, што "
    "дапускаюць для яго іншыя радкі той жа крыніцы.",
    columns=("Радок", "Што", "Перыяд", "Паведамлена", "Азначае", "Дапускаюць іншыя", "Ацэнка", "У друку", "Заўвага"),
    events="Падзеі",
    event_columns=("Калі", "Што", "Дзе", "Крыніца"),
    context="Таксама паведамлена",
    context_columns=("Што", "Калі", "Значэнне", "Крыніца"),
    source_columns=("Выдавец", "Апублікавана", "Назва", "Заўвага"),
    visit="Адкрыць публікацыю",
    alone="іншыя радкі пра яго не кажуць",
    not_known="невядома",
    compared="Што параўноўвалася",
    compared_columns=("Узровень", "Выснова", "Ацэнка"),
    all_sources="Кожная крыніца сама па сабе",
    judged_columns=("Крыніца", "Чый улік", "Валюта", "Ацэнка"),
    footer="Кожны лік — такі, якім яго надрукавала крыніца. Улік розных бакоў ніколі не змешваецца.",
)

TEXT: Final[Mapping[Language, PageText]] = MappingProxyType(
    {Language.EN: _ENGLISH, Language.RU: _RUSSIAN, Language.BE: _BELARUSIAN}
)
