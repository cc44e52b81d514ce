"""Pages to draw on: fpdf2 sets up document, pages and fonts; text and lines are prepared content-stream operators.

Positions are points from the top left corner. Bytes depend on the input only: every date comes from `moment`. Nothing about
what a letter says.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from html import escape
from importlib.resources import as_file, files
from typing import Any, Final

from msgspec import Struct

from registry.letters.face import Face, tidy

A4: Final = (595.28, 841.89)
PRODUCER: Final = "Pendataan"
_XMP: Final = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmp:CreateDate="{moment}" xmp:ModifyDate="{moment}" xmp:MetadataDate="{moment}" \
pdf:Producer="{producer}">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


class Margins(Struct, frozen=True):
    """White around the text, in points. `bottom` holds the footer."""

    top: float
    right: float
    bottom: float
    left: float


LETTER: Final = Margins(top=44, right=62, bottom=58, left=70)
CLOSE: Final = Margins(top=38, right=54, bottom=54, left=62)  # a letter that would just miss one page
LIST: Final = Margins(top=42, right=40, bottom=56, left=40)


class Sheet(Struct, frozen=True):
    """A page as it was laid out, for what is drawn on it at the end."""

    width: float
    margins: Margins


class Paper:
    """A document being written. `y` is where the next thing goes; whoever draws moves it. `spread` scales line distances.

    `zoom` scales the type of running text.
    """

    def __init__(self, title: str, *, author: str, moment: datetime) -> None:
        self.title = tidy(title)
        self.pdf = _document(self.title, tidy(author), moment.astimezone(UTC))
        self.regular = Face(_font(self.pdf, "Regular", ""))
        self.bold = Face(_font(self.pdf, "Bold", "B"))
        self.margins = LETTER
        self.width, self.height = A4
        self.y = 0.0
        self.spread = 1.0
        self.zoom = 1.0
        self.sheets: list[Sheet] = []
        self._marked: dict[int, int] = {}

    @property
    def left(self) -> float:
        """Where the text starts."""
        return self.margins.left

    @property
    def right(self) -> float:
        """Where the text ends."""
        return self.width - self.margins.right

    @property
    def bottom(self) -> float:
        """Where the text must have ended."""
        return self.height - self.margins.bottom

    def add_page(self, margins: Margins | None = None, *, landscape: bool | None = None) -> None:
        """A new page like the one before, unless told otherwise."""
        self.margins = margins or self.margins
        wide = self.width > self.height if landscape is None else landscape
        self.width, self.height = (A4[1], A4[0]) if wide else A4
        self.pdf.add_page(orientation="L" if wide else "P")
        self.sheets.append(Sheet(self.width, self.margins))
        self.y = self.margins.top

    def need(self, height: float) -> bool:
        """Start a new page unless `height` is left on this one. True when it did."""
        if self.y + height <= self.bottom:
            return False
        self.add_page()
        return True

    def draw(self, operators: bytes, *, page: int = 0) -> None:
        """Append operators to the present page, or to one drawn before."""
        contents = self.pdf.pages[page or self.pdf.page].contents
        if not isinstance(contents, bytearray):
            raise TypeError("The document is finished.")
        contents += operators
        contents += b"\n"

    @contextmanager
    def marked(self, kind: str) -> Iterator[None]:
        """What is drawn inside is one structure element (`P`, `H1` ...) of the present page, in reading order."""
        page = self.pdf.page
        number = self._marked[page] = self._marked.get(page, -1) + 1
        _, parents = self.pdf.struct_builder.add_marked_content(page_number=page, struct_type=f"/{kind}", mcid=number)
        self.pdf.pages[page].struct_parents = parents
        self.draw(b"/%s <</MCID %d>> BDC" % (kind.encode(), number))
        yield
        self.draw(b"EMC", page=page)

    def text(self, at: tuple[float, float], text: str, size: float, *, bold: bool = False, align: float = 0) -> None:
        """One line; `at` is a point of its baseline. align: 0 starts there, 0.5 is centred on it, 1 ends there."""
        x, y = at
        face = self.bold if bold else self.regular
        text = tidy(text)
        x -= align * face.width(text) * size / 1000
        place = (face.resource, size, x, self.height - y)
        self.draw(b"BT %s %.2f Tf %.2f %.2f Td %s Tj ET" % (*place, face.literal(text)))

    def line(self, start: tuple[float, float], end: tuple[float, float], width: float, *, dash: bytes = b"") -> None:
        """A straight line that belongs to no text. dash: operator before it, e.g. `[3 2] 0 d`."""
        (x1, y1), (x2, y2) = start, end
        self.draw(
            b"/Artifact BMC q 0 J %s %.2f w %.2f %.2f m %.2f %.2f l S Q EMC"
            % (dash, width, x1, self.height - y1, x2, self.height - y2)
        )

    def discard(self) -> None:
        """Let go of the font files of a document that will not be finished."""
        for font in self.pdf.fonts.values():
            font.close()

    def finish(self) -> bytes:
        """The document. Nothing can be drawn afterwards."""
        return bytes(self.pdf.output())


def _document(title: str, author: str, moment: datetime) -> Any:
    from fpdf import FPDF  # noqa: PLC0415 - takes long to import
    from fpdf.prefs import ViewerPreferences  # noqa: PLC0415

    pdf: Any = FPDF(unit="pt", format="A4")
    pdf.single_resources_object = True  # pages share the fonts
    pdf.alias_nb_pages("")
    pdf.set_auto_page_break(False)
    pdf.allow_images_transparency = False
    pdf.pdf_version = "1.7"
    pdf.set_title(title)
    pdf.set_author(author)
    pdf.set_producer(PRODUCER)
    pdf.set_creation_date(moment)
    pdf.set_lang("id-ID")
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
    stamp = moment.isoformat(timespec="seconds")
    pdf.set_xmp_metadata(_XMP.format(title=escape(title), author=escape(author), moment=stamp, producer=PRODUCER))
    return pdf


def _font(pdf: Any, name: str, style: str) -> Any:
    with as_file(files("registry.letters.fonts") / f"PlusJakartaSans-{name}.ttf") as path:
        pdf.add_font("plusjakartasans", style, path)
    return pdf.fonts[f"plusjakartasans{style}"]
