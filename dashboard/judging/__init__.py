"""What the checks say: each row, each source, each reporter, the two sides; and what a view of it holds.

judgement   one set of rows of one block, judged: verdict, margin, conflicts, corrections
session     what one call asks of judged rows: one model for each judgement
dispute     what a contradiction comes down to: one row against all that the others allow
metrics     what is worked out from reported rows: balance, coverage, shares
findings    what the checks found, one finding for each comparison that could be made, on five levels
checks      the rows of one source compared, rule by rule, with the arithmetic of each comparison
hypotheses  what could have gone wrong with a row that a smallest correction removes
counts      sources against each other: of the same reporter, and the two sides of one trade
results     results of a function that were worked out before, kept for threads to share
review      the whole data set judged: every scope, every row against its own source, every finding
view        what one page looks at: one source's count of one trade, in one period against a base
"""
