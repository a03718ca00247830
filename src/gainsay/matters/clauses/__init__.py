"""What a clause says, read off its words without a parser: deeds, things, numbers, who is accused, what is denied."""
