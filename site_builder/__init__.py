"""Website builder: editions, content and templates become static files. It never opens a private store."""
