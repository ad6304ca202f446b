"""What the office wants to hear: commissions (约稿), key points (报送要点) and key tasks (重点任务).

Items and submissions point here; this room never knows who answered with what, only that an addressed unit did.
"""
