"""Finds what Kibana would not tell: dangling references, fields that are not in the mapping, panels that overlap.

Kibana imports an object whose reference leads nowhere and shows an error only when somebody opens it, so the pack is held
against the mapping of the indices before it is written.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from c5watch.kibana.objects import CORE_VERSION, GRID_COLUMNS, RECORDS, TYPE_VERSIONS, Object

# Lens computes these on numbers only.
_NUMERIC = frozenset({"long", "integer", "short", "byte", "float", "double", "half_float", "date", "boolean"})
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_KQL_FIELD = re.compile(r"([\w.*]+)\s*(?::|<=|>=|<|>)")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an index as Kibana sees it; ``nested`` ones cannot be used in Lens, nor as flat fields in KQL."""

    type: str
    aggregatable: bool
    searchable: bool
    nested: bool


def read_fields(mapping: Mapping[str, Any]) -> dict[str, Field]:
    """The leaves of an index' ``mappings``, by full name."""
    return dict(_leaves(mapping["properties"], "", nested=False))


def _leaves(properties: Mapping[str, Any], prefix: str, *, nested: bool) -> Iterator[tuple[str, Field]]:
    for name, own in properties.items():
        if "properties" in own:
            yield from _leaves(own["properties"], f"{prefix}{name}.", nested=nested or own.get("type") == "nested")
        else:
            aggregatable = own["type"] != "text" and own.get("doc_values", True)
            yield prefix + name, Field(own["type"], aggregatable, own.get("index", True), nested)


def kql_of(item: Object) -> str:
    """The KQL that an object brings itself, empty if none."""
    attributes = item["attributes"]
    if item["type"] == "lens":
        return str(attributes["state"]["query"]["query"])
    meta = attributes.get("kibanaSavedObjectMeta")
    return str(json.loads(meta["searchSourceJSON"])["query"]["query"]) if meta else ""


def view_of(item: Object) -> str | None:
    """The id of the data view that an object reads, None if it reads none."""
    return next((ref["id"] for ref in item["references"] if ref["type"] == "index-pattern"), None)


