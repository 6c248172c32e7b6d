"""Other people's formats, as bytes: the caller writes the file."""
