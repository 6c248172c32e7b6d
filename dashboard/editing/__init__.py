"""New rows -> new bytes of the files, and what they would change.

csv_edit  an edit of a CSV file: rows added or changed -> its new bytes, and the difference a person can read
preview   what an edit of the files would change: which verdicts, and what the rows allow for each number
entry     what a person filled in or pasted -> the rows and the source that it adds; nothing is guessed
tried     files that somebody tries out: which of them are ours
starter   the files of a starter folder for another pair of countries: valid from the first minute
"""
