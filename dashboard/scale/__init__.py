"""Very many blocks at once: the same questions as for one block, asked in arrays.

Blocks whose rows lie alike have one shape and are computed together: floating point proposes the vertices of all of
them, whole numbers prove each. What cannot be proved so is answered block by block, by the engine for one block.

simplex      the simplex method for many small programs of one shape at once, in floating point
inverse      many matrices of whole numbers, inverted and multiplied exactly: fraction-free elimination
cells        a table of text cells as arrays of numbers: what the reader would read of each cell
source       a CSV file, a Parquet file or a folder of them -> tables of text columns
shape        what the rows of a block are about, without their numbers
program      the statements of many blocks of one shape: in floats to find vertices, in whole numbers to prove
margin       by how much all intervals of each block can be shrunk and still hold together
propagation  quick bounds, never too narrow: interval propagation, one statement at a time
exact        vertices that floating point proposes, proved in whole numbers
groups       rows sorted into blocks, and blocks into groups of one shape
single       blocks that arrays do not answer, by the reader and the engine for one block
batch        a table of rows -> the answers to every row
split        rows of any number -> parts that fit into memory, each holding whole blocks
run          all parts computed, on one core, on several or on a cluster, and taken up again after a stop
"""
