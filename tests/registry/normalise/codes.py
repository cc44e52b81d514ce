"""The codes of findings, sorted, for comparisons in one line."""

from collections.abc import Iterable

from registry.model.finding import Finding


def codes(findings: Iterable[Finding]) -> list[str]:
    return sorted(finding.kode for finding in findings)
