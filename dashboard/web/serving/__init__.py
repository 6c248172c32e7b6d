"""Who serves the page: addresses, answers, limits, processes.

answers      whole answers kept as they went out
api          the data for programs: tables as CSV, findings and charts as JSON, one sentence about a number
app          The Dash application: its first answer, its callbacks, its files, its protection
attachment   A file that is saved under a name, whatever letters are in it
callbacks    what happens in an open page: an address or a change of the files brings a new page
compression  answers made small for the way, and kept by the browser as long as they cannot change
documents    what the page hands out as a whole: the report of a view, and how to cite the data
edit         the page of forms, at /edit: new rows with what they would change, saved once that was seen
files        the rows of a chart as CSV and XLSX
gate         which forms are taken: those that this run of the server made, sent from its own pages
health       whether the server is well, for machines that ask: load balancers, monitors, systemd
openapi      what the addresses below /api/ take and give, as an OpenAPI description for programs
pictures     A chart for a file or for a frame on a page elsewhere, with what it is made of
processes    the page served by gunicorn: several processes, each with a few threads
pulse        what every open page asks twice a second: whether the files changed (assets/page.js)
refusal      what no page of this server asks for is refused with a reason; Dash would fail over it
security     what the server tells browsers not to do, and which names it answers to
threads      the page served by threads of one process, where gunicorn cannot run
"""
