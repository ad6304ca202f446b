"""One view module per noun."""
