"""The kinds of fields a form is made of, one family a file."""
