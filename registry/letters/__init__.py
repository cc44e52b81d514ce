"""Letters as PDF: announcement, SPTJM, request for more time, recap of those who do not meet the rules. Plain data in, bytes out."""
