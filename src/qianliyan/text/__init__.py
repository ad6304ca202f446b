"""What the product knows about text: read foreign files, clean, parse, check, compare.

Pure Python without Django; the command line is `qianliyan text`. Every function takes plain text and returns plain
data, so the library is useful without the product around it.
"""
