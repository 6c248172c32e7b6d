"""Words, numbers and sentences in each language; page, workbook, CSV and command line say the same.

What a language says stands in its catalogue (`languages`). The records here name the entries of a section, so that the
type checker knows each; the functions choose among them and fill them in.

letters      capitals, the order of the alphabet, and which language a text is written in
terms        the words of the subject: flows, measures, metrics, verdicts, hedges, units
numbers      numbers and intervals as a language writes them, with no more digits than they bear
periods      months, periods and dates in words
unbroken     where a line must not end
words        all of these in one language in one place: what page, charts and files call
phrases      short phrases around a number, by its hedge; lists of lines
sentences    findings, conflicts, corrections, metrics and judged rows in one sentence each
standing     how a row stands to the other rows of its source
suspicion    what could have gone wrong with a row
proofs       a proof that a reader can follow with a pencil
headline     the sentence about a view
cards        the key figures
quotable     one number in a sentence that can be printed as it stands
quotes       a statement held against the rows
naming       what a trade and a source are called
translated   names of the data files in the language of the reader
problems     messages, problems and errors
page_text    what page, cards, forms and pictures say
chart_text   what the charts say
file_text    what tables, workbooks, packed data sets and citations say
"""
