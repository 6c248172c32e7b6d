"""Published bilateral trade figures: who reported what, what the rounded numbers allow together, and a page of it.

The map. A package imports from itself and from those above it, never from one below; its own docstring lists its
modules. Up to `editing` all is values in, values out: no files, no clock, no network, no pandas, no Dash.

    languages   the languages of the interface, and what each of them says
    values      the words of the subject: periods, intervals, observations, messages, errors
    reading     bytes as people save them -> one frozen data set, or every problem of every file
    lp          linear programs, answered exactly and proved; nothing of trade
    bounds      rows -> linear statements -> the tightest intervals that they allow, each end with its proof
    judging     what the checks say of rows, sources and sides; what one view of it holds
    statements  texts -> the rows that they report, held against the data
    editing     new rows -> new bytes of the files, and what they would change
    storage     the files on disk: watched, kept, saved
    wording     words, numbers and sentences in each language
    charts      pictures with their sentence, table, text and source
    formats     other people's formats, in and out
    scale       very many blocks at once, in arrays
    web         the page: what it shows, its parts, and who serves it
    command     the commands of the command line

At the top stand only the ways in: `dataset`, `metrics`, `frames` and `app` for programs, `cli` for people.
"""

__version__ = "0.1.0"
