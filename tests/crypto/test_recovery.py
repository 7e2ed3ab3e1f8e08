"""The recovery key on paper: read back however it is typed, and a slip of the pen is found."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.crypto.recovery import new_secret, secret_of, words_of
from gvi_desktop.crypto.wordlists import LANGUAGES, UNDOTTED, words
from gvi_desktop.domain.errors import VaultError

languages = st.sampled_from(LANGUAGES)
secrets = st.binary(min_size=32, max_size=32)
EMPTY_SECRET = "abandon " * 23 + "art"
"""BIP-39's own test vector for 32 zero bytes."""


@given(secrets, languages)
def test_every_secret_comes_back_from_its_words(secret: bytes, language: str) -> None:
    assert secret_of(" ".join(words_of(secret, language))) == secret


@given(secrets, languages, st.randoms())
def test_case_blanks_numbers_prefixes_and_missing_dots_do_not_matter(
    secret: bytes, language: str, rng: random.Random
) -> None:
    ways = (str.upper, str.title, lambda w: w.translate(UNDOTTED), lambda w: w[:4] if len(w) > 3 else w)
    typed = "".join(
        f"{n}. {rng.choice(ways)(word)}{rng.choice((' ', '  ', chr(10), ', '))}"
        for n, word in enumerate(words_of(secret, language), 1)
    )
    assert secret_of(typed) == secret


def test_english_words_are_those_of_bip_39() -> None:
    assert " ".join(words_of(bytes(32), "en")) == EMPTY_SECRET


def test_a_word_that_is_on_no_list_is_named_by_its_number() -> None:
    typed = list(words_of(bytes(range(32)), "sv"))
    typed[6] = "xyzzy"
    with pytest.raises(VaultError) as caught:
        secret_of(" ".join(typed))
    assert (caught.value.code, caught.value.data) == ("recovery_word", {"number": 7, "word": "xyzzy"})


def test_too_few_or_too_many_words_are_counted() -> None:
    for count in (0, 23, 25):
        with pytest.raises(VaultError) as caught:
            secret_of("gräs " * count)
        assert (caught.value.code, caught.value.data["count"]) == ("recovery_count", count)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checksum_finds_all_but_one_wrong_word_in_256(language: str) -> None:
    rng, passed = random.Random(5), 0
    for _ in range(400):
        typed = list(words_of(new_secret(), language))
        typed[rng.randrange(24)] = rng.choice(words(language))
        try:
            secret_of(" ".join(typed))
            passed += 1
        except VaultError as error:
            assert error.code == "recovery_checksum"
    assert passed < 12
