"""Plays a closed year and the running one: every step is the real action, at its time on a simulated clock."""
