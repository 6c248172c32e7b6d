"""Statements in words -> the rows that they report, held against what the sources say.

said       what a statement in words reports, and why one is not understood
countries  how statements name countries in English and Russian: those that trade most with the first pair
words      the words in which English and Russian statements report trade, each with the one thing it can mean
tokens     A statement cut into the words that are known; one that is not stops the reading
frame      what a whole statement speaks of: its period, the base of its comparisons, and whose trade with whom
numbers    the numbers of a statement: which flow each measures, how, and how precisely
reader     A statement in English or Russian -> what it reports, or why it is not understood
quote      A statement held against what each source reports: it agrees, contradicts, or cannot be told
"""
