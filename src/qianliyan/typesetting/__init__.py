"""From the data of an issue to paper: PDF, DOCX, HTML and OFD from one description per template.

Pure Python without Django: `reading` checks the JSON, `composing` turns it into blocks, and one back end per
form sets the same blocks. Nothing here knows a database, a request or the clock.
"""
