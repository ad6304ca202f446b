"""查重: what else is like a text, as far as the reader may know; and two texts side by side."""