def find_faults(objects: Sequence[Object], mappings: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What is wrong, one sentence each; ``mappings`` is ``{data view id: mappings of its index}``. Nothing is raised for it."""
    known = {(item["type"], item["id"]) for item in objects}
    fields = {view: read_fields(mapping) for view, mapping in mappings.items()}
    faults = [f"id {identity} is there {n} times" for identity, n in Counter(o["id"] for o in objects).items() if n > 1]
    for item in objects:
        place = f"{item['type']} {item['id']}"
        try:
            faults += [f"{place}: {fault}" for fault in _faults_of(item, known, fields)]
        except (KeyError, TypeError, ValueError) as exc:
            faults.append(f"{place}: is not in the shape of its type ({type(exc).__name__}: {exc})")
    return faults


def _faults_of(item: Object, known: set[tuple[str, str]], fields: Mapping[str, Mapping[str, Field]]) -> Iterator[str]:
    kind, attributes = item["type"], item["attributes"]
    if kind not in TYPE_VERSIONS:
        yield "is of a type that the pack does not have"
        return
    if item["typeMigrationVersion"] != TYPE_VERSIONS[kind] or item["coreMigrationVersion"] != CORE_VERSION:
        yield "has a version stamp that Kibana 8.19 may refuse"
    if not item["id"].startswith("c5watch-"):
        yield "has an id without c5watch- in front, which may be somebody else's"
    names = [ref["name"] for ref in item["references"]]
    yield from (f"reference name {name} is there twice" for name, n in Counter(names).items() if n > 1)
    yield from (
        f"reference {ref['name']} leads to {ref['type']} {ref['id']}, which is not in the pack"
        for ref in item["references"]
        if (ref["type"], ref["id"]) not in known
    )
    own = fields.get(item["id"] if kind == "index-pattern" else view_of(item) or "")
    if kind == "tag":
        return
    if own is None:
        yield "reads no index that has a mapping"
        return
    if kind != "index-pattern":
        yield from (f"has no {name}" for name in ("title", "description") if not attributes[name])
        if not any(ref["type"] == "tag" for ref in item["references"]):
            yield "has no tag"
        yield from _query_faults(kql_of(item), own)
    checks = {"index-pattern": _data_view_faults, "search": _search_faults, "lens": _lens_faults, "dashboard": _dashboard_faults}
    yield from checks[kind](item, own)


def _query_faults(query: str, fields: Mapping[str, Field]) -> Iterator[str]:
    for name in _KQL_FIELD.findall(_QUOTED.sub('""', query)):
        yield from _use_faults(name, fields, "the query")


def _use_faults(name: str, fields: Mapping[str, Field], where: str, *, aggregated: bool = False) -> Iterator[str]:
    field = fields.get(name)
    if field is None:
        yield f"{where} uses the field {name}, which the mapping does not have"
    elif field.nested:
        yield f"{where} uses the nested field {name} as if it were flat"
    elif aggregated and not field.aggregatable:
        yield f"{where} aggregates the field {name}, which cannot be aggregated"
    elif where == "the query" and not field.searchable:
        yield f"{where} uses the field {name}, which cannot be searched"


def _data_view_faults(item: Object, fields: Mapping[str, Field]) -> Iterator[str]:
    attributes = item["attributes"]
    if attributes["title"] != item["id"]:
        yield "reads another index than its id says"
    time = fields.get(attributes["timeFieldName"])
    if time is None or time.type != "date":
        yield f"its time field {attributes['timeFieldName']} is no date"
    for part in ("fieldFormatMap", "fieldAttrs"):
        yield from (
            f"{part} names {name}, which the mapping does not have" for name in json.loads(attributes[part]) if name not in fields
        )
    for pattern in (entry["value"] for entry in json.loads(attributes["sourceFilters"])):
        if not any(fnmatchcase(name, pattern) for name in fields):
            yield f"the source filter {pattern} hides nothing"


def _search_faults(item: Object, fields: Mapping[str, Field]) -> Iterator[str]:
    attributes = item["attributes"]
    source = json.loads(attributes["kibanaSavedObjectMeta"]["searchSourceJSON"])
    if source["indexRefName"] not in {ref["name"] for ref in item["references"]}:
        yield "names no data view"
    for name in attributes["columns"]:
        yield from _use_faults(name, fields, "a column")
    for name, _ in attributes["sort"]:
        yield from _use_faults(name, fields, "the order", aggregated=True)


def _lens_faults(item: Object, fields: Mapping[str, Field]) -> Iterator[str]:
    state = item["attributes"]["state"]
    layers = state["datasourceStates"]["formBased"]["layers"]
    names = {ref["name"] for ref in item["references"]}
    for layer_id, layer in layers.items():
        columns = layer["columns"]
        if f"indexpattern-datasource-layer-{layer_id}" not in names:
            yield f"layer {layer_id} has no data view"
        if sorted(layer["columnOrder"]) != sorted(columns):
            yield f"layer {layer_id}: columnOrder and columns differ"
        bucketed = [columns[name]["isBucketed"] for name in layer["columnOrder"] if name in columns]
        if bucketed != sorted(bucketed, reverse=True):
            yield f"layer {layer_id}: a metric stands before a bucket"
        for column in columns.values():
            yield from _column_faults(column, columns, fields)
    shown = state["visualization"]
    for layer in shown.get("layers", [shown]):
        if layer["layerId"] not in layers:
            yield f"shows the layer {layer['layerId']}, which is not there"
            continue
        used = {layer.get("xAccessor"), layer.get("splitAccessor"), *layer.get("accessors", ())} - {None}
        used |= {column["columnId"] for column in layer.get("columns", ())}
        if used != set(layers[layer["layerId"]]["columns"]):
            yield f"layer {layer['layerId']}: the columns that are shown are not those that are computed"


def _column_faults(column: Mapping[str, Any], columns: Mapping[str, Any], fields: Mapping[str, Field]) -> Iterator[str]:
    operation, name = column["operationType"], column["sourceField"]
    if operation == "count":
        if name != RECORDS:
            yield f"a count over {name} instead of {RECORDS}"
        return
    yield from _use_faults(name, fields, f"a column of {operation}", aggregated=True)
    kind = fields[name].type if name in fields else ""
    if operation == "date_histogram" and kind != "date":
        yield f"a histogram of time over {name}, which is no date"
    if operation in ("sum", "max") and kind not in _NUMERIC:
        yield f"{operation} of {name}, which is no number"
    if operation == "terms" and column["params"]["orderBy"]["columnId"] not in columns:
        yield f"the values of {name} are ordered by a column that is not there"


def _dashboard_faults(item: Object, fields: Mapping[str, Field]) -> Iterator[str]:
    attributes = item["attributes"]
    if not (attributes["timeRestore"] and attributes["timeFrom"] and attributes["timeTo"]):
        yield "brings no period of its own"
    panels = json.loads(attributes["panelsJSON"])
    by_name = {ref["name"]: ref for ref in item["references"]}
    used = {ref["name"] for ref in item["references"] if ref["type"] == "tag"}
    for panel in panels:
        if panel["panelIndex"] != panel["gridData"]["i"]:
            yield f"panel {panel['panelIndex']} stands on the grid under another name"
        if reference_name := panel.get("panelRefName"):
            name = f"{panel['panelIndex']}:{reference_name}"
            used.add(name)
            if by_name.get(name, {}).get("type") != panel["type"]:
                yield f"panel {panel['panelIndex']} shows nothing of its type"
        elif not panel["embeddableConfig"]["savedVis"]["params"]["markdown"]:
            yield f"panel {panel['panelIndex']} is empty"
    yield from _grid_faults([panel["gridData"] for panel in panels])
    for control in json.loads(attributes["controlGroupInput"]["panelsJSON"]).values():
        name = f"controlGroup_{control['explicitInput']['id']}:optionsListDataView"
        used.add(name)
        if name not in by_name:
            yield f"the control of {control['explicitInput']['fieldName']} has no data view"
        yield from _use_faults(control["explicitInput"]["fieldName"], fields, "a control", aggregated=True)
    yield from (f"reference {name} is used by nothing" for name in by_name if name not in used)


def _grid_faults(places: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    taken: dict[tuple[int, int], str] = {}
    for place in places:
        if place["x"] < 0 or place["y"] < 0 or place["w"] < 1 or place["h"] < 1 or place["x"] + place["w"] > GRID_COLUMNS:
            yield f"panel {place['i']} does not lie within {GRID_COLUMNS} columns"
            continue
        cells = {(x, y) for x in range(place["x"], place["x"] + place["w"]) for y in range(place["y"], place["y"] + place["h"])}
        yield from (
            f"panels {other} and {place['i']} overlap" for other in sorted({taken[cell] for cell in cells & taken.keys()})
        )
        taken |= dict.fromkeys(cells, place["i"])
