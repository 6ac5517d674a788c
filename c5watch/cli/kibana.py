"""The commands ``kibana build|install``: data views, saved searches and dashboards for those who search in Kibana."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from c5watch.cli.context import console
from c5watch.errors import InputError
from c5watch.settings import ROOT

app = typer.Typer(help="Kibana's data views, saved searches and dashboards.", no_args_is_help=True)

PACK = ROOT / "deploy" / "kibana" / "c5watch.ndjson"


@app.command()
def build(
    output: Annotated[Path, typer.Option(help="File to write.", show_default="deploy/kibana/c5watch.ndjson")] = PACK,
) -> None:
    """Write the pack from the mapping of the indices; nothing is written when a field or reference does not exist.

    Example: `c5watch kibana build`
    """
    from c5watch.kibana.pack import build_ndjson, checked_objects

    objects = checked_objects()
    try:
        output.write_text(build_ndjson(objects), "utf-8")
    except OSError as exc:
        raise InputError(f"{output} cannot be written ({exc.strerror}); name another file with --output.") from exc
    console.print(f"{len(objects)} objects written.")


@app.command()
def install(
    url: Annotated[
        str, typer.Option(help="Address of Kibana, with its base path or space if it has one.")
    ] = "http://127.0.0.1:5601",
) -> None:
    """Import the pack into a running Kibana; a second time replaces what the first one made.

    User and password: in the address, or C5WATCH_KIBANA_USER and C5WATCH_KIBANA_PASSWORD.

    Example: `c5watch kibana install --url http://127.0.0.1:5601`
    """
    from c5watch.kibana.install import install_pack
    from c5watch.kibana.pack import build_ndjson, checked_objects

    taken = install_pack(url, build_ndjson(checked_objects()))
    console.print(f"Kibana took {taken} objects; open Dashboards and look for the tag c5watch.")
