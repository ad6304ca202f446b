"""OFD (GB/T 33190-2016) written from the finished PDF: the same glyphs at the same places, as text."""
