"""The page as elements, made of what it shows; nothing of Dash, nothing of requests.

attributes        attributes of elements whose names are no Python names: for screen readers
checker           the form for a statement and its answers: the question stands in the address
claim_card        the card of one number as a part of the page
consistency       what the checks say: the verdict and its margin, conflicts, what if
events            events and other statements of the sources, as lists that read on a phone as on a wide screen
frame             what stands around every page: the menu, the choices, the banner for bad files, the foot
gap_picture       a conflict drawn as boxes placed in per cent: it needs no script, takes the colours of the page
grid              a table of the page: no column without anything in it
html              elements of the page as plain values, which become HTML, or components of Dash in an open page
key_figures       the key figures as cards, and what their marks mean
layout            a page as elements: a function of what it shows
lines             no line of a page ends inside an amount: every text that a page shows goes through here once
markup            elements as HTML: the page before any script, and without one
plate             a chart on the page: title, sentence, picture, source and note, its table, its words
publication_list  the list of publications as a part of the page, and how to cite the data
sign              a verdict as it stands everywhere on the page: a sign that does not rest on colour, and its word
taking            everything as files: what a reader takes away from the page about the data
"""
