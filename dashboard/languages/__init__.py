"""The languages of the interface, and what each of them says. It imports nothing.

language   which languages there are: one line each
catalogue  what each language says: its catalogue, read once into frozen records
names      names that parser and printer share: of languages and months
countries  names of countries, declined where a sentence needs it

A translator needs the catalogues alone, `en.toml`, `ru.toml` and their like; `en.toml` says what each entry is for.
"""
