"""The commands of the command line, one module each with one function: `run(said) -> exit code`."""
