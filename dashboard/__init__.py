"""Published bilateral trade figures: who reported what, what the rounded numbers allow together, and a page of it.

The map: modules in reading order, each importing only from those above it. `tests/test_architecture.py` holds every
module to this list, so a new module begins with a new line here.

Core: values in, values out; no files, no clock, no network, no pandas, no Dash.

    message.py      a sentence of the reader that keeps what it was made of
    errors.py       what can go wrong, as one tree
    period.py       calendar periods: parse, compare, nest, the same months a year earlier
    interval.py     a closed interval of exact numbers; what a rounded, hedged number stands for
    observation.py  the rows of the data set as frozen values: who reported which number, when, how precisely
    formula.py       text that a spreadsheet must not run
    reading.py      what comes out of reading a cell: the value, or why not, and what the editor should know
    sheet.py        a CSV file as people save it: bytes -> header and rows of cells, each with its line
    edit.py         rows added to a file or changed in it -> its new bytes, and the difference
    dates.py        periods and dates as people and spreadsheets write them, in three languages
    number.py       a number as people and spreadsheets write it -> an exact decimal number
    codes.py        the codes of countries and currencies
    cell.py         one cell of words -> a flow, a qualifier, a country, a unit
    row.py          one row of observations.csv and the rules that need nothing but the row
    dataset.py      the four files -> one frozen data set, or every problem of every file at once
    timeline.py     running totals: the fewest unknowns that hold what calendar periods say about each other
    system.py       the rows of one block -> linear statements about true values, each with its reason and line
    tableau.py      linear programs in whole numbers, exact at any sizes that they mix
    corners.py      the corners that a solver has come to, from which it goes on
    places.py       where a solver holds each row: at an end of an unknown, or of a row of its own
    solver.py       linear programs in floating point; the only module that knows HiGHS
    rational.py     sparse systems of linear equations, solved exactly in fractions
    confirmed.py    large linear programs answered exactly: floating point proposes, fractions decide
    optimum.py      linear programs answered exactly: small ones in whole numbers, large ones by the solver first
    verifier.py     checks a proof by arithmetic on its own numbers, apart from the code that made it
    proof.py        the proof of a bound or a contradiction: which statements, each how many times
    quantity.py     what can be asked: a level, a comparison, a share, each as a ratio of linear forms
    pieces.py       what bears on each other, as programs that are asked many times; plain ends need none
    bounds.py       the tightest interval that the rows allow for a quantity, each end with its proof
    conflict.py     which rows cannot all be true, and which smallest sets of rows to doubt
    verdict.py      whether rows can all be true: three verdicts, and by how much
    judgement.py    one set of rows of one block, judged; each row against the others
    dispute.py      what a contradiction comes down to: one row against all that the others allow
    metrics.py      what is worked out from reported rows: balance, coverage, shares, contributions, a rate's base
    findings.py     what the checks found, one finding for each comparison that could be made, on five levels
    checks.py       the rows of one source compared, rule by rule, with the arithmetic of each comparison
    hypotheses.py   what could have gone wrong with a row: where it would have to lie, and the slips that fit
    sides.py        sources against each other: of the same reporter, and the two sides of one trade
    review.py       the whole data set judged: every scope, every row against its own source, every finding
    vintage.py      what was known on a date
    phrase.py       what a statement in words reports, or why it is not understood
    phrase_countries.py  how statements name countries
    phrase_words.py  the words in which English and Russian statements report trade
    phrase_tokens.py  a statement cut into words that are known
    phrase_frame.py  what a statement speaks of: its period, its base, whose trade with whom
    phrase_numbers.py  the numbers of a statement, each with what it measures
    phrase_reader.py  a statement in English or Russian, read as a whole
    quote.py        a statement held against what each source reports
    preview.py      what an edit of the files would change: verdicts, and what the rows allow
    entry.py        what a person filled in -> the rows that it adds
    draft.py        files that somebody tries out, known by their columns
    view.py         what one page looks at: one source's count of one trade, in one period against a base

Very many blocks: arrays of numbers; files of rows in, files of answers out.

    scale/                the same questions as for one block, asked in arrays
    scale/simplex.py      many small linear programs of one shape, in floats
    scale/shape.py        what the blocks of one shape have in common
    scale/inverse.py      many matrices of whole numbers inverted exactly
    scale/program.py      the statements of many blocks, in floats and in whole numbers
    scale/exact.py        what floating point proposes, proved for many blocks
    scale/room.py         the margins of many blocks
    scale/propagation.py  quick bounds that are never too narrow
    scale/cells.py        a table of text cells as arrays
    scale/groups.py       rows sorted into blocks, blocks into groups of one shape
    scale/single.py       blocks that arrays do not answer, by the engine for one block
    scale/judging.py      a table of rows -> the answers to every row
    scale/source.py       a CSV or Parquet file of any size -> tables of texts, few rows at a time
    scale/parts.py        rows of any number -> parts that fit into memory, each holding whole blocks
    scale/run.py          all parts computed, here, on several cores or on a cluster

Text and pictures: what a reader sees, made of values; no files, no server.

    wording/                     every text that a reader sees, in three languages
    wording/language.py          the languages
    wording/script.py            which language a name of the data is written in
    wording/translated.py        names of the data in the reader's language, where the files have them
    wording/alphabet.py          names in the order of an alphabet
    wording/numbers.py           numbers and intervals, with no more digits than they bear
    wording/calendar.py          months, periods and dates, in the cases that a sentence needs
    wording/places.py            names of countries
    wording/terms.py             the words of the subject: flows, measures, verdicts, hedges, units
    wording/unbroken.py          where a line must not end
    wording/words.py             the words of one language in one place
    wording/phrase_text.py       templates of short phrases
    wording/phrases.py           what a quantity is called, a number as printed, an amount with its hedge
    wording/proofs.py            a proof that a reader can follow with a pencil
    wording/quotes.py            a statement held against the rows, in words
    wording/phrase_obstacles.py  why a statement was not understood
    wording/sentence_text.py     templates of sentences
    wording/sentences.py         findings, conflicts, corrections, metrics and rows in one sentence each
    wording/standing.py          how a row stands to the other rows of its source
    wording/suspicion.py         what could have gone wrong with a row, in sentences
    wording/headline.py          one sentence about a view, true over every interval it speaks of
    wording/taking_text.py       what there is to take away, in three languages
    wording/quotable.py          a number in one sentence that can be printed as it stands
    wording/page_language.py     what the page says in any language
    wording/page_english.py      the page in English
    wording/page_russian.py      the page in Russian
    wording/page_belarusian.py   the page in Belarusian
    wording/page_text.py         the words of the page around the figures by language
    wording/naming.py            what a trade and a source are called, the sign of a verdict
    cards.py                     the key figures
    wording/chart_language.py    what texts the charts need in any language
    wording/chart_english.py     the charts in English
    wording/chart_russian.py     the charts in Russian
    wording/chart_belarusian.py  the charts in Belarusian
    wording/chart_text.py        the texts of the charts by language
    wording/edit_text.py         what the page of forms says
    wording/claim_text.py        what a claim card says around a number
    charts/template.py           one look: type, two palettes, layout
    charts/chart.py              a picture with its sentence, table, text and source
    charts/mark.py               what one mark stands for: a number, its interval, its lines
    charts/caption.py            what stands around a picture, and what a mark says
    charts/traces.py             what the traces of all charts share
    charts/compose.py            a chart put together from its marks
    charts/labels.py             what stands beside marks: numbers, and who said them
    charts/panels.py             where panels stand, one above the other
    charts/bars.py               rows of bars in panels, one for each season
    charts/seasons.py            marks sorted into panels of like beside like
    charts/counts.py             both sides' numbers for one trade, never blended
    charts/levels.py             amounts of every period
    charts/growth.py             growth against a year earlier
    charts/flows.py              slopes from a year earlier to now
    charts/contributions.py      a waterfall of what moved turnover
    charts/balance.py            surplus, deficit, or a sign that is not known
    charts/consistency.py        every row against what the others allow
    charts/calendar.py           which months are covered by which publication
    charts/record.py             turnover by both counts, over the years
    charts/mirror.py             the same trade by two counts
    charts/stretch.py            a figure made higher, panel by panel
    charts/axes.py               where plotly puts what a figure holds
    charts/still.py              a figure as SVG, until plotly has drawn it
    charts/export.py             a picture that carries its title and source
    charts/                      all charts by name
    charts/redrawn.py            which marks an edit brings, changes and takes away
    wording/template.py          one sentence in three languages, as a template
    wording/file_text.py         why a file cannot be read as a whole, by language
    wording/problem_text.py      why the reader refuses a cell or a row, by language
    wording/question_text.py     why an address or a question cannot be answered, by language
    wording/notice_text.py       what the reader did or noticed, by language
    wording/problems.py          problems and notices of the files in the language of the page
    wording/citation_text.py     a citation in words
    wording/package_text.py      the README of a packed data set
    wording/picture_text.py      the words in and around a picture that leaves the page
    wording/table_text.py        titles of tables and columns, the first sheet of a workbook
    wording/workbook_text.py     what a workbook says beside its formulas and charts
    tables.py                    rows for page, CSV and workbook
    formats/                     other people's formats, as bytes
    formats/json_file.py        reviews and bounds as JSON
    formats/citation.py          how to cite the data: text, BibTeX, RIS
    formats/picture.py           what a picture of a chart says of itself
    formats/report.py            a view as one HTML file that needs nothing else
    formats/csv_file.py          a table as CSV that spreadsheets open well
    formats/arithmetic.py        derived numbers as formulas over the printed ones
    formats/book_cells.py        the cells of a workbook
    formats/book_figures.py      the key figures of a workbook, and native charts of them
    formats/book_file.py         a workbook as bytes
    formats/chart_book.py        the rows of a chart as a workbook
    formats/workbook.py          a data set as a workbook
    formats/descriptor.py        what datapackage.json says of packed files
    formats/package.py           the data files with what they mean and what the checks say, as one zip
    formats/incoming.py          other people's rows as ours: layouts, what is left out and why
    formats/trade_files.py       downloads of UN Comtrade and WITS
    formats/sdmx_file.py         SDMX-CSV
    formats/sdmx_own.py          our rows as SDMX-CSV 2.0, and back
    formats/xlsx_file.py         the sheets of a workbook as CSV, with the digits that they show

Shell: files, the server, the command line.

    kept.py             the last good files, where all processes of one server find them
    store.py            the files on disk: watch, read, keep the last good data
    frames.py           the tables of a data folder for pandas
    saving.py           edited files saved whole or not at all, with a backup
    assets.py           the script, the styles and the fonts that pages and files are drawn with
    chromium.py         a chart drawn for a file by the Chromium of this computer
    web/                the page: what it shows, how, and who serves it
    web/address.py      what the address of a page says: page, source, period, language, colours
    web/memory.py       what was worked out once and is kept
    web/books.py        workbooks, imported when one is asked for
    web/desk.py         the reviews, views and charts that are kept for the page
    web/choices.py      what a reader can choose, as links
    web/attributes.py   attributes whose names are no Python names
    web/rows.py         the rows of a source as a table in words
    web/gap.py          a conflict as a picture: two intervals and the gap between them
    web/verdicts.py     what the checks say of a source, and of every source
    web/what_if.py      what if a number were another one
    web/sign.py         a verdict's sign and word
    web/quote.py        a statement held against the rows
    web/claim.py        the card of one number: who said it, what it stands for, its proof
    web/publications.py  the publications behind the figures
    web/content.py      all that a page shows, as one value
    web/events.py       events and other statements as lists
    web/claim_card.py   that card as a part of the page
    web/frame.py        what stands around every page: menu, choices, banner, foot
    web/grid.py         a table of the page
    web/plate.py        a chart with its table, words and downloads
    web/publication_list.py  the publications as a part of the page
    web/consistency.py  what the checks say, as components
    web/taking.py       everything as files
    web/lines.py        no line of a page ends inside an amount
    web/layout.py       a page as components
    web/markup.py       components as HTML, for the first answer
    web/static.py       what no callback changes, as one component
    web/callbacks.py    what happens in an open page
    web/attachment.py   a file that is saved under a name
    web/files.py        what a chart hands out
    web/documents.py    the report of a view, how to cite the data
    web/pictures.py     a chart for a file or for a frame elsewhere, with what it is made of
    web/openapi.py      what the addresses for programs take and give
    web/api.py          the data for programs: tables, findings, charts, one sentence
    web/security.py     what browsers are told not to do, which names are answered to
    web/answers.py      whole answers kept as they went out
    web/refusal.py      what no page asks for
    web/pulse.py        whether the files changed, for open pages
    web/health.py       whether the server is well, for machines that ask
    web/compression.py  answers made small
    web/gate.py         which forms are taken
    web/trying.py       what a form would change, in words
    web/edit.py         the page of forms: new rows, files tried out
    web/app.py          the Dash application put together
    web/processes.py    served by gunicorn
    web/threads.py      served by threads, where gunicorn cannot run
    web/__main__.py     `python -m dashboard.web`
    command/            the commands of the command line, one module each
    command/reading.py  the data that a command asks for
    command/scopes.py   what rows that were judged together are called
    command/quoting.py  a statement held against the rows
    command/check.py    judges every row, source and reporter
    command/bounds.py   exact bounds of a number, with proof
    command/flags.py    the flags of a new row
    command/add.py      new rows, shown with what they change, then written
    command/export.py   a workbook, a CSV, JSON, a report, or everything as a zip
    command/import_.py  rows of other people's files
    starter.py          the files of a folder for another pair of countries
    command/init.py     writes them
    command/scale.py    judges a file of any number of blocks
    command/serve.py    hands over to the page
    command/guide.py    what `--help` shows of each command
    cli.py              what the command line can say, and which module answers
    __main__.py         `python -m dashboard`
"""

__version__ = "0.1.0"
