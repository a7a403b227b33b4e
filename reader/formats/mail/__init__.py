"""E-mail as mail programs store it (RFC 5322 and MIME), and web pages that browsers save in the same form (MHTML)."""
