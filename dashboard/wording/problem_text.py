"""Why the reader refuses a cell or a row, and what could not be proved, in Russian and Belarusian, by its template.

Each names what was found and what is allowed, as the English one does.
"""

from __future__ import annotations

from typing import Final

from dashboard.wording.template import Template

PLACE: Final = Template("{0} line {1}", "{0}, строка {1}", "{0}, радок {1}")
COLUMN: Final = Template("column {0}", "столбец {0}", "слупок {0}")

_NUMBERS: Final = (
    Template(
        "{0} has a decimal comma, but other numbers have commas between thousands; write it with a point and no comma",
        "в {0} десятичная запятая, а в других числах запятые между тысячами; пишите с точкой и без запятых",
        "у {0} дзесятковая коска, а ў іншых ліках коскі паміж тысячамі; пішыце з кропкай і без косак",
    ),
    Template(
        "{0} can be {1} or {2}; write it with a point",
        "{0} может значить {1} или {2}; пишите с точкой",
        "{0} можа значыць {1} або {2}; пішыце з кропкай",
    ),
    Template(
        "{0} can be {1} or {2}; write {2}, or {1} with step 0.001",
        "{0} может значить {1} или {2}; пишите {2} или {1} с шагом 0.001",
        "{0} можа значыць {1} або {2}; пішыце {2} або {1} з крокам 0.001",
    ),
    Template(
        "{0} is a date, which a spreadsheet makes of a number such as {1};"
        " write the number again, in a column formatted as text",
        "{0} — дата, которую таблица делает из числа вроде {1}; напишите число заново в столбце с текстовым форматом",
        "{0} — дата, якую табліца робіць з ліку накшталт {1}; напішыце лік наноў у слупку з тэкставым фарматам",
    ),
    Template(
        "{0} can be a date, which a spreadsheet makes of a number such as {1};"
        " write the number again as text, or {2} if it is the number",
        "{0} может быть датой, которую таблица делает из числа вроде {1};"
        " напишите число заново как текст или {2}, если это и есть число",
        "{0} можа быць датай, якую табліца робіць з ліку накшталт {1};"
        " напішыце лік наноў як тэкст або {2}, калі гэта і ёсць лік",
    ),
    Template(
        "{0} can have its last zero from a spreadsheet, which shows 41.2 % so; fill in the step",
        "последний ноль в {0} могла приписать таблица, она показывает так 41.2 %; заполните шаг",
        "апошні нуль у {0} магла прыпісаць табліца, яна паказвае так 41.2 %; запоўніце крок",
    ),
    Template(
        "{0} has an exponent, with which a spreadsheet hides digits; write all digits",
        "в {0} есть порядок, за которым таблица прячет цифры; напишите все цифры",
        "у {0} ёсць парадак, за якім табліца хавае лічбы; напішыце ўсе лічбы",
    ),
    Template(
        "{0} has {1} digits; a printed number has at most {2}",
        "в {0} цифр {1}; в напечатанном числе их не больше {2}",
        "у {0} лічбаў {1}; у надрукаваным ліку іх не больш за {2}",
    ),
    Template(
        "a row without a number says nothing; delete the row",
        "строка без числа ничего не сообщает; удалите строку",
        "радок без ліку нічога не паведамляе; выдаліце радок",
    ),
    Template(
        "{0} is below zero, and an amount of {1} never is; write it without a sign",
        "{0} меньше нуля, а объём ({1}) таким не бывает; пишите без знака",
        "{0} меншае за нуль, а аб’ём ({1}) такім не бывае; пішыце без знака",
    ),
    Template(
        "{0} is not above zero; write the rounding step, such as 0.1",
        "{0} не больше нуля; напишите шаг округления, например 0.1",
        "{0} не большае за нуль; напішыце крок акруглення, напрыклад 0.1",
    ),
    Template(
        "{0} is below -100 %, and nothing falls by more than all of it",
        "{0} меньше -100 %, а упасть больше чем целиком ничто не может",
        "{0} меншае за -100 %, а ўпасці больш чым цалкам нішто не можа",
    ),
    Template(
        "{0} is below zero; a factor is the number of times, 0 or more",
        "{0} меньше нуля; factor — это во сколько раз, 0 или больше",
        "{0} меншае за нуль; factor — гэта ў колькі разоў, 0 або больш",
    ),
    Template(
        "{0} has a per cent sign, but the unit is {1}; write one or the other",
        "в {0} стоит знак процента, а единица — {1}; оставьте что-то одно",
        "у {0} стаіць знак працэнта, а адзінка — {1}; пакіньце нешта адно",
    ),
    Template(
        "{0} is not between 0 and 100; a share is a part of turnover",
        "{0} не между 0 и 100; доля — часть товарооборота",
        "{0} не паміж 0 і 100; доля — частка тавараабароту",
    ),
)
_WORDS: Final = (
    Template(
        "{0} is a date; write the period itself, as text: {1}",
        "{0} — дата; напишите сам период, текстом: {1}",
        "{0} — дата; напішыце сам перыяд, тэкстам: {1}",
    ),
    Template(
        "a balance has no {0}, since its base may be below zero; write its change in money",
        "у сальдо не бывает {0}: его база может быть меньше нуля; напишите изменение в деньгах",
        "у сальда не бывае {0}: яго база можа быць меншая за нуль; напішыце змяненне ў грашах",
    ),
    Template(
        "a {0} is compared with nothing; leave the cell empty",
        "{0} ни с чем не сравнивается; оставьте ячейку пустой",
        "{0} ні з чым не параўноўваецца; пакіньце ячэйку пустой",
    ),
    Template(
        "the cell is empty; every row needs one",
        "ячейка пуста; она нужна в каждой строке",
        "ячэйка пустая; яна патрэбна ў кожным радку",
    ),
    Template("the cell is empty; write {0}", "ячейка пуста; напишите: {0}", "ячэйка пустая; напішыце: {0}"),
    Template(
        "{0} is no id in sources.csv; add it there{1}",
        "{0} — нет такого id в sources.csv; добавьте его туда{1}",
        "{0} — няма такога id у sources.csv; дадайце яго туды{1}",
    ),
    Template("; near: {0}", "; похожие: {0}", "; падобныя: {0}"),
    Template(
        "the cell is empty; write the id of a row in sources.csv",
        "ячейка пуста; напишите id строки из sources.csv",
        "ячэйка пустая; напішыце id радка з sources.csv",
    ),
    Template(
        "a share is a part of turnover, and turnover is all of it; write a share of exports or imports",
        "доля — часть товарооборота, а товарооборот — весь он; пишите долю экспорта или импорта",
        "доля — частка тавараабароту, а тавараабарот — увесь ён; пішыце долю экспарту або імпарту",
    ),
    Template(
        "a share is a part of turnover, which balance is not; write a share of exports or imports",
        "доля — часть товарооборота, а сальдо им не является; пишите долю экспорта или импорта",
        "доля — частка тавараабароту, а сальда ёю не з’яўляецца; пішыце долю экспарту або імпарту",
    ),
    Template(
        "{0} is the id of line {1} as well; ids are unique",
        "{0} — уже id строки {1}; id не повторяются",
        "{0} — ужо id радка {1}; id не паўтараюцца",
    ),
    Template(
        "says the same as line {0}; delete one of the two",
        "повторяет строку {0}; удалите одну из двух",
        "паўтарае радок {0}; выдаліце адзін з двух",
    ),
    Template(
        "{0} is the reporter as well; write the country on the other side",
        "{0} — это и есть сообщающая страна; напишите страну на другой стороне",
        "{0} — гэта і ёсць краіна, якая паведамляе; напішыце краіну на другім баку",
    ),
    Template(
        "{0} does not fit {1}; write {2}", "{0} не подходит к {1}; напишите: {2}", "{0} не пасуе да {1}; напішыце: {2}"
    ),
    Template(
        "{0} is not between {1} and {2}; write {3}",
        "{0} не между {1} и {2}; напишите: {3}",
        "{0} не паміж {1} і {2}; напішыце: {3}",
    ),
    Template(
        '"{0}" has a month {1}; months are 01 to 12',
        'в "{0}" месяц {1}; месяцы — от 01 до 12',
        'у "{0}" месяц {1}; месяцы — ад 01 да 12',
    ),
    Template(
        '"{0}" is not a period; write {1}',
        '"{0}" — не период; напишите: {1}',
        '"{0}" — не перыяд; напішыце: {1}',
    ),
    Template(
        '"{0}" ends before it begins; write the earlier month first',
        '"{0}" кончается раньше, чем начинается; сначала пишите более ранний месяц',
        '"{0}" канчаецца раней, чым пачынаецца; спачатку пішыце больш ранні месяц',
    ),
    Template(
        "{0} ends before it begins; write the earlier date first",
        "{0} кончается раньше, чем начинается; сначала пишите более раннюю дату",
        "{0} канчаецца раней, чым пачынаецца; спачатку пішыце больш раннюю дату",
    ),
    Template(
        "{0} can have the day or the month first; write {1} or {2}",
        "в {0} первым может стоять день или месяц; напишите {1} или {2}",
        "у {0} першым можа стаяць дзень або месяц; напішыце {1} або {2}",
    ),
    Template(
        "{0} is the period of the row itself; write the period before it",
        "{0} — период самой строки; напишите период до него",
        "{0} — перыяд самога радка; напішыце перыяд да яго",
    ),
    Template(
        "{0} leaves the currency open, since source {1} has amounts in {3}; write one of {2}",
        "{0} не называет валюту, а у источника {1} суммы в {3}; напишите одно из: {2}",
        "{0} не называе валюту, а ў крыніцы {1} сумы ў {3}; напішыце адно з: {2}",
    ),
    Template(
        "{0} leaves the currency open, since source {1} has no amounts in money; write one of {2}",
        "{0} не называет валюту, а у источника {1} нет сумм; напишите одно из: {2}",
        "{0} не называе валюту, а ў крыніцы {1} няма сум; напішыце адно з: {2}",
    ),
    Template(
        "{0} is not in the calendar; write {1}",
        "{0} — такой даты нет; напишите: {1}",
        "{0} — такой даты няма; напішыце: {1}",
    ),
    Template("{0} is not {1}; write {2}", "{0} сюда не подходит; напишите: {2}", "{0} сюды не пасуе; напішыце: {2}"),
)

