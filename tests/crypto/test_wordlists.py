"""The word lists: 2,048 words that cannot be mistaken for one another, and that are never changed."""

import hashlib
from importlib.resources import files

import pytest

from gvi_desktop.crypto.fingerprint import fingerprint, fingerprint_words
from gvi_desktop.crypto.wordlists import LANGUAGES, UNDOTTED, words

SHA256 = {
    "sv": "f08f1eaa977b132dc0cca01fe657b4f1e4130b7f3d418d23b8cd0bb7d09f1bec",
    "en": "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_released_list_is_never_changed(language: str) -> None:
    raw = files("resources").joinpath("wordlists", f"{language}.txt").read_bytes()
    assert hashlib.sha256(raw.replace(b"\r\n", b"\n")).hexdigest() == SHA256[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_letters_tell_every_word_also_without_dots_and_rings(language: str) -> None:
    assert len(words(language)) == 2048
    assert len({word.translate(UNDOTTED)[:4] for word in words(language)}) == 2048
    assert all(word.isalpha() and word == word.lower() and 3 <= len(word) <= 8 for word in words(language))


def test_there_is_no_third_list() -> None:
    with pytest.raises(ValueError, match="no word list"):
        words("nn")


def test_a_fingerprint_is_twelve_words_that_depend_on_both_keys() -> None:
    one = fingerprint_words(bytes(32), "age1abc", "sv")
    assert len(one) == 12 and one == fingerprint_words(bytes(32), "AGE1ABC", "sv")
    assert one != fingerprint_words(bytes(31) + b"\1", "age1abc", "sv")
    assert one != fingerprint_words(bytes(32), "age1abd", "sv")
    places = [words("sv").index(word) for word in one]
    assert places == [words("en").index(word) for word in fingerprint_words(bytes(32), "age1abc", "en")]


def test_a_fingerprint_is_the_first_132_bits_of_the_hash() -> None:
    whole = hashlib.sha256(b"contact-v1\0" + bytes(32) + b"age1abc").digest()
    assert fingerprint(bytes(32), "age1abc") == whole
    bits = "".join(f"{words('en').index(word):011b}" for word in fingerprint_words(bytes(32), "age1abc", "en"))
    assert bits == f"{int.from_bytes(whole):0256b}"[:132]


def test_a_key_of_another_size_has_no_fingerprint() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        fingerprint(b"short", "age1abc")
