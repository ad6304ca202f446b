"""A scheme as tables of numbers, for whoever changes points, caps, quotas and groups without writing YAML.

The text stays the one source: a table is drawn from it, and what is typed goes back into it, with every remark and the
order kept. What a table cannot say stands beside it in words, with the line it is written in.
"""
