"""Results of a function that were worked out before: values, never what solves, so that threads may share them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Results(Generic[Key, Value]):
    """A function with the results that were last asked for."""

    def __init__(self, make: Callable[[Key], Value], most: int) -> None:
        """Keep at most so many results of a function that gives the same value for the same key, always."""
        self._make, self._most = make, most
        self._values: dict[Key, Value] = {}

    def of(self, key: Key) -> Value:
        """Return the result for a key; threads that ask at once may each work it out, and find the same."""
        value = self._values.pop(key, None)  # each step leaves a dictionary that another thread may go on with
        if value is None:
            value = self._make(key)
        self._values[key] = value
        if len(self._values) > self._most:
            self._values.pop(list(self._values)[0], None)  # noqa: RUF015  # in one step, unlike `next(iter(…))`
        return value

    def copy(self) -> Results[Key, Value]:
        """Return the same function with the same results, which does not share what it finds from now on."""
        other = Results(self._make, self._most)
        other._values = self._values.copy()
        return other
