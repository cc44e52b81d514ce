"""Facts everybody shares: regions and agencies. Read-only, from the CSV files in content/referensi/."""
