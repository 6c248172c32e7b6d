"""Why a statement was not understood, in three languages; {words} are the words at fault."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language
from dashboard.statements.said import Obstacle

_ENGLISH: Final = {
    Obstacle.UNKNOWN: "not understood: {words}; leave it out if it changes nothing, or write it in other words",
    Obstacle.TOO_LONG: "a statement has at most {words} characters; paste one sentence",
    Obstacle.NO_FLOW: "no flow is named; write exports, imports, turnover or balance",
    Obstacle.NO_PERIOD: "no period is named; write in 2022 or in January-October 2022",
    Obstacle.PERIODS: "the periods do not fit together: {words}; write one sentence for each period",
    Obstacle.NO_NUMBER: "{words} comes without a number; write the number behind it",
    Obstacle.TWICE: "two numbers are given for one quantity: {words}; write one statement for each",
    Obstacle.AMBIGUOUS: "{words} can be read in two ways; write by or to before an amount, and a decimal point",
    Obstacle.NO_MOVE: "{words} does not say what it measures; write grew by, fell by or amounted to",
    Obstacle.NO_WAY: "{words} with a fall can be read in two ways; write a percentage",
    Obstacle.TIMES: "{words} can mean so many times as much or so much more; write 2.4-fold, or the percentage",
    Obstacle.ROUBLES: "{words} leaves open whose roubles they are; write Russian roubles or RUB",
    Obstacle.VAGUE: "{words} says nothing of its precision; write more than or less than, or the percentage",
    Obstacle.ODD: "{words} stands where nothing can be made of it; write the sentence more simply",
    Obstacle.SIDES: "the countries leave open whose flow it is: {words}; write one sentence for each country",
    Obstacle.COUNT: "the statement speaks of {words}, its source counts another trade; name that reporter and partner",
    Obstacle.MISSING: "not filled in: {words}",
    Obstacle.BESIDE: "a statement says this itself: {words}; leave it out, or fill in all fields without a statement",
    Obstacle.KNOWN: "this source is in sources.csv, with something else: {words}; leave it out, or name a new source",
}

_RUSSIAN: Final = {
    Obstacle.UNKNOWN: "не понято: {words}; уберите, если это ничего не меняет, или скажите иначе",
    Obstacle.TOO_LONG: "в цитате не более {words} знаков; вставьте одно предложение",
    Obstacle.NO_FLOW: "не сказано, о чём речь; напишите экспорт, импорт, товарооборот или сальдо",
    Obstacle.NO_PERIOD: "не назван период; напишите в 2022 году или в январе-октябре 2022 года",
    Obstacle.PERIODS: "периоды не сочетаются: {words}; напишите по предложению на каждый период",
    Obstacle.NO_NUMBER: "после слова «{words}» нет числа; напишите число после него",
    Obstacle.TWICE: "для одной величины названы два числа: {words}; напишите по предложению на каждое",
    Obstacle.AMBIGUOUS: "«{words}» можно понять двояко; поставьте перед суммой «на» или «до», а дробь пишите с точкой",
    Obstacle.NO_MOVE: "не сказано, что значит «{words}»; напишите вырос на, снизился на или составил",
    Obstacle.NO_WAY: "«{words}» при снижении можно понять двояко; напишите проценты",
    Obstacle.TIMES: "«{words}»: во столько раз или настолько больше? Напишите «вырос в 2,4 раза» или проценты",
    Obstacle.ROUBLES: "«{words}»: неясно, чьи это рубли; напишите «российских рублей» или RUB",
    Obstacle.VAGUE: "неясно, насколько точно «{words}»; напишите «более чем», «менее чем» или проценты",
    Obstacle.ODD: "«{words}» стоит там, где это нельзя понять; напишите предложение проще",
    Obstacle.SIDES: "неясно, чей это поток: {words}; напишите по предложению на каждую страну",
    Obstacle.COUNT: "цитата говорит о {words}, а её источник — о другой торговле; укажите, чьи данные и с кем торговля",
    Obstacle.MISSING: "не заполнено: {words}",
    Obstacle.BESIDE: "это говорит сама цитата: {words}; уберите или заполните все поля без цитаты",
    Obstacle.KNOWN: "в sources.csv об этом источнике сказано другое: {words}; уберите или назовите новый источник",
}

_BELARUSIAN: Final = {
    Obstacle.UNKNOWN: "не зразумела: {words}; прыбярыце, калі гэта нічога не мяняе, або скажыце інакш",
    Obstacle.TOO_LONG: "у паведамленні не больш за {words} знакаў; устаўце адзін сказ",
    Obstacle.NO_FLOW: "не сказана, пра што гаворка; напішыце «экспорт», «импорт», «товарооборот» або «сальдо»",
    Obstacle.NO_PERIOD: "не названы перыяд; напішыце «в 2022 году» або «в январе-октябре 2022 года»",
    Obstacle.PERIODS: "перыяды не спалучаюцца: {words}; напішыце па сказе на кожны перыяд",
    Obstacle.NO_NUMBER: "пасля слова «{words}» няма ліку; напішыце лік пасля яго",
    Obstacle.TWICE: "для адной велічыні названы два лікі: {words}; напішыце па сказе на кожны",
    Obstacle.AMBIGUOUS: "«{words}» можна зразумець дваяка; пастаўце перад сумай «на» або «до», а дроб пішыце з кропкай",
    Obstacle.NO_MOVE: "не сказана, што значыць «{words}»; напішыце «вырос на», «снизился на» або «составил»",
    Obstacle.NO_WAY: "«{words}» пры змяншэнні можна зразумець дваяка; напішыце працэнты",
    Obstacle.TIMES: "«{words}»: у столькі разоў або настолькі больш? Напішыце «вырос в 2,4 раза» або працэнты",
    Obstacle.ROUBLES: "«{words}»: няясна, чые гэта рублі; напішыце «российских рублей» або RUB",
    Obstacle.VAGUE: "няясна, наколькі дакладна «{words}»; напішыце «более чем», «менее чем» або працэнты",
    Obstacle.ODD: "«{words}» стаіць там, дзе гэта нельга зразумець; напішыце сказ прасцей",
    Obstacle.SIDES: "няясна, чый гэта паток: {words}; напішыце па сказе на кожную краіну",
    Obstacle.COUNT: "паведамленне гаворыць пра {words}, а яго крыніца — пра іншы гандаль; пазначце, чые даныя і з кім",
    Obstacle.MISSING: "не запоўнена: {words}",
    Obstacle.BESIDE: "гэта кажа само паведамленне: {words}; прыбярыце або запоўніце ўсе палі без паведамлення",
    Obstacle.KNOWN: "у sources.csv пра гэту крыніцу сказана іншае: {words}; прыбярыце або назавіце новую крыніцу",
}

TEXT: Final[Mapping[Language, Mapping[Obstacle, str]]] = MappingProxyType(
    {Language.EN: _ENGLISH, Language.RU: _RUSSIAN, Language.BE: _BELARUSIAN}
)
