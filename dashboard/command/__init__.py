"""The commands of the command line, one module each with one function: `run(args) -> exit code`.

flags         what each command takes: its flags, how their texts are read, and what `--help` says of them
guide         what `--help` shows of each command, its examples among them
folder        the data that a command asks for, and answers printed for programs
scopes        what a set of rows that was judged together is called on the command line
serve_page    `serve`: hands over to the server, so that the command line itself never loads the page
check_data    `check`: every row, source and reporter judged
quoting       `check --quote`: a pasted statement held against the rows
ask_bounds    `bounds`: the tightest interval that the rows allow for a number, the rows it rests on, and why
export_file   `export`: a workbook, rows with their intervals, all answers, a report, a chart, or all data files
judge_blocks  `scale`: a file of any number of blocks, on one core, on several, or on a cluster
import_rows   `import`: rows of somebody else's file, shown with their mapping first
add_rows      `add`: new rows from flags, from answers or from a pasted statement, shown with what they change
init_folder   `init`: a starter folder for another pair of countries
"""
