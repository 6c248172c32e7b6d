"""Every text that a reader sees, in English, Russian and Belarusian; page, workbook, CSV and command line say the same.

A text with gaps is a template with named fields. The texts of an area stand in one frozen dataclass with one complete
instance per language, so a string that is missing in one language is an error of the constructor.
"""
