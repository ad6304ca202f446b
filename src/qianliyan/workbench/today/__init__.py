"""今日: what waits for a seat, what came in and became of it, what happened since yesterday."""
