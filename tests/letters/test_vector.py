"""Logos as SVG: plain shapes are drawn as shapes; anything that could read, run or unfold is refused."""

from __future__ import annotations

import time
from dataclasses import replace
from io import BytesIO

import pikepdf
import pikepdf.pdfa
import pypdfium2
import pytest
from kit import letters as read
from kit import structure
from kit.letters import HEAD, letter

from gvi_desktop.letters.logo import LogoError, checked
from gvi_desktop.letters.render import render
from gvi_desktop.letters.vector import MOST_BYTES

BOX = '<rect width="120" height="60" fill="#0a5a5f"/>'
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside=BOX, size='width="120" height="60"', before=""):
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {LINK} {size}>{inside}</svg>'.encode()


def refused(data):
    with pytest.raises(LogoError) as caught:
        checked(data)
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        svg(),
        svg(before='\ufeff<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'),
        svg(size='viewBox="0 0 240 120"'),
        svg('<style>.a{fill:#00f;opacity:.5}</style><path class="a" d="M0 0h120v60H0z"/>'),
        svg('<title>Örebro</title><metadata><x xmlns="urn:x"><image/></x></metadata>' + BOX),
        svg('<defs><path id="a" d="M0 0h9v9z"/></defs><clipPath id="c"><use xlink:href="#a"/></clipPath>' + BOX),
    ],
)
def test_a_plain_svg_is_accepted_with_its_proportions(data):
    size = checked(data)
    assert size.width / size.height == pytest.approx(2)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (svg(before='<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'), "DOCTYPE"),
        (svg(before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'), "DOCTYPE"),
        (svg(before="<!doctype svg>"), "DOCTYPE"),
        (svg(BOX + '<image xlink:href="file:///etc/passwd"/>'), "image"),
        (svg(BOX + '<x:image xmlns:x="urn:x" href="file:///etc/passwd"/>'), "image"),
        (svg(BOX + "<script>alert(1)</script>"), "script"),
        (svg('<rect width="9" height="9" onload="alert(1)"/>'), "onload"),
        (svg(BOX + '<use xlink:href="http://example.org/a.svg#b"/>'), "href"),
        (svg(BOX + '<use href="/etc/passwd"/>'), "href"),
        (svg('<rect width="9" height="9" style="fill:url(http://example.org/x)"/>'), "href"),
        (svg('<style>@import url("http://example.org/x.css");</style>' + BOX), "href"),
        (svg('<linearGradient id="g"/><rect width="9" height="9" fill="url(#g)"/>'), "linearGradient"),
        (svg('<defs><radialGradient id="g"/></defs>' + BOX), "radialGradient"),
        (svg(BOX + "<text>GVI</text>"), "text"),
        (svg(BOX + "<foreignObject/>"), "foreignObject"),
        (svg('<filter id="f"/>' + BOX), "filter"),
        (svg('<g id="a"><rect width="1" height="1"/></g><g id="b"><use href="#a"/></g><use href="#b"/>'), "use"),
        (svg(f'<path id="a" d="{"M0 0h9v9z" * 9000}"/>' + '<use href="#a"/>' * 900), "use"),
        (svg('<g id="a"><use href="#a"/></g>'), "use"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_printed_is_refused_by_name(data, part):
    found = refused(data)
    assert (found.code, found.data) == ("logo_svg_part", {"part": part})


@pytest.mark.parametrize(
    "data",
    [
        svg("", 'width="120" height="60"'),
        svg(BOX, 'width="0" height="0"'),
        svg(BOX, 'width="-5" height="10"'),
        svg(BOX, 'width="1e999" height="10"'),
        svg(BOX, 'viewBox="0 0 nan 5"'),
        svg(BOX, ""),
        svg()[:-20],
        svg("<g>" * 5000 + BOX + "</g>" * 5000),
        svg("<g>" * 200 + BOX + "</g>" * 200)[:-9],
        svg('<path d="M nothing"/>'),
        svg('<path d="C 1 1 2 2 3 3"/>'),
        svg('<rect width="1e999" height="5"/>'),
        svg(BOX).decode().encode("utf-16"),
        b"<svg",
        b"<svg/>",
        b"\xff<svg>",
        b"<html><svg xmlns='http://www.w3.org/2000/svg'/></html>",
    ],
)
def test_what_is_empty_or_broken_is_refused(data):
    assert refused(data).code in ("logo_not_png", "logo_svg_part")


def test_a_large_svg_is_not_read():
    assert refused(svg(" " * MOST_BYTES)).code == "logo_too_large"


def test_a_hostile_file_is_refused_at_once():
    begun = time.perf_counter()
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    refused(svg("&a19;", before=f'<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">{bomb}]>'))
    assert time.perf_counter() - begun < 2


def picture(pdf):
    document = pypdfium2.PdfDocument(pdf)
    drawn = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    return drawn


def test_it_is_drawn_as_shapes_in_its_colours_and_only_in_its_place():
    far = '<rect x="-900" y="-900" width="9000" height="9000" fill="#c00000"/>'
    with_logo = picture(render([letter()], replace(HEAD, logo=svg(far + BOX)), "sv").pdf)
    millimetre = 2 * 72 / 25.4
    assert with_logo.getpixel((int(40 * millimetre), int(20 * millimetre))) == (10, 90, 95)
    red = [with_logo.getpixel((x, y)) for x in range(0, with_logo.width, 7) for y in range(0, with_logo.height, 7)]
    assert (192, 0, 0) not in red


def test_a_letter_with_it_stays_valid_holds_it_once_and_is_the_same_each_time():
    half = '<circle cx="30" cy="30" r="25" fill="#f00" fill-opacity="0.4"/>'
    head = replace(HEAD, logo=svg(BOX + half))
    pdf = render([letter(), letter(), letter()], head, "sv").pdf
    assert pdf == render([letter(), letter(), letter()], head, "sv").pdf
    found = pikepdf.pdfa.validate_written(BytesIO(pdf), "2b")
    assert found.passed, found.summary()
    assert all(read.fonts(pdf).values())
    assert structure.loose(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as document:
        forms = [o for o in document.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
        assert not any(isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image" for o in document.objects)
        assert sum(b" gs" in form.read_bytes() for form in forms) == 1


def test_half_see_through_stays_so_in_a_letter():
    half = '<rect width="120" height="60" fill="#000" fill-opacity="0.5"/>'
    drawn = picture(render([letter()], replace(HEAD, logo=svg(half)), "sv").pdf)
    millimetre = 2 * 72 / 25.4
    level = drawn.getpixel((int(40 * millimetre), int(20 * millimetre)))[0]
    assert 110 < level < 145
