"""Checks a proof by arithmetic on its own numbers, apart from the code that made it.

A proof claims `goal >= at_least` for true values that are all at least 0. Its steps are statements that hold, each
`sum of coefficient * unknown >= constant`, with a multiplier. Multiplied by numbers that are not negative and added
up they must use no more of any unknown than the goal has, and must reach what is claimed. With an empty goal the
claim is that 0 is at least something: where that is more than 0, the statements cannot all be true.
"""

from fractions import Fraction

Sum = dict[str, Fraction]
NOTHING = Fraction(0)


def fault(goal: Sum, at_least: Fraction, steps: list[tuple[Fraction, Sum, Fraction]]) -> str | None:
    """Return None when the steps (multiplier, coefficients, constant) prove the claim, else where they fail."""
    left = dict(goal)
    reached = NOTHING
    for number, (multiplier, coefficients, constant) in enumerate(steps, start=1):
        if multiplier < 0:
            return f"step {number} is multiplied by {multiplier}, which is negative"
        reached += multiplier * constant
        for unknown, coefficient in coefficients.items():
            left[unknown] = left.get(unknown, NOTHING) - multiplier * coefficient
    for unknown, rest in left.items():
        if rest < 0:
            return f"the steps use {-rest} times {unknown} more than the goal has"
    if reached < at_least:
        return f"the steps reach {reached}, the claim is {at_least}"
    if not goal and at_least <= 0:
        return f"a contradiction must reach more than 0, the claim is {at_least}"
    return None
