"""One file for each colour of notice: its form, the conditions of its publication, and what ends it."""
