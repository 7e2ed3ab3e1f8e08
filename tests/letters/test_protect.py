"""A PDF behind a password opens with it and with nothing else."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from kit import letters as read
from kit.letters import HEAD, letter

from gvi_desktop.letters.protect import PasswordError, protected
from gvi_desktop.letters.render import render


@pytest.fixture(scope="module")
def pdf():
    return render([letter()], HEAD, "sv").pdf


@pytest.mark.parametrize("password", ["korrekt häst", "x" * 127, "Ååååååååå", "пароль длинный"])
def test_it_opens_with_the_password_only(pdf, password):
    shut = protected(pdf, password)
    with pikepdf.open(BytesIO(shut), password=password) as document:
        assert (document.encryption.R, document.encryption.bits) == (6, 256)
        assert str(document.docinfo["/Title"]) == "Brev"
    for wrong in ("", "fel lösenord", password[:-1]):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(shut), password=wrong)
    with pytest.raises(pypdfium2.PdfiumError):
        read.text(shut)


def test_another_reader_finds_the_same_words_behind_it(pdf):
    document = pypdfium2.PdfDocument(protected(pdf, "korrekt häst"), password="korrekt häst")
    told = " ".join(document[0].get_textpage().get_text_range().split())
    document.close()
    assert told == read.text(pdf)


def test_nothing_readable_is_left_in_the_file(pdf):
    shut = protected(pdf, "korrekt häst")
    assert b"Brev" not in shut
    assert b"pdfaid" not in shut


@pytest.mark.parametrize(
    "password", ["", "sju7777", "x" * 128, "å" * 64, "abcd\nefgh", "abcd\ud800efgh", "abc\x00defgh"]
)
def test_a_password_that_keeps_nobody_out_or_no_reader_takes_is_refused(pdf, password):
    with pytest.raises(PasswordError):
        protected(pdf, password)


def test_a_letter_written_in_two_ways_is_the_same_password(pdf):
    with pikepdf.open(BytesIO(protected(pdf, "a\u030angstro\u0308m")), password="\u00e5ngstr\u00f6m") as document:
        assert len(document.pages) == 1
