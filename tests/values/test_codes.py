from dashboard.values.codes import COUNTRIES, CURRENCIES


def test_countries_are_alpha_3_codes() -> None:
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in COUNTRIES)
    assert len(COUNTRIES) == 249 + 3


def test_currencies_are_alpha_3_codes() -> None:
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in CURRENCIES)


def test_both_sides_of_the_first_data_and_their_currencies_are_known() -> None:
    assert {"RUS", "BLR"} <= COUNTRIES
    assert {"USD", "RUB", "BYN", "BYR", "EUR"} <= CURRENCIES


def test_what_statistical_offices_add_is_known() -> None:
    assert {"EUU", "WLD", "XKX"} <= COUNTRIES


def test_tests_and_metals_are_no_currencies() -> None:
    assert CURRENCIES.isdisjoint({"XXX", "XTS", "XAU"})
