"""Letters and papers: words and values in, PDF bytes out; knows no vault and no window."""
