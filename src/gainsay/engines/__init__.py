"""Where the work is done: one interface, mapping a function over items, for one machine or many."""
