"""One file a screen. A screen asks the session in a worker and draws what comes back."""
