"""What the engine leaves undone: tags in reading order and all that makes a file tagged PDF/A-2b."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import ImageCms

from gvi_desktop.letters.tags import Tags, grown

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def finished(drawn: BytesIO, tags: Sequence[Tags], title: str, language: str) -> bytes:
    """The drawn file as tagged PDF/A-2b; one entry of `tags` a page. The same file gives the same bytes.

    Times, ids made by chance and who made it are left out: the file says its title and language and no more.
    """
    out = BytesIO()
    with pikepdf.open(drawn) as pdf:
        _tag(pdf, tags)
        _declare(pdf, title, language)
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
            min_version="1.7",
        )
    return out.getvalue()


def _declare(pdf: Pdf, title: str, language: str) -> None:
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo.Title = String(title)
    root = pdf.Root
    root.Lang = String(language)
    root.MarkInfo = Dictionary(Marked=True)
    packet = _XMP.format(title=escape(title), language=escape(language)).encode()
    root.Metadata = Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML)
    profile = Stream(pdf, _srgb(), N=3, Alternate=Name.DeviceRGB)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    root.OutputIntents = Array([pdf.make_indirect(intent)])


def _tag(pdf: Pdf, tags: Sequence[Tags]) -> None:
    for page in pdf.pages:
        if Name.Trans in page.obj:
            del page.obj.Trans
    pdf.Root.StructTreeRoot = grown(pdf, tags)


@cache
def _srgb() -> bytes:
    """An sRGB profile; its head would tell when it was made."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    day = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    return bytes(made[:24] + day + made[36:84] + bytes(16) + made[100:])
