"""The command line: the same program without a window, one command a file, thin over services."""
