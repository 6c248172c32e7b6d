import pytest

from benchmarks.reading import campaign


@pytest.mark.long
def test_no_file_of_a_campaign_is_misread_and_the_last_good_data_are_served() -> None:
    """The first files of the campaign that `python -m benchmarks.reading` runs as a whole."""
    counted, bad = campaign(2_000, seed=7)
    assert bad == []
    assert counted["on disk", "LOST"] == 0
    assert counted["as written", "read"] > 300
    assert counted["edited", "read"] > 30
    assert sum(times for (_, end), times in counted.items() if end == "refused") > 600
