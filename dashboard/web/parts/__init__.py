"""The page as components, made of what it shows.

attributes        attributes of elements whose names are no Python names: for screen readers
checker           the form for a statement and its answers: the question stands in the address
claim_card        the card of one number as a part of the page
consistency       what the checks say, as components: the verdict and its margin, conflicts
events            events and other statements of the sources, as lists that read on a phone as on a wide screen
frame             what stands around every page: the menu, the choices, the banner for bad files, the foot
gap_picture       A conflict drawn as boxes placed in per cent: it needs no script, takes the colours of the page
grid              A table of the page: no column without anything in it
layout            A page as components: a function of what it shows
lines             no line of a page ends inside an amount: every text that a page shows goes through here once
markup            Dash's components as HTML, so that the first answer already is the page: before its scripts
plate             A chart on the page: title, sentence, picture, source and note, its table, its words
publication_list  the list of publications as a part of the page
sign              A verdict as it stands everywhere on the page: a sign that does not rest on colour, and its word
static            what no callback changes, as one component: Dash looks after each of its own
taking            everything as files: what a reader takes away from the page about the data
"""
