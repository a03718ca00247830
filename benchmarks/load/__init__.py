"""Load: invented collections that grow as real ones do, and the truth that is planted in them."""
