"""Eligibility: one named function a rule. Every rule sees one person and one periode, knows no database and no today."""
