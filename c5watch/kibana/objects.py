"""Makes Kibana saved objects of every type that the pack needs, in the shape that Kibana 8.19 and 9 import.

Kibana migrates upwards only: a stamp above the server's own is refused, so the stamps are those of 8.19's oldest shape.
Several attributes are JSON inside a string; references are named by place, and a name that leads nowhere imports silently.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

CORE_VERSION = "8.8.0"
TYPE_VERSIONS = {
    "index-pattern": "8.0.0",
    "tag": "8.0.0",
    "search": "8.0.0",
    "lens": "8.9.0",
    "dashboard": "8.9.0",
}
# Lens' own name for "each document".
RECORDS = "___records___"
GRID_COLUMNS = 48

Object = dict[str, Any]
Column = dict[str, Any]
Series = Literal["bar_stacked", "bar_horizontal", "line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A place on a dashboard: a saved object by type and id, or Markdown; ``x`` and ``w`` count 48 columns."""

    x: int
    y: int
    w: int
    h: int
    shown: tuple[str, str] | None = None
    markdown: str = ""


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _kql(query: str) -> dict[str, str]:
    return {"query": query, "language": "kuery"}


def reference(kind: str, identity: str, name: str) -> dict[str, str]:
    """A reference as saved objects list them."""
    return {"id": identity, "name": name, "type": kind}


def _object(
    kind: str, identity: str, attributes: dict[str, Any], references: Iterable[dict[str, str]], tag: str | None
) -> Object:
    tags = [reference("tag", tag, f"tag-ref-{tag}")] if tag else []
    return {
        "id": identity,
        "type": kind,
        "attributes": attributes,
        "references": [*references, *tags],
        "managed": False,
        "coreMigrationVersion": CORE_VERSION,
        "typeMigrationVersion": TYPE_VERSIONS[kind],
    }


def make_tag(identity: str, name: str, description: str) -> Object:
    """A tag, by which all objects of the pack are found in Kibana's lists."""
    return _object("tag", identity, {"name": name, "description": description, "color": "#0077cc"}, (), None)


def make_data_view(
    index: str, name: str, *, time_field: str, links: Sequence[str], hidden: Sequence[str], meanings: dict[str, str]
) -> Object:
    """A data view whose id is the alias it reads; ``links`` are shown as links, ``hidden`` patterns not at all."""
    return _object(
        "index-pattern",
        index,
        {
            "title": index,
            "name": name,
            "timeFieldName": time_field,
            "fields": "[]",
            "sourceFilters": _dump([{"value": pattern} for pattern in hidden]),
            "fieldFormatMap": _dump({field: {"id": "url", "params": {}} for field in links}),
            "fieldAttrs": _dump({field: {"customDescription": meaning} for field, meaning in meanings.items()}),
            "runtimeFieldMap": "{}",
            # Kibana may come up before the first article does.
            "allowNoIndex": True,
        },
        (),
        None,
    )


def make_search(
    identity: str, title: str, description: str, *, view: str, query: str, columns: Sequence[str], sort: str, tag: str
) -> Object:
    """A saved search: newest first, with the columns people want."""
    name = "kibanaSavedObjectMeta.searchSourceJSON.index"
    source = {"query": _kql(query), "filter": [], "indexRefName": name}
    attributes = {
        "title": title,
        "description": description,
        "columns": list(columns),
        "sort": [[sort, "desc"]],
        "grid": {},
        "hideChart": False,
        "isTextBasedQuery": False,
        "kibanaSavedObjectMeta": {"searchSourceJSON": _dump(source)},
    }
    return _object("search", identity, attributes, [reference("index-pattern", view, name)], tag)


def count(label: str) -> Column:
    """How many documents."""
    return {
        "label": label,
        "customLabel": True,
        "dataType": "number",
        "operationType": "count",
        "sourceField": RECORDS,
        "isBucketed": False,
        "scale": "ratio",
        "params": {"emptyAsNull": True},
    }


def unique(field: str, label: str) -> Column:
    """How many different values."""
    return {**count(label), "operationType": "unique_count", "sourceField": field}


def total(field: str, label: str) -> Column:
    """The sum of a number."""
    return {**count(label), "operationType": "sum", "sourceField": field}


def latest(field: str, label: str) -> Column:
    """The latest time."""
    return {**count(label), "dataType": "date", "operationType": "max", "sourceField": field, "params": {"emptyAsNull": True}}


def over_time(field: str) -> Column:
    """Buckets of time, as wide as the chosen period needs."""
    return {
        "label": field,
        "dataType": "date",
        "operationType": "date_histogram",
        "sourceField": field,
        "isBucketed": True,
        "scale": "interval",
        "params": {"interval": "auto", "includeEmptyRows": True, "dropPartials": False},
    }


def top(field: str, label: str, *, size: int, by: str = "metric0") -> Column:
    """The values with the most documents; ``by`` is the column that decides."""
    return {
        "label": label,
        "customLabel": True,
        "dataType": "string",
        "operationType": "terms",
        "sourceField": field,
        "isBucketed": True,
        "scale": "ordinal",
        "params": {
            "size": size,
            "orderBy": {"type": "column", "columnId": by},
            "orderDirection": "desc",
            "otherBucket": False,
            "missingBucket": False,
            "parentFormat": {"id": "terms"},
            "include": [],
            "exclude": [],
            "includeIsRegex": False,
            "excludeIsRegex": False,
        },
    }


