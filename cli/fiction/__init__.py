"""Fictional people and spreadsheets, for the demo and for benchmarks. Nobody in here exists.

Same seed, same people, on every machine. Sizes and mixes follow the national figures of 2022 (domain.md section 6).
"""
