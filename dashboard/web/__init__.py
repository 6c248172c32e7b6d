"""The page: what it shows, how, and who serves it.

Each step is a function of the one before: an address and the data's state make the content, the content makes the
layout, and Dash carries changes to the open page. Nothing here computes a figure or writes a sentence of its own.

address    what an address of the page asks for; every view is a link
report     the page as one file, for reading and printing
contents/  what the page shows
parts/     how it is shown: elements that know no Dash
serving/   who serves it: Dash, the addresses for programs, what is kept and guarded
"""
