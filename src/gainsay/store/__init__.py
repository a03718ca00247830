"""The edition file: its tables, how records become rows, and the two word indexes."""
