"""The languages of the interface, and what each of them says. It imports nothing.

language  which languages there are: one line each
"""
