"""What is typed about an item becomes clean values; the rules of the work live in actions and requirements."""
