"""What people decide about a reading: an append-only log that binds to passages and overrules what was read.

- `decision`: the records
- `fields`: what of each kind of record may be corrected, and how a value must look
- `log`: appending, the chain of hashes, what stands
- `binding`: where the words that a decision speaks of stand now, if they do
- `overrule`, `persons`, `judged`: what decisions make of one document's reading, of entities, of matters
- `settle`: bringing the edition up to date with the log
- `adding`: what a person adds that no reading found
- `desk`: deciding about a record that the edition holds
- `queue`, `agreement`, `exchange`: what to look at next, how far reviewers agree, export and import
"""
