"""What a unit writes, reviews, signs and sends: items, their versions, sign-offs on screen and on paper, submissions.

What the receiving office makes of a submission is the desk's work; only the submission's state lives here.
"""
