"""One small file for each format, all behind `Reader`."""
