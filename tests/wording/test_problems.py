from dashboard.languages.language import Language
from dashboard.reading.dataset import read
from dashboard.values.errors import Problem, SolverError, StoreError
from dashboard.values.message import Message
from dashboard.values.observation import Notice
from dashboard.wording.problems import message, sentence, why


def test_a_problem_is_told_with_its_place_in_the_language_of_the_page() -> None:
    either = Message("{0} can be {1} or {2}; write it with a point", '"1,234"', "1.234", 1234)
    problem = Problem(file="observations.csv", line=17, column="value", found="1,234", message=either)
    assert sentence(problem, Language.EN) == str(problem)
    assert sentence(problem, Language.RU) == (
        'observations.csv, строка 17, столбец value: "1,234" может значить 1.234 или 1234; пишите с точкой'
    )
    assert sentence(problem, Language.BE) == (
        'observations.csv, радок 17, слупок value: "1,234" можа значыць 1.234 або 1234; пішыце з кропкай'
    )


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    problem = Problem(file="sources.csv", message=Message("the file is missing from {0}", "data"))
    assert sentence(problem, Language.RU) == "sources.csv: файла нет в папке data"


def test_a_notice_is_told_like_a_problem() -> None:
    rows = "source;reporter;partner;flow;period;measure;value;unit;step\n" + "".join(
        f"mfa;RUS;BLR;exports;{year};level;17,{year - 2000};usd bn;0,1\n" for year in (2021, 2022)
    )
    found = read(rows.encode(), b"id,publisher,title\nmfa,Ministry,Visit\n").notices
    assert [sentence(notice, Language.RU) for notice in found] == [
        "observations.csv: столбцы разделены точками с запятой; по правилу — запятыми",
        "observations.csv, строка 2, столбец value: запятая прочитана как десятичная (строки 2-3)",
        'observations.csv, строка 2, столбец unit: "usd" прочитано как USD (строки 2-3)',
        "observations.csv, строка 2, столбец step: запятая прочитана как десятичная (строки 2-3)",
    ]


def test_a_quoted_text_is_never_taken_for_a_template() -> None:
    problem = Message("{0} is not {1}; write {2}", '"{1} {x}"', "a flow", "exports")
    assert message(problem, Language.RU) == '"{1} {x}" сюда не подходит; напишите: exports'


def test_what_is_allowed_is_told_in_the_language_too() -> None:
    notice = Notice("sources.csv", 2, "published", Message("{0}; {1}", Message("the per cent sign is left out"), "x"))
    assert sentence(notice, Language.BE) == "sources.csv, радок 2, слупок published: знак працэнта апушчаны; x"


def test_an_error_is_told_in_a_language_where_it_is_a_message() -> None:
    assert why(StoreError(Message("there is no backup in {0}; nothing was undone", "x")), Language.RU) == (
        "в x нет прежних файлов; ничего не отменено"
    )
    unproved = SolverError(Message("{0}: {1}", "a", Message("HiGHS does not take numbers of this size")))
    assert why(unproved, Language.BE) == "a: HiGHS не прымае лікаў такой велічыні"
