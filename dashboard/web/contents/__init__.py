"""What a page shows, as values: nothing of Dash, nothing of requests.

books         workbooks, written and read as in formats/, which is imported when the first one is asked for
choices       what a reader can choose, each choice as a link: pages, sources, periods, currencies, languages
claim         the card of one number: who said it, what it stands for, whether the others allow it, and the proof
content       all that a page shows, as one frozen value: a function of the data's state and of the address
desk          what was worked out for the page and is kept: the checks of each version of the data, its views
gap           A conflict as a picture: a number line with what the others allow, what the row stands for
memory        what was worked out once and is kept as long as it is asked for
publications  the publications behind the figures: who counts in each, how many numbers, whether they hold
rows          the rows of a source as a table in words: as printed, what each stands for
statement     A pasted statement held against the rows
trying        what a form would change, in words: rows against the files as they are
verdicts      what the checks say of a source, in sentences, and the verdict of every source
what_if       what if a number were different: the rows of a source judged with it, and the form that asks
"""
