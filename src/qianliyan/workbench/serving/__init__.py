"""Running the product on one machine: web, task worker and tick under one supervisor.

What dies is started again; what a dead worker had in hand goes back into the queue.
"""
