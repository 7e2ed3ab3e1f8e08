"""The own card as a code: photographed from paper or a screen it is the same card; nothing else becomes one."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from kit.vaults import SettableClock, new_vault
from PIL import Image, ImageFilter

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.intake import qr as reading
from gvi_desktop.letters import qr
from gvi_desktop.services import cardpaper, contacts, identity
from gvi_desktop.services.workspace import Workspace


@pytest.fixture(scope="module")
def anna(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    opened = new_vault(tmp_path_factory.mktemp("anna") / "a.gvi")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def bo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    opened = new_vault(tmp_path_factory.mktemp("bo") / "b.gvi", user="Bo", office="GVI Söder", clock=SettableClock())
    yield opened
    opened.close()


@pytest.fixture
def card(anna: Workspace) -> bytes:
    return anna.read(identity.card)


def known(bo: Workspace, anna: Workspace, contact: str) -> bool:
    """Whether Bo holds Anna's keys; the contact is taken out again."""
    same = bo.read(contacts.get, contact).words == anna.read(identity.own_words, "sv")
    bo.write(contacts.remove, contact)
    return same


def photograph(code: bytes, *, turned: float = 0, blur: float = 0, kind: str = "JPEG") -> bytes:
    """The code on a grey table, not quite straight from above, as a telephone would save it."""
    drawn = Image.open(BytesIO(code)).convert("L").resize((1000, 1000), Image.Resampling.BICUBIC)
    table = Image.new("L", (1800, 1800), 210)
    table.paste(drawn, (400, 350))
    table = table.rotate(turned, fillcolor=190, resample=Image.Resampling.BICUBIC)
    corners = (0, 0, 0, 1800, 1800, 1700, 1720, 60)
    table = table.transform(table.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    out = BytesIO()
    table.filter(ImageFilter.GaussianBlur(blur)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(("turned", "blur", "kind"), [(0, 0, "PNG"), (8, 1.5, "JPEG"), (182, 1, "WEBP")])
def test_a_photographed_code_is_the_card(
    anna: Workspace, bo: Workspace, card: bytes, turned: float, blur: float, kind: str
) -> None:
    photo = photograph(qr.picture(qr.squares(card)), turned=turned, blur=blur, kind=kind)
    assert known(bo, anna, bo.write(contacts.add_given, photo))


def test_the_saved_picture_and_the_printed_page_are_read_back(anna: Workspace, bo: Workspace, tmp_path: Path) -> None:
    anna.read(cardpaper.write, tmp_path / "own.png")
    assert known(bo, anna, bo.write(contacts.add_file, tmp_path / "own.png"))
    anna.read(cardpaper.write, tmp_path / "own.pdf")
    with pypdfium2.PdfDocument(tmp_path / "own.pdf") as pdf:
        assert len(pdf) == 1
        words = pdf[0].get_textpage().get_text_range()
        pdf[0].render(scale=2).to_pil().save(tmp_path / "scan.jpg")
    assert all(word in words for language in ("sv", "en") for word in anna.read(identity.own_words, language))
    assert known(bo, anna, bo.write(contacts.add_file, tmp_path / "scan.jpg"))
    anna.read(cardpaper.write, tmp_path / "own.card")
    assert (tmp_path / "own.card").read_bytes() == anna.read(identity.card)


def test_pasted_text_is_the_card_also_with_what_a_mail_program_adds(
    anna: Workspace, bo: Workspace, card: bytes
) -> None:
    pasted = b"\n  " + card.replace(b"\n", b"\r\n") + b"\r\n\r\n"
    assert known(bo, anna, bo.write(contacts.add_given, pasted))


def test_a_picture_without_a_card_or_with_two_is_refused(anna: Workspace, bo: Workspace, card: bytes) -> None:
    one, other = (qr.picture(qr.squares(each)) for each in (card, bo.read(identity.card)))
    both = Image.new("L", (1800, 900), 255)
    for at, code in enumerate((one, other)):
        both.paste(Image.open(BytesIO(code)).convert("L").resize((800, 800)), (50 + 900 * at, 50))
    out = BytesIO()
    both.save(out, "PNG")
    elsewhere = qr.picture(qr.squares(b"https://example.org/"))
    for picture in (out.getvalue(), elsewhere, photograph(elsewhere)):
        assert refusal(bo, picture) == "E_CARD_NO_CODE"


def test_a_broken_or_gigantic_picture_is_refused_before_it_is_unpacked(bo: Workspace, card: bytes) -> None:
    good = qr.picture(qr.squares(card))
    gigantic = bytearray(good)
    gigantic[16:24] = (60_000).to_bytes(4) * 2  # the measures in a PNG's head
    for picture in (good[:200], bytes(gigantic), b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff" + bytes(1000), b"GIF89a"):
        assert refusal(bo, picture) == "E_CARD_PICTURE"
    assert refusal(bo, b"\x89PNG" + bytes(reading.MOST_BYTES)) == "E_CARD_PICTURE"


def test_something_that_is_neither_text_nor_picture_is_no_card(bo: Workspace) -> None:
    assert refusal(bo, b"hello") == refusal(bo, b"") == refusal(bo, b"\0\1\2" * 50) == "E_CARD_FORM"


def test_an_altered_card_in_a_code_is_refused(bo: Workspace, card: bytes) -> None:
    assert refusal(bo, qr.picture(qr.squares(card.replace(b"municipality", b"police")))) == "E_CARD_SIG"


def refusal(bo: Workspace, raw: bytes) -> str:
    with pytest.raises(BundleError) as caught:
        bo.write(contacts.add_given, raw)
    assert bo.read(contacts.listed) == []
    return caught.value.code


def test_the_longest_card_still_makes_a_code(anna: Workspace) -> None:
    assert len(qr.squares(b"x" * qr.MOST)) < 150
    with pytest.raises(ValueError, match="holds"):
        qr.squares(b"x" * (qr.MOST + 1))
