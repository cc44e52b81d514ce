"""The fonts of the letters (Plus Jakarta Sans, SIL Open Font License 1.1, see OFL.txt) and how they were made."""