def _lens(
    identity: str,
    title: str,
    description: str,
    *,
    view: str,
    query: str,
    kind: str,
    columns: dict[str, Column],
    visualization: dict[str, Any],
    tag: str,
) -> Object:
    layer = {"columnOrder": list(columns), "columns": columns, "incompleteColumns": {}}
    state = {
        "datasourceStates": {"formBased": {"layers": {"layer": layer}}},
        "visualization": visualization,
        "query": _kql(query),
        "filters": [],
        "internalReferences": [],
        "adHocDataViews": {},
    }
    attributes = {"title": title, "description": description, "visualizationType": kind, "state": state}
    return _object("lens", identity, attributes, [reference("index-pattern", view, "indexpattern-datasource-layer-layer")], tag)


def make_chart(
    identity: str,
    title: str,
    description: str,
    *,
    view: str,
    x: Column,
    metric: Column,
    split: Column | None = None,
    series: Series = "bar_stacked",
    query: str = "",
    tag: str,
) -> Object:
    """Bars or lines over ``x``, one colour for each value of ``split``."""
    columns = {**({"split": split} if split else {}), "x": x, "metric0": metric}
    layer: dict[str, Any] = {
        "layerId": "layer",
        "layerType": "data",
        "seriesType": series,
        "xAccessor": "x",
        "accessors": ["metric0"],
    }
    if split:
        layer["splitAccessor"] = "split"
    visualization = {
        "legend": {"isVisible": split is not None, "position": "right"},
        "valueLabels": "hide",
        "preferredSeriesType": series,
        "layers": [layer],
    }
    return _lens(
        identity,
        title,
        description,
        view=view,
        query=query,
        kind="lnsXY",
        columns=columns,
        visualization=visualization,
        tag=tag,
    )


def make_table(
    identity: str,
    title: str,
    description: str,
    *,
    view: str,
    rows: Sequence[Column],
    metrics: Sequence[Column],
    query: str = "",
    tag: str,
) -> Object:
    """A table with a row for each combination of ``rows`` and a column for each of ``metrics``."""
    columns = {f"row{n}": row for n, row in enumerate(rows)} | {f"metric{n}": metric for n, metric in enumerate(metrics)}
    visualization = {"layerId": "layer", "layerType": "data", "columns": [{"columnId": name} for name in columns]}
    return _lens(
        identity,
        title,
        description,
        view=view,
        query=query,
        kind="lnsDatatable",
        columns=columns,
        visualization=visualization,
        tag=tag,
    )


def _panel(place: int, panel: Panel) -> dict[str, Any]:
    name = f"p{place}"
    placed: dict[str, Any] = {
        "type": panel.shown[0] if panel.shown else "visualization",
        "panelIndex": name,
        "gridData": {"x": panel.x, "y": panel.y, "w": panel.w, "h": panel.h, "i": name},
        "embeddableConfig": {"enhancements": {}},
    }
    if panel.shown:
        return {**placed, "panelRefName": f"panel_{name}"}
    placed["embeddableConfig"]["savedVis"] = {
        "id": "",
        "title": "",
        "description": "",
        "type": "markdown",
        "params": {"fontSize": 12, "openLinksInNewTab": False, "markdown": panel.markdown},
        "uiState": {},
        "data": {"aggs": [], "searchSource": {"query": _kql(""), "filter": []}},
    }
    return placed


def make_dashboard(
    identity: str,
    title: str,
    description: str,
    *,
    view: str,
    since: str,
    controls: Sequence[tuple[str, str]],
    panels: Sequence[Panel],
    tag: str,
) -> Object:
    """A dashboard that brings its own period; ``controls`` are pairs of field and label, lists to choose from."""
    placed = [_panel(place, panel) for place, panel in enumerate(panels)]
    chooser = {
        f"control-{field}": {
            "order": order,
            "width": "medium",
            "grow": True,
            "type": "optionsListControl",
            "explicitInput": {
                "id": f"control-{field}",
                "fieldName": field,
                "title": label,
                "selectedOptions": [],
                "enhancements": {},
            },
        }
        for order, (field, label) in enumerate(controls)
    }
    ignored = dict.fromkeys(("ignoreFilters", "ignoreQuery", "ignoreTimerange", "ignoreValidations"), False)
    attributes = {
        "title": title,
        "description": description,
        "version": 1,
        "timeRestore": True,
        "timeFrom": since,
        "timeTo": "now",
        "refreshInterval": {"pause": True, "value": 60000},
        "kibanaSavedObjectMeta": {"searchSourceJSON": _dump({"query": _kql(""), "filter": []})},
        "optionsJSON": _dump(
            {"useMargins": True, "syncColors": True, "syncCursor": True, "syncTooltips": False, "hidePanelTitles": False}
        ),
        "panelsJSON": _dump(placed),
        "controlGroupInput": {
            "controlStyle": "oneLine",
            "chainingSystem": "HIERARCHICAL",
            "ignoreParentSettingsJSON": _dump(ignored),
            "panelsJSON": _dump(chooser),
        },
    }
    shown = [reference(*panel.shown, f"p{place}:panel_p{place}") for place, panel in enumerate(panels) if panel.shown is not None]
    lists = [reference("index-pattern", view, f"controlGroup_{name}:optionsListDataView") for name in chooser]
    return _object("dashboard", identity, attributes, [*shown, *lists], tag)
