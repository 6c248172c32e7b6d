"""What the page of forms says: new rows, what they would change, files that are tried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language


@dataclass(frozen=True, slots=True)
class EditText:
    """The words of one language.

    Attributes:
        same: How many sources have the verdict that they had: {0}.
        marks: How many marks of a chart are {0} new, {1} changed, {2} gone.
        written: With {files}; `all_sources` with {country}; `too_large` with {size}; `too_many` with {rows}.
        clash: Said to the second of two people who edit at once.
        foreign: Why a form is not taken that this server did not make.
    """

    heading: str
    back: str
    read_only: str
    rows: str
    statement: str
    statement_note: str
    fields: str
    new_source: str
    show: str
    preview: str
    nothing_yet: str
    verdicts: str
    verdict_columns: tuple[str, str, str]
    new: str
    all_sources: str
    no_turns: str
    same: str
    rows_changed: str
    no_rows: str
    bounds: str
    bound_columns: tuple[str, str, str, str, str]
    charts: str
    marks: str
    no_marks: str
    save: str
    written: str
    undo: str
    undone: str
    clash: str
    foreign: str
    file: str
    file_note: str
    file_label: str
    paste_label: str
    try_it: str
    tried: str
    unreadable: str
    no_table: str
    too_large: str
    too_many: str


_ENGLISH: Final = EditText(
    heading="Add rows, or try a file",
    back="Back to the data",
    read_only="This server writes to no files. To add rows here, start it with --edit.",
    rows="Add rows",
    statement="A statement in English or Russian",
    statement_note="“Exports fell by 8.4 percent to $17.2bn in January–October 2022”. Every word has to be understood.",
    fields="One number, field by field, in place of a statement",
    new_source="Of a new source",
    show="Show what would change",
    preview="What would change",
    nothing_yet="Nothing is written yet.",
    verdicts="Verdicts",
    verdict_columns=("Source", "Before", "After"),
    new="new",
    all_sources="All sources, counted by {country}",
    no_turns="No verdict changes.",
    same="Sources whose verdict stays as it is: {0}",
    rows_changed="Rows that go and come",
    no_rows="The rows are the same as here.",
    bounds="What the other rows allow",
    bound_columns=("Line", "What", "Before", "After", "Verdict"),
    charts="Charts",
    marks="new marks: {0}; changed: {1}; gone: {2}",
    no_marks="No chart changes.",
    save="Write to the files",
    written="Written: {files}. What they held before is beside them, ending in .bak.",
    undo="Undo",
    undone="Undone: the files are as they were.",
    clash="Somebody changed the files after you looked; nothing of yours was written and nothing of theirs is lost.",
    foreign="This form was not made by this server, or by an earlier run of it. Open the page anew and send it again.",
    file="Try a file",
    file_note="It is read and judged as if it were observations.csv (or a workbook of it, with sources.csv beside it "
    "where you choose both). Nothing is written or kept: only this answer in your browser.",
    file_label="CSV or XLSX: choose files or drop them here",
    paste_label="Or paste the text of a CSV",
    try_it="Show what it says",
    tried="What the file says",
    unreadable="It cannot be read. Problems: {count}.",
    no_table="None of it has the columns source, reporter, partner, flow, period, measure, value, unit.",
    too_large="That is more than {size} MB; split it, or judge it on the command line with check.",
    too_many="That is more than {rows} rows; judge it on the command line with check or scale.",
)

_RUSSIAN: Final = EditText(
    heading="Добавить строки или проверить файл",
    back="Назад к данным",
    read_only="Этот сервер ничего не записывает. Чтобы добавлять строки здесь, запустите его с --edit.",
    rows="Добавить строки",
    statement="Цитата на русском или английском языке",
    statement_note="«Экспорт снизился на 8,4 процента до 17,2 млрд долларов в январе–октябре 2022 года». Понятным "
    "должно быть каждое слово.",
    fields="Одно число по полям вместо цитаты",
    new_source="О новом источнике",
    show="Показать, что изменится",
    preview="Что изменится",
    nothing_yet="Пока ничего не записано.",
    verdicts="Вердикты",
    verdict_columns=("Источник", "До", "После"),
    new="не было",
    all_sources="Все источники; чьи данные: {country}",
    no_turns="Ни один вердикт не меняется.",
    same="Источников, чей вердикт не меняется: {0}",
    rows_changed="Какие строки исчезают и появляются",
    no_rows="Строки те же, что здесь.",
    bounds="Что допускают остальные строки",
    bound_columns=("Строка", "Что", "До", "После", "Вердикт"),
    charts="Графики",
    marks="новых отметок: {0}; изменённых: {1}; исчезнувших: {2}",
    no_marks="Ни один график не меняется.",
    save="Записать в файлы",
    written="Записано: {files}. Прежнее содержимое лежит рядом, с окончанием .bak.",
    undo="Отменить",
    undone="Отменено: файлы такие же, как были.",
    clash="Кто-то изменил файлы после того, как вы их видели; из вашего ничего не записано, чужое не потеряно.",
    foreign="Эту форму создал не этот сервер или более ранний его запуск. Откройте страницу заново и отправьте "
    "её ещё раз.",
    file="Проверить файл",
    file_note="Он читается и оценивается так, будто это observations.csv (или книга с ним; рядом можно выбрать и "
    "sources.csv). Ничего не записывается и не хранится: ответ есть только в вашем браузере.",
    file_label="CSV или XLSX: выберите файлы или перетащите их сюда",
    paste_label="Или вставьте текст CSV",
    try_it="Показать, что в нём",
    tried="Что говорит файл",
    unreadable="Прочитать нельзя. Ошибок: {count}.",
    no_table="Нигде нет столбцов source, reporter, partner, flow, period, measure, value, unit.",
    too_large="Это больше {size} МБ; разделите файл или проверьте его командой check.",
    too_many="Это больше {rows} строк; проверьте файл командой check или scale.",
)

_BELARUSIAN: Final = EditText(
    heading="Дадаць радкі або праверыць файл",
    back="Назад да даных",
    read_only="Гэты сервер нічога не запісвае. Каб дадаваць радкі тут, запусціце яго з --edit.",
    rows="Дадаць радкі",
    statement="Паведамленне на рускай або англійскай мове",
    statement_note="«Экспорт снизился на 8,4 процента до 17,2 млрд долларов в январе–октябре 2022 года». Зразумелым "
    "мусіць быць кожнае слова.",
    fields="Адзін лік па палях замест паведамлення",
    new_source="Пра новую крыніцу",
    show="Паказаць, што зменіцца",
    preview="Што зменіцца",
    nothing_yet="Пакуль нічога не запісана.",
    verdicts="Ацэнкі",
    verdict_columns=("Крыніца", "Да", "Пасля"),
    new="не было",
    all_sources="Усе крыніцы, чые даныя: {country}",
    no_turns="Ніводная ацэнка не мяняецца.",
    same="Крыніц, чыя ацэнка не мяняецца: {0}",
    rows_changed="Якія радкі знікаюць і з’яўляюцца",
    no_rows="Радкі тыя ж, што тут.",
    bounds="Што дапускаюць іншыя радкі",
    bound_columns=("Радок", "Што", "Да", "Пасля", "Ацэнка"),
    charts="Графікі",
    marks="новых адзнак: {0}; змененых: {1}; зніклых: {2}",
    no_marks="Ніводны графік не мяняецца.",
    save="Запісаць у файлы",
    written="Запісана: {files}. Ранейшае змесціва ляжыць побач, з пашырэннем .bak.",
    undo="Адмяніць",
    undone="Адменена: файлы такія ж, як былі.",
    clash="Нехта змяніў файлы пасля таго, як вы іх бачылі; з вашага нічога не запісана, чужое не страчана.",
    foreign="Гэтую форму стварыў не гэты сервер або больш ранні яго запуск. Адкрыйце старонку нанова і адпраўце яе "
    "яшчэ раз.",
    file="Праверыць файл",
    file_note="Ён чытаецца і ацэньваецца так, нібы гэта observations.csv (або кніга з ім; побач можна выбраць і "
    "sources.csv). Нічога не запісваецца і не захоўваецца: адказ ёсць толькі ў вашым браўзеры.",
    file_label="CSV або XLSX: выберыце файлы або перацягніце іх сюды",
    paste_label="Або ўстаўце тэкст CSV",
    try_it="Паказаць, што ў ім",
    tried="Што кажа файл",
    unreadable="Прачытаць нельга. Памылак: {count}.",
    no_table="Нідзе няма слупкоў source, reporter, partner, flow, period, measure, value, unit.",
    too_large="Гэта больш за {size} МБ; падзяліце файл або праверце яго камандай check.",
    too_many="Гэта больш за {rows} радкоў; праверце файл камандай check або scale.",
)

TEXT: Final[Mapping[Language, EditText]] = MappingProxyType(
    {Language.EN: _ENGLISH, Language.RU: _RUSSIAN, Language.BE: _BELARUSIAN}
)
