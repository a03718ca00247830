"""Accuracy: every stage against development gold, with floors that only rise."""
