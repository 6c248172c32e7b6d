"""Other people's formats, in and out, as bytes: the caller opens and writes the files.

table         what a table is made of: its columns, each of them one record, and cells that know their decimals
tables        the tables of a data set: observations, metrics, findings, sources
csv_file      a table as CSV that spreadsheets open well
json_file     reviews and bounds as JSON: plain numbers, and the exact ones as "p/q" texts
workbook      a data set as a workbook: what is reported, what follows from it, the checks and the sources
arithmetic    what a derived number comes to by the printed numbers alone, as a formula over their cells
book_cells    the cells of a workbook: what a value looks like, text that never runs, formulas with their results
book_figures  the key figures on the first sheet of a workbook, and native charts of them
book_file     a workbook as bytes: the same cells give the same bytes
chart_book    the rows of a chart as a workbook
citation      how to cite the data, as text, BibTeX and RIS
descriptor    the description of packed files, datapackage.json, made to say what the files are
zip_file      a data set packed to be taken away: its files, what they mean, and what the checks say
carried       what files carry along of the page's assets: the plotting library, styles with their fonts
picture       what a picture of a chart says of itself, and the file of each format that says it
chromium      a chart drawn for a file by the Chromium or Chrome that is on this computer
incoming      other people's files -> rows as observations.csv and sources.csv have them
trade_files   the downloads of UN Comtrade, of its database before 2023, and of WITS
sdmx_file     files of others in SDMX-CSV 1.0 and 2.0
sdmx_own      our rows as SDMX-CSV 2.0, and back again without loss
xlsx_file     a workbook of somebody else -> its sheets as CSV
"""
