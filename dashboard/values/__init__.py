"""The words of the subject as values: periods, intervals, observations, messages, errors.

message       A sentence of the reader that keeps what it was made of, so that it can be said in other languages
errors        what can go wrong, as one tree; everything else is a finding, not an error
period        calendar periods: what "2022-01/2022-10" means, how two periods lie to each other
partial_date  dates as far as they are known: a day, a month or a year, and runs of them
interval      closed intervals of exact numbers, and their arithmetic
qualifier     the hedges printed with numbers, as one table, and what a hedged and rounded number stands for
measure       what is counted and how it is stated: the flows, and the table of measures
observation   the rows of the data set as frozen values: who reported which number, when and how precisely
codes         the codes of countries and currencies: ISO 3166-1 alpha-3
"""
