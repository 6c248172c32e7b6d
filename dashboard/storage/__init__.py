"""The files on disk: watched, the last good ones kept, saved whole or not at all.

kept    the last good files, where all processes of one server find them
store   the files on disk: where they are, what is in them now, and the last good data while they are bad
saving  saves edited data files so that a reader sees the old files or the new ones, never a part of one
"""
