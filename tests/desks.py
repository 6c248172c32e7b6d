"""A desk with the store whose files it is asked about."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.storage.store import Store
from dashboard.web.contents import desk


@dataclass(frozen=True, slots=True)
class Desk(desk.Desk):
    """What was worked out of one store."""

    store: Store = field(kw_only=True)

    @classmethod
    def over(cls, store: Store) -> Desk:
        """Return an empty desk."""
        return cls(store=store)
