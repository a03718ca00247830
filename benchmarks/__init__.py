"""Measurements: accuracy against development gold, speed against peers and against growth."""
