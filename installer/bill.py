"""The bill of materials: which packages, in which versions and under which licences, the built program is made of."""

import json
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = "gvi-desktop"


def parts(name: str = PROJECT) -> dict[str, Distribution]:
    """The packages that a package needs when it runs here, by name, itself left out."""
    found: dict[str, Distribution] = {}
    waiting = list(_needs(distribution(name)))
    while waiting:
        wanted = canonicalize_name(waiting.pop())
        if wanted in found:
            continue
        try:
            found[wanted] = distribution(wanted)
        except PackageNotFoundError:
            continue
        waiting += _needs(found[wanted])
    return dict(sorted(found.items()))


def bill() -> str:
    """The bill as CycloneDX 1.5 in JSON."""
    project = distribution(PROJECT)
    components = [_component(name, part) for name, part in parts().items()]
    return json.dumps(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.5",
            "version": 1,
            "metadata": {"component": {"type": "application", "name": PROJECT, "version": project.version}},
            "components": components,
        },
        indent=2,
    )


def _needs(package: Distribution) -> Iterator[str]:
    for line in package.requires or ():
        need = Requirement(line)
        if need.marker is None or need.marker.evaluate({"extra": ""}):
            yield need.name


def _component(name: str, part: Distribution) -> dict[str, object]:
    reference = f"pkg:pypi/{name}@{part.version}"
    said: dict[str, object] = {
        "type": "library",
        "bom-ref": reference,
        "name": name,
        "version": part.version,
        "purl": reference,
    }
    told = part.metadata.json
    if expression := told.get("license_expression"):
        said["licenses"] = [{"expression": expression}]
    elif licence := str(told.get("license", "")).strip().split("\n")[0]:
        said["licenses"] = [{"license": {"name": licence}}]
    return said
