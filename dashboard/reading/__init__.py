"""Bytes as people save them -> one frozen data set, or every problem of every file at once.

remarks  what comes out of reading a cell or a file: the value, or the reason why not
sheet    A CSV file as people save it: bytes -> a header and rows of text cells, each with its line in the file
formula  text that a spreadsheet must not run
dates    periods and dates as people and spreadsheets write them, in English, Russian and Belarusian
number   A number as people and spreadsheets write it -> an exact decimal number
cell     one cell of words -> a flow, a qualifier, a country, a unit, with the reason when it is refused
columns  the columns of the four data files, each one record: its name, how a cell is read, what it can hold
row      one row of observations.csv: its cells, and the rules that need nothing but the row
dataset  the four files as bytes -> one frozen data set, or every problem of every file at once
vintage  what was known on a date: the rows of the sources that had certainly been published by then
"""
