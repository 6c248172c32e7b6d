"""What the reader of the files says, in Russian and Belarusian, by its English template.

English is what the reader writes; {a}, {b}, {c} stand for what it quotes. Each template names what was found and what
is allowed, as the English one does.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Template(NamedTuple):
    """One sentence in three languages."""

    en: str
    ru: str
    be: str


PLACE: Final = Template("{file} line {line}", "{file}, строка {line}", "{file}, радок {line}")
COLUMN: Final = Template("column {column}", "столбец {column}", "слупок {column}")

_FILE: Final = (
    Template("the file is missing from {a}", "файла нет в папке {a}", "файла няма ў папцы {a}"),
    Template(
        "there is no such folder; name the one that holds the files",
        "такой папки нет; укажите ту, где лежат файлы",
        "такой папкі няма; пакажыце тую, дзе ляжаць файлы",
    ),
    Template("{a} cannot be opened: {b}", "{a} не открывается: {b}", "{a} не адкрываецца: {b}"),
    Template(
        "{a} is not a file; put the CSV file in its place",
        "{a} — не файл; положите на его место файл CSV",
        "{a} — не файл; пакладзіце на яго месца файл CSV",
    ),
    Template(
        "the file is empty; its first line names the columns {a}",
        "файл пуст; первая строка называет столбцы {a}",
        "файл пусты; першы радок называе слупкі {a}",
    ),
    Template(
        "byte {a} is neither UTF-8 nor, with the words around it, Windows-1251; save the file as CSV UTF-8",
        "байт {a} — не UTF-8 и, судя по словам вокруг, не Windows-1251; сохраните файл как CSV UTF-8",
        "байт {a} — не UTF-8 і, мяркуючы па словах вакол, не Windows-1251; захавайце файл як CSV UTF-8",
    ),
    Template(
        "the line holds a NUL character, so it is no plain text; save the file as CSV UTF-8",
        "в строке есть нулевой символ, это не простой текст; сохраните файл как CSV UTF-8",
        "у радку ёсць нулявы сімвал, гэта не просты тэкст; захавайце файл як CSV UTF-8",
    ),
    Template(
        "a cell has more than {a} characters; look for a quotation mark that is missing",
        "в ячейке больше {a} знаков; поищите пропущенную кавычку",
        "у ячэйцы больш за {a} знакаў; пашукайце прапушчанае двукоссе",
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
        "the row has {a} cells, the header {b}; a cell that holds the delimiter must stand in quotation marks",
        "в строке ячеек {a}, в заголовке {b}; ячейка, в которой есть разделитель, должна стоять в кавычках",
        "у радку ячэек {a}, у загалоўку {b}; ячэйка, у якой ёсць раздзяляльнік, мусіць стаяць у двукоссі",
    ),
    Template(
        "the column stands {a} times in the header; keep one",
        "столбец стоит в заголовке {a} раза; оставьте один",
        "слупок стаіць у загалоўку {a} разы; пакіньце адзін",
    ),
    Template(
        "the column is missing; the header must name {a}",
        "столбца нет; в заголовке должны быть {a}",
        "слупка няма; у загалоўку мусяць быць {a}",
    ),
    Template(
        "the columns {a} are missing; the header must name {b}",
        "нет столбцов {a}; в заголовке должны быть {b}",
        "няма слупкоў {a}; у загалоўку мусяць быць {b}",
    ),
    Template(
        "{a} names no column; write the columns {b} and separate them by commas",
        "{a} — не имя столбца; напишите столбцы {b} и разделите их запятыми",
        "{a} — не імя слупка; напішыце слупкі {b} і раздзяліце іх коскамі",
    ),
    Template(
        "column {a} has cells but no name; name it in the header",
        "в столбце {a} есть ячейки, но нет имени; назовите его в заголовке",
        "у слупку {a} ёсць ячэйкі, але няма імя; назавіце яго ў загалоўку",
    ),
)
_NUMBERS: Final = (
    Template(
        "{a} has a decimal comma, but other numbers have commas between thousands; write it with a point and no comma",
        "в {a} десятичная запятая, а в других числах запятые между тысячами; пишите с точкой и без запятых",
        "у {a} дзесятковая коска, а ў іншых ліках коскі паміж тысячамі; пішыце з кропкай і без косак",
    ),
    Template(
        "{a} can be {b} or {c}; write it with a point",
        "{a} может значить {b} или {c}; пишите с точкой",
        "{a} можа значыць {b} або {c}; пішыце з кропкай",
    ),
    Template(
        "{a} can be {b} or {c}; write {d}, or {e} with step 0.001",
        "{a} может значить {b} или {c}; пишите {d} или {e} с шагом 0.001",
        "{a} можа значыць {b} або {c}; пішыце {d} або {e} з крокам 0.001",
    ),
    Template(
        "{a} is not a decimal number; write digits with a point, such as {b}",
        "{a} — не десятичное число; пишите цифры с точкой, например {b}",
        "{a} — не дзесятковы лік; пішыце лікі з кропкай, напрыклад {b}",
    ),
    Template(
        "{a} is a date, which a spreadsheet makes of a number such as {b};"
        " write the number again, in a column formatted as text",
        "{a} — дата, которую таблица делает из числа вроде {b}; напишите число заново в столбце с текстовым форматом",
        "{a} — дата, якую табліца робіць з ліку накшталт {b}; напішыце лік наноў у слупку з тэкставым фарматам",
    ),
    Template(
        "{a} can be a date, which a spreadsheet makes of a number such as {b};"
        " write the number again as text, or {c} if it is the number",
        "{a} может быть датой, которую таблица делает из числа вроде {b};"
        " напишите число заново как текст или {c}, если это и есть число",
        "{a} можа быць датай, якую табліца робіць з ліку накшталт {b};"
        " напішыце лік наноў як тэкст або {c}, калі гэта і ёсць лік",
    ),
    Template(
        "{a} has an exponent, with which a spreadsheet hides digits; write all digits",
        "в {a} есть порядок, за которым таблица прячет цифры; напишите все цифры",
        "у {a} ёсць парадак, за якім табліца хавае лічбы; напішыце ўсе лічбы",
    ),
    Template(
        "{a} has {b} digits; a printed number has at most {c}",
        "в {a} цифр {b}; в напечатанном числе их не больше {c}",
        "у {a} лічбаў {b}; у надрукаваным ліку іх не больш за {c}",
    ),
    Template(
        "a row without a number says nothing; delete the row",
        "строка без числа ничего не сообщает; удалите строку",
        "радок без ліку нічога не паведамляе; выдаліце радок",
    ),
    Template(
        "{a} is below zero, and an amount of {b} never is; write it without a sign",
        "{a} меньше нуля, а объём ({b}) таким не бывает; пишите без знака",
        "{a} меншае за нуль, а аб'ём ({b}) такім не бывае; пішыце без знака",
    ),
    Template(
        "{a} is not above zero; write the rounding step, such as {b}",
        "{a} не больше нуля; напишите шаг округления, например {b}",
        "{a} не большае за нуль; напішыце крок акруглення, напрыклад {b}",
    ),
    Template(
        "{a} is not between 0 and 100; a share is a part of turnover",
        "{a} не между 0 и 100; доля — часть товарооборота",
        "{a} не паміж 0 і 100; доля — частка тавараабароту",
    ),
)
_WORDS: Final = (
    Template(
        "{a} is a date; write the period itself, as text: {b}",
        "{a} — дата; напишите сам период, текстом: {b}",
        "{a} — дата; напішыце сам перыяд, тэкстам: {b}",
    ),
    Template(
        "a balance has no {a}, since its base may be below zero; write its change in money",
        "у сальдо не бывает {a}: его база может быть меньше нуля; напишите изменение в деньгах",
        "у сальда не бывае {a}: яго база можа быць меншая за нуль; напішыце змяненне ў грашах",
    ),
    Template(
        "a {a} is compared with nothing; leave the cell empty",
        "{a} ни с чем не сравнивается; оставьте ячейку пустой",
        "{a} ні з чым не параўноўваецца; пакіньце ячэйку пустой",
    ),
    Template(
        "the cell is empty; every row needs one",
        "ячейка пуста; она нужна в каждой строке",
        "ячэйка пустая; яна патрэбна ў кожным радку",
    ),
    Template("the cell is empty; write {a}", "ячейка пуста; напишите: {a}", "ячэйка пустая; напішыце: {a}"),
    Template(
        "{a} is no id in sources.csv; add it there; near: {b}",
        "{a} — нет такого id в sources.csv; добавьте его туда; похожие: {b}",
        "{a} — няма такога id у sources.csv; дадайце яго туды; падобныя: {b}",
    ),
    Template(
        "{a} is no id in sources.csv; add it there",
        "{a} — нет такого id в sources.csv; добавьте его туда",
        "{a} — няма такога id у sources.csv; дадайце яго туды",
    ),
    Template(
        "{a} is the id of line {b} as well; ids are unique",
        "{a} — уже id строки {b}; id не повторяются",
        "{a} — ужо id радка {b}; id не паўтараюцца",
    ),
    Template(
        "says the same as line {a}; delete one of the two",
        "повторяет строку {a}; удалите одну из двух",
        "паўтарае радок {a}; выдаліце адзін з двух",
    ),
    Template(
        "{a} is the reporter as well; write the country on the other side",
        "{a} — это и есть сообщающая страна; напишите страну на другой стороне",
        "{a} — гэта і ёсць краіна, якая паведамляе; напішыце краіну на другім баку",
    ),
    Template(
        "{a} does not fit {b}; write {c}", "{a} не подходит к {b}; напишите: {c}", "{a} не пасуе да {b}; напішыце: {c}"
    ),
    Template(
        "{a} is not between {b} and {c}; write {d}",
        "{a} не между {b} и {c}; напишите: {d}",
        "{a} не паміж {b} і {c}; напішыце: {d}",
    ),
    Template(
        "{a} has a month {b}; months are 01 to 12",
        "в {a} месяц {b}; месяцы — от 01 до 12",
        "у {a} месяц {b}; месяцы — ад 01 да 12",
    ),
    Template(
        "{a} leaves the currency open, since source {b}; write {c}",
        "{a} не называет валюту, а её не узнать по источнику {b}; напишите: {c}",
        "{a} не называе валюту, а яе не пазнаць па крыніцы {b}; напішыце: {c}",
    ),
    Template(
        "{a} is not in the calendar; write {b}",
        "{a} — такой даты нет; напишите: {b}",
        "{a} — такой даты няма; напішыце: {b}",
    ),
    Template("{a} is not {b}; write {c}", "{a} сюда не подходит; напишите: {c}", "{a} сюды не пасуе; напішыце: {c}"),
)

TEMPLATES: Final = (*_FILE, *_NUMBERS, *_WORDS)
"""In the order in which they are tried: the more special one first."""
