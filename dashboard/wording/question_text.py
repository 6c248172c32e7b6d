"""Why an address or a question cannot be answered, in Russian and Belarusian, by the template of its message."""

from __future__ import annotations

from typing import Final

from dashboard.wording.template import Template

QUESTIONS: Final = (
    Template("there is no page {0}; there are {1}", "страницы {0} нет; есть {1}", "старонкі {0} няма; ёсць {1}"),
    Template('there is no language "{0}"; there are {1}', 'языка "{0}" нет; есть {1}', 'мовы "{0}" няма; ёсць {1}'),
    Template('there is no theme "{0}"; there are {1}', 'цветов "{0}" нет; есть {1}', 'колераў "{0}" няма; ёсць {1}'),
    Template('there is no unit "{0}"; there are {1}', 'единицы "{0}" нет; есть {1}', 'адзінкі "{0}" няма; ёсць {1}'),
    Template(
        '"{0}" is not a date; write 2022-12-31, 2022-12 or 2022',
        '"{0}" — не дата; напишите 2022-12-31, 2022-12 или 2022',
        '"{0}" — не дата; напішыце 2022-12-31, 2022-12 або 2022',
    ),
    Template("the data hold no rows", "в данных нет строк", "у даных няма радкоў"),
    Template(
        "no rows of source {0}; sources with rows: {1}",
        "строк источника {0} нет; источники со строками: {1}",
        "радкоў крыніцы {0} няма; крыніцы з радкамі: {1}",
    ),
    Template(
        "no rows counted by {0}; rows are counted by {1}",
        "нет строк по данным стороны {0}; есть по данным {1}",
        "няма радкоў паводле даных боку {0}; ёсць паводле даных {1}",
    ),
    Template(
        "{0} reports nothing in {1}; it reports in {2}",
        "{0} ничего не сообщает в {1}; есть данные в {2}",
        "{0} нічога не паведамляе ў {1}; ёсць даныя ў {2}",
    ),
    Template(
        "nothing was certainly published by {0}; the first was by {1}",
        "нет ничего, что было бы наверняка опубликовано к дате {0}; первая публикация вышла не позднее {1}",
        "няма нічога, што было б напэўна апублікавана да даты {0}; першая публікацыя выйшла не пазней за {1}",
    ),
    Template(
        "nothing was certainly published by {0}; sources.csv dates no publication",
        "неизвестно, было ли что-то опубликовано на дату {0}; в sources.csv нет дат публикаций",
        "невядома, ці было нешта апублікавана на дату {0}; у sources.csv няма дат публікацый",
    ),
    Template(
        "{0} has no row on line {1}; its rows are on lines {2}",
        "у источника {0} нет строки {1}; его строки: {2}",
        "у крыніцы {0} няма радка {1}; яе радкі: {2}",
    ),
    Template("no chart {0}; charts are {1}", "графика {0} нет; есть {1}", "графіка {0} няма; ёсць {1}"),
)
