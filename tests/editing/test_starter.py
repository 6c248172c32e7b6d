from dashboard.bounds.verdict import Verdict
from dashboard.editing.starter import files
from dashboard.judging.review import review
from dashboard.reading.dataset import read


def test_a_starter_is_a_data_set_without_a_notice() -> None:
    made = files("KAZ", "CHN", "USD", "my-data")
    dataset = read(made["observations.csv"].encode(), made["sources.csv"].encode())
    assert (len(dataset.observations), dataset.notices) == (4, ())
    assert review(dataset).verdict is Verdict.CONSISTENT
    assert {row.block.reporter for row in dataset.observations} == {"KAZ"}


def test_its_readme_names_the_folder_and_the_pair() -> None:
    readme = files("KAZ", "CHN", "USD", "my-data")["README.md"]
    assert readme.startswith("# Trade of KAZ with CHN\n")
    assert "trade-dashboard serve --data my-data" in readme
