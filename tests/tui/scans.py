"""A scan as a scanner makes it: a PDF of one page without text."""

from io import BytesIO

import pypdfium2


def blank_pdf(path):
    """Write it and return its path."""
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(595, 842)
    buffer = BytesIO()
    pdf.save(buffer)
    pdf.close()
    path.write_bytes(buffer.getvalue())
    return path
