"""The record of one instansi on disk: journal (truth), state in memory, TinyDB view, files that arrived.

Start at `store.Store`. What a change is stands in `change`, the two-call seam of the journal in `seam`, its check in
`verify`. Knows tables and bytes; what may follow what, and what a change means, is for the desk.
"""
