"""Very many blocks at once: the same questions as for one block, asked in arrays."""
