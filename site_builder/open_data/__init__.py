"""Everything as open data: packages of all lists, catalogues for machines, fingerprints to check a file by."""
