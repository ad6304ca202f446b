"""What the pages and the steps ask about commissions, key points and key tasks."""
