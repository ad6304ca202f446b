"""The demo world: a city, its counties and departments, and some weeks of their information work.

Everything happens through the real actions on a simulated clock; the words stand in the YAML files beside this one.
All places, people and figures are invented.
"""