_ALLOWED: Final = (
    Template("digits with a point, such as 17.2", "цифры с точкой, например 17.2", "лічбы з кропкай, напрыклад 17.2"),
    Template("three letters such as RUS or BLR", "три буквы, как RUS или BLR", "тры літары, як RUS або BLR"),
    Template(
        "2021, 2022-10, 2022-Q3, 2022-H1 or 2022-01/2022-10",
        "2021, 2022-10, 2022-Q3, 2022-H1 или 2022-01/2022-10",
        "2021, 2022-10, 2022-Q3, 2022-H1 або 2022-01/2022-10",
    ),
    Template("2023-01-17, 2023-01 or 2023", "2023-01-17, 2023-01 или 2023", "2023-01-17, 2023-01 або 2023"),
    Template(
        "2022-06-30, 2022-06-30/2022-07-01, 2022-12, 2022 or a period",
        "2022-06-30, 2022-06-30/2022-07-01, 2022-12, 2022 или период",
        "2022-06-30, 2022-06-30/2022-07-01, 2022-12, 2022 або перыяд",
    ),
    Template(
        "USD bn (or th, mn, tn, or nothing after the currency), %, % USD, times or times USD",
        "USD bn (или th, mn, tn, или ничего после валюты), %, % USD, times или times USD",
        "USD bn (або th, mn, tn, або нічога пасля валюты), %, % USD, times або times USD",
    ),
    Template(
        "a currency with its scale, such as USD bn",
        "валюту и её порядок, например USD bn",
        "валюту і яе парадак, напрыклад USD bn",
    ),
    Template(
        "% or % with a currency, such as % USD",
        "% или % с валютой, например % USD",
        "% або % з валютай, напрыклад % USD",
    ),
    Template(
        "times or times with a currency, such as times USD",
        "times или times с валютой, например times USD",
        "times або times з валютай, напрыклад times USD",
    ),
)

_UNPROVED: Final = (
    Template(
        "the rows of {0} could not be judged with a proof: {1}",
        "строки источника {0} не удалось проверить с доказательством: {1}",
        "радкі крыніцы {0} не ўдалося праверыць з доказам: {1}",
    ),
    Template(
        "what the other rows allow could not be proved: {0}",
        "не удалось доказать, что допускают другие строки: {0}",
        "не ўдалося даказаць, што дапускаюць іншыя радкі: {0}",
    ),
)

PROBLEMS: Final = (*_NUMBERS, *_WORDS, *_ALLOWED, *_UNPROVED)
