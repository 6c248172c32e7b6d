"""What a set of rows that was judged together is called on the command line, and how its verdict changes."""

from __future__ import annotations

from dashboard.editing.preview import Turn
from dashboard.reading.cell import TOTAL
from dashboard.values.observation import Block


def scope_name(source: str | None, block: Block) -> str:
    """Return "mfa-2023-01 (RUS with BLR, goods, USD)"; without a source, the same for all sources together."""
    product = "" if block.product == TOTAL else f" product {block.product},"
    what = f"{block.reporter} with {block.partner}, {block.scope},{product} {block.currency}"
    return f"{source} ({what})" if source else f"All sources of {what}"


def turned(turn: Turn) -> str:
    """Return "mfa-2023-01 (RUS with BLR, goods, USD): consistent -> contradiction", or "new" for the first verdict."""
    before = "new" if turn.before is None else turn.before
    return f"{scope_name(turn.source, turn.block)}: {before} -> {turn.after}"
