"""The edition: one announcement of one instansi at one moment, in public fields only (architecture section 7).

The one part of the registry the website builder may import. It depends on nothing else of it.
"""
