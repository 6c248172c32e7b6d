"""The rows of one block as linear statements about true values, and what they allow together.

timeline  running totals: the fewest unknowns that hold everything calendar periods say about each other
system    the rows of one block -> linear statements about true values, each with its reason and its line
proof     the proof of a bound or of a contradiction: which statements, each how many times
quantity  what can be asked about a trade: a level, a comparison, a share, each as a ratio of linear forms
pieces    what bears on each other: unknowns that statements join, and the programs that are asked about them
model     exact bounds: the tightest interval that the rows allow for a quantity, each end with its proof
conflict  which rows cannot all be true, and which smallest sets of rows to doubt
verdict   whether rows can all be true: three verdicts, and by how much
"""
