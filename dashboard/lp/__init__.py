"""Linear programs, answered exactly and proved. Nothing of trade.

tableau    linear programs in whole numbers: every answer is exact, whatever the sizes that its numbers mix
corners    the corners that a solver has come to: the best of them is where it starts from when the cost changes
ends       where a solver holds each row: statements about one number are its ends
solver     linear programs in floating point: the only module that knows HiGHS
rational   sparse systems of linear equations, solved exactly in whole numbers
confirmed  large linear programs answered exactly: floating point proposes a basis, fractions decide
optimum    linear programs answered exactly, and never not at all: small ones in whole numbers
verifier   checks a proof by arithmetic on its own numbers, apart from the code that made it
"""
