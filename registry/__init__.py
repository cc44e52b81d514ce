"""The private record of one instansi: rules, workflow, intake, store, letters. No screens, no HTML."""
