"""Who serves the page: addresses, answers, limits, processes.

answers      whole answers kept as they went out
api          the addresses for programs, as one table: the data, the findings, the charts, one sentence about a number
app          the Dash application: its first answer, its callbacks, its files, its protection
callbacks    what happens in an open page: an address or a change of the files brings a new page
components   elements as Dash's components: one for all that no callback changes
compression  answers made small for the way, and kept by the browser as long as they cannot change
downloads    what a reader saves of a view: the rows of a chart, the report, how to cite the data
edit         the page of forms, at /edit: new rows with what they would change, saved once that was seen
endpoint     an address for programs as one record, which its route, its description and the README are made of
gate         which forms are taken: those that this run of the server made, sent from its own pages
openapi      the addresses for programs as an OpenAPI description
pictures     a chart for a file or for a frame on a page elsewhere, with what it is made of
processes    the page served by gunicorn: several processes, each with a few threads
pulse        what is asked again and again: whether the files changed, whether the server is well
question     what a request asks, of the files as they were when it began
refusal      why there is no answer, in the language that is asked for
security     what the server tells browsers not to do, and which names it answers to
threads      the page served by threads of one process, where gunicorn cannot run
"""
