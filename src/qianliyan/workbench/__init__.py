"""Pages that put several rooms side by side: today, the trail of an item, the shell around every page.

It also runs the product: the supervisor, the demo world, the check of everything that must agree.
"""
