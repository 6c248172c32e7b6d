"""Why a file cannot be read as a whole, in Russian and Belarusian, by the template of its message."""

from __future__ import annotations

from typing import Final

from dashboard.wording.template import Template

FILES: Final = (
    Template("the file is missing from {0}", "файла нет в папке {0}", "файла няма ў папцы {0}"),
    Template(
        "there is no such folder; name the one that holds the files",
        "такой папки нет; укажите ту, где лежат файлы",
        "такой папкі няма; пакажыце тую, дзе ляжаць файлы",
    ),
    Template("{0} cannot be opened: {1}", "{0} не открывается: {1}", "{0} не адкрываецца: {1}"),
    Template(
        "{0} is not a file; put the CSV file in its place",
        "{0} — не файл; положите на его место файл CSV",
        "{0} — не файл; пакладзіце на яго месца файл CSV",
    ),
    Template(
        "{0} has more than {1} bytes; it is not read",
        "{0}: больше {1} байт; файл не читается",
        "{0}: больш за {1} байт; файл не чытаецца",
    ),
    Template(
        "the file is empty; its first line names the columns {0}",
        "файл пуст; первая строка называет столбцы {0}",
        "файл пусты; першы радок называе слупкі {0}",
    ),
    Template(
        "byte {0} is neither UTF-8 nor, with the words around it, Windows-1251; save the file as CSV UTF-8",
        "байт {0} — не UTF-8 и, судя по словам вокруг, не Windows-1251; сохраните файл как CSV UTF-8",
        "байт {0} — не UTF-8 і, мяркуючы па словах вакол, не Windows-1251; захавайце файл як CSV UTF-8",
    ),
    Template(
        "the line holds a NUL character, so it is no plain text; save the file as CSV UTF-8",
        "в строке есть нулевой символ, это не простой текст; сохраните файл как CSV UTF-8",
        "у радку ёсць нулявы сімвал, гэта не просты тэкст; захавайце файл як CSV UTF-8",
    ),
    Template(
        "the line holds the character {0}, which is not seen and can hide or turn what stands beside it; delete it",
        "в строке есть невидимый символ {0}, который может скрыть или переставить соседний текст; удалите его",
        "у радку ёсць нябачны сімвал {0}, які можа схаваць або пераставіць суседні тэкст; выдаліце яго",
    ),
    Template(
        "the file has more than {0} lines; files of so many rows are judged by trade-dashboard scale",
        "в файле больше {0} строк; файлы такого размера проверяет команда trade-dashboard scale",
        "у файле больш за {0} радкоў; файлы такога памеру правярае каманда trade-dashboard scale",
    ),
    Template(
        "a cell has more than {0} characters; look for a quotation mark that is missing",
        "в ячейке больше {0} знаков; поищите пропущенную кавычку",
        "у ячэйцы больш за {0} знакаў; пашукайце прапушчанае двукоссе",
    ),
    Template(
        'a quotation mark opens a cell here and none closes it; write "" for a quotation mark inside a cell',
        'здесь кавычка открывает ячейку, и ни одна её не закрывает; кавычку внутри ячейки пишите как ""',
        'тут двукоссе адкрывае ячэйку, і ніводнае яе не закрывае; двукоссе ўнутры ячэйкі пішыце як ""',
    ),
    Template(
        'a quoted cell goes on after its closing quotation mark; write "" for a quotation mark inside a cell',
        'ячейка продолжается после закрывающей кавычки; кавычку внутри ячейки пишите как ""',
        'ячэйка працягваецца пасля закрывальнага двукосся; двукоссе ўнутры ячэйкі пішыце як ""',
    ),
    Template(
        "the row has {0} cells, the header {1}; a cell that holds the delimiter must stand in quotation marks",
        "в строке ячеек {0}, в заголовке {1}; ячейка, в которой есть разделитель, должна стоять в кавычках",
        "у радку ячэек {0}, у загалоўку {1}; ячэйка, у якой ёсць раздзяляльнік, мусіць стаяць у двукоссі",
    ),
    Template(
        "the file ends within line {0}, after cell {1} of {2}, so it may be half written;"
        " end the line with a line break, or write its other cells",
        "файл обрывается на строке {0}, после ячейки {1} из {2}, и, возможно, записан не до конца;"
        " завершите строку переводом строки или допишите остальные ячейки",
        "файл абрываецца на радку {0}, пасля ячэйкі {1} з {2}, і, магчыма, запісаны не да канца;"
        " завяршыце радок пераводам радка або дапішыце астатнія ячэйкі",
    ),
    Template(
        "the column stands {0} times in the header; keep one",
        "столбец стоит в заголовке несколько раз ({0}); оставьте один",
        "слупок стаіць у загалоўку некалькі разоў ({0}); пакіньце адзін",
    ),
    Template(
        "the column is missing; the header must name {0}",
        "столбца нет; в заголовке должны быть {0}",
        "слупка няма; у загалоўку мусяць быць {0}",
    ),
    Template(
        "the columns {0} are missing; the header must name {1}",
        "нет столбцов {0}; в заголовке должны быть {1}",
        "няма слупкоў {0}; у загалоўку мусяць быць {1}",
    ),
    Template(
        "{0} names no column; write the columns {1} and separate them by commas",
        "{0} — не имя столбца; напишите столбцы {1} и разделите их запятыми",
        "{0} — не назва слупка; напішыце слупкі {1} і раздзяліце іх коскамі",
    ),
    Template(
        "column {0} has cells but no name; name it in the header",
        "в столбце {0} есть ячейки, но нет имени; назовите его в заголовке",
        "у слупку {0} ёсць ячэйкі, але няма назвы; назавіце яго ў загалоўку",
    ),
)
