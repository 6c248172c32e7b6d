"""What the reader of the files did or noticed, and why nothing was written, in Russian and Belarusian, by template."""

from __future__ import annotations

from typing import Final

from dashboard.wording.template import Template

_FILE: Final = (
    Template("{0} (lines {1})", "{0} (строки {1})", "{0} (радкі {1})"),
    Template(
        "the file is in UTF-16; it is read, save it as CSV UTF-8",
        "файл в UTF-16; он прочитан, сохраните его как CSV UTF-8",
        "файл у UTF-16; ён прачытаны, захавайце яго як CSV UTF-8",
    ),
    Template(
        "the file is in Windows-1251 (cp1251); it is read, save it as CSV UTF-8",
        "файл в Windows-1251 (cp1251); он прочитан, сохраните его как CSV UTF-8",
        "файл у Windows-1251 (cp1251); ён прачытаны, захавайце яго як CSV UTF-8",
    ),
    Template(
        "letters that Windows-1251 does not have were lost in saving the file, as in {0}",
        "при сохранении файла пропали буквы, которых нет в Windows-1251, например в {0}",
        "пры захаванні файла прапалі літары, якіх няма ў Windows-1251, напрыклад у {0}",
    ),
    Template("the columns are separated by commas", "столбцы разделены запятыми", "слупкі раздзелены коскамі"),
    Template(
        "the columns are separated by semicolons; commas are the rule",
        "столбцы разделены точками с запятой; по правилу — запятыми",
        "слупкі раздзелены кропкамі з коскай; паводле правіла — коскамі",
    ),
    Template(
        "the columns are separated by tabs; commas are the rule",
        "столбцы разделены табуляцией; по правилу — запятыми",
        "слупкі раздзелены табуляцыяй; паводле правіла — коскамі",
    ),
    Template(
        "the row stands in quotation marks as a whole; its cells are read",
        "строка целиком стоит в кавычках; её ячейки прочитаны",
        "радок цалкам стаіць у двукоссі; яго ячэйкі прачытаныя",
    ),
    Template(
        "the row has {0} cells, the header {1}; the others are read as empty",
        "в строке ячеек {0}, в заголовке {1}; остальные считаются пустыми",
        "у радку ячэек {0}, у загалоўку {1}; астатнія лічацца пустымі",
    ),
    Template(
        "the column is not known and kept as it is{0}",
        "столбец незнаком и оставлен как есть{0}",
        "слупок незнаёмы і пакінуты як ёсць{0}",
    ),
)
_CELL: Final = (
    Template(
        "the comma is read as a decimal point", "запятая прочитана как десятичная", "коска прачытана як дзесятковая"
    ),
    Template(
        "the gaps are read as thousands signs", "пробелы прочитаны как знак тысяч", "прагалы прачытаны як знак тысяч"
    ),
    Template(
        "the commas are read as thousands signs", "запятые прочитаны как знак тысяч", "коскі прачытаны як знак тысяч"
    ),
    Template(
        "the points are read as thousands signs", "точки прочитаны как знак тысяч", "кропкі прачытаны як знак тысяч"
    ),
    Template("the per cent sign is left out", "знак процента опущен", "знак працэнта апушчаны"),
    Template(
        "the sign before the number is read as a minus",
        "знак перед числом прочитан как минус",
        "знак перад лікам прачытаны як мінус",
    ),
    Template("{0} is read as {1}", "{0} прочитано как {1}", "{0} прачытана як {1}"),
    Template(
        "{0}, of which a spreadsheet made a date, is read as {1}",
        "{0}, из чего таблица сделала дату, прочитано как {1}",
        "{0}, з чаго табліца зрабіла дату, прачытана як {1}",
    ),
    Template(
        "{0} has an odd number of digits; a spreadsheet may have cut a leading zero",
        "в {0} нечётное число цифр; таблица могла отрезать ноль в начале",
        "у {0} няцотная колькасць лічбаў; табліца магла адрэзаць нуль у пачатку",
    ),
    Template(
        "{0} is not in {1} and is read as it stands; look whether it is a slip",
        "{0} нет в {1}, прочитано как есть; посмотрите, не описка ли это",
        "{0} няма ў {1}, прачытана як ёсць; паглядзіце, ці не апіска гэта",
    ),
    Template(
        "the step is empty; {0} is taken from the digits",
        "шаг не указан; взят {0} по числу знаков",
        "крок не пазначаны; узяты {0} паводле колькасці знакаў",
    ),
    Template(
        "the step is empty and {0} shows fewer decimals than the source's other numbers in {1}, which go down to {2}:"
        " a spreadsheet may have cut a zero off; {3} is used, fill in the step",
        "шаг не указан, а у {0} меньше знаков, чем у других чисел источника в {1}, где они доходят до {2}:"
        " таблица могла отрезать ноль; взят {3}, заполните шаг",
        "крок не пазначаны, а ў {0} менш знакаў, чым у іншых лікаў крыніцы ў {1}, дзе яны даходзяць да {2}:"
        " табліца магла адрэзаць нуль; узяты {3}, запоўніце крок",
    ),
    Template("compares {0} months with {1}", "сравнивает {0} мес. с {1} мес.", "параўноўвае {0} мес. з {1} мес."),
    Template(
        "compares {0} with {1}, which begins later",
        "сравнивает {0} с {1}, который начинается позже",
        "параўноўвае {0} з {1}, які пачынаецца пазней",
    ),
)
_WRITING: Final = (
    Template(
        "no row begins on line {0}",
        "на строке {0} не начинается ни одна запись",
        "на радку {0} не пачынаецца ніводны запіс",
    ),
    Template(
        "{0} would be run as a formula; begin with a letter or digit",
        "{0} таблица выполнила бы как формулу; начните с буквы или цифры",
        "{0} табліца выканала б як формулу; пачніце з літары або лічбы",
    ),
    Template(
        "{0} cannot be written in {1}; save the file as CSV UTF-8 first",
        "{0} нельзя записать в {1}; сначала сохраните файл как CSV UTF-8",
        "{0} нельга запісаць у {1}; спачатку захавайце файл як CSV UTF-8",
    ),
    Template(
        "the row cannot be written so that it is read again as it is given; mend the file first",
        "строку нельзя записать так, чтобы она прочиталась такой же; сначала исправьте файл",
        "радок нельга запісаць так, каб ён прачытаўся такім жа; спачатку выпраўце файл",
    ),
    Template(
        "the files in {0} were changed meanwhile; nothing was written: look at them again",
        "файлы в {0} тем временем изменились; ничего не записано: посмотрите на них снова",
        "файлы ў {0} тым часам змяніліся; нічога не запісана: паглядзіце на іх зноў",
    ),
    Template(
        "the files in {0} were changed since; nothing was undone",
        "файлы в {0} с тех пор изменились; ничего не отменено",
        "файлы ў {0} з тых часоў змяніліся; нічога не адменена",
    ),
    Template(
        "there is no backup in {0}; nothing was undone",
        "в {0} нет прежних файлов; ничего не отменено",
        "у {0} няма ранейшых файлаў; нічога не адменена",
    ),
    Template(
        "{0} cannot be opened: {1}; nothing was written",
        "{0} не открывается: {1}; ничего не записано",
        "{0} не адкрываецца: {1}; нічога не запісана",
    ),
    Template(
        "{0} cannot be written: {1}; nothing is lost",
        "{0} не записывается: {1}; ничего не потеряно",
        "{0} не запісваецца: {1}; нічога не страчана",
    ),
    Template(
        "the file is no workbook that can be opened; save it as .xlsx",
        "файл — не книга, которую можно открыть; сохраните его как .xlsx",
        "файл — не кніга, якую можна адкрыць; захавайце яго як .xlsx",
    ),
    Template(
        "the workbook unpacks to more than {0} bytes; save the one sheet alone",
        "распакованная книга больше {0} байт; сохраните нужный лист отдельно",
        "распакаваная кніга большая за {0} байт; захавайце патрэбны аркуш асобна",
    ),
    Template(
        "the workbook has more than {0} cells; delete what stands far away",
        "в книге больше {0} ячеек; удалите то, что стоит далеко",
        "у кнізе больш за {0} ячэек; выдаліце тое, што стаіць далёка",
    ),
)

NOTICES: Final = (*_FILE, *_CELL, *_WRITING)
