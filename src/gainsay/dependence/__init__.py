"""Which passages depend on which, and how many witnesses are left when that is taken off."""
