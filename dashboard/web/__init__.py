"""The page: what it shows (address, desk, content), how (layout, markup, assets), and who serves it (app, server).

Each step is a function of the one before: an address and the data's state make the content, the content makes the
layout, and Dash carries changes to the open page. Nothing here computes a figure or writes a sentence of its own.
"""
