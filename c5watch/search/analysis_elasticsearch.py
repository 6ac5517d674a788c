"""The same rules as Elasticsearch index settings.

Stripping stands inside a `condition`: for a wildcard the server runs every filter it takes for a normalizing one, and that is
`pattern_replace` but not `reverse`, so that suffixes would be bitten off the front of ``Астана*``; it leaves conditions out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from c5watch.search import analysis_rules, analysis_tables
from c5watch.search.analysis_rules import Rules, field_rules

# Painless may have its regular expressions switched off. Runs for every word, so that the rare case, a word of two scripts, is
# told first; the argument are the letters that forbid folding.
_FOLD = """
CharSequence term = token.term;
boolean latin = false; boolean cyrillic = false;
for (int i = 0; i < term.length(); i++) {
  char letter = term.charAt(i);
  if (letter >= (char)97 && letter <= (char)122) { latin = true; }
  else if (letter >= (char)1024 && letter <= (char)1279) { cyrillic = true; }
  else if (letter == (char)39) { return false; }
}
if (!latin || !cyrillic) { return false; }
for (int i = 0; i < term.length(); i++) {
  if ('%s'.indexOf(String.valueOf(term.charAt(i))) >= 0) { return false; }
}
return true;
"""
_FOLD_BEFORE_NUMBER = """
CharSequence word = token.term;
char last = word.charAt(word.length() - 1);
if (word.length() > 1 && last >= (char)48 && last <= (char)57 && '%s'.indexOf(String.valueOf(word.charAt(0))) >= 0) {
  int digits = 1;
  while (digits < word.length() && word.charAt(digits) >= (char)48 && word.charAt(digits) <= (char)57) { digits++; }
  if (digits == word.length()) { return true; }
}
"""


def _escaped(text: str) -> str:
    return "".join(letter if "!" < letter <= "~" and letter not in "\\=>" else f"\\u{ord(letter):04x}" for letter in text)


def analyzer_name(field: str) -> str:
    """The analyzer of a field: ``c5_uz_latn`` for ``uz-Latn``."""
    return "c5_" + field.replace("-", "_").lower()


def _replacement(pattern: str, replacement: str, *, everywhere: bool) -> dict[str, Any]:
    return {"type": "pattern_replace", "pattern": pattern, "replacement": replacement, "all": everywhere}


def _condition(filters: list[str], script: str) -> dict[str, Any]:
    return {"type": "condition", "filter": filters, "script": {"source": " ".join(script.split())}}


def elasticsearch_analysis(fields: Iterable[str] | None = None) -> dict[str, Any]:
    """Character filters, tokenizer, token filters and analyzers, of all fields or of some."""
    filters: dict[str, Any] = {
        "c5_apostrophe": _replacement("'", "", everywhere=True),
        "c5_length": {"type": "length", "min": 1, "max": analysis_tables.MAX_TERM},
        "c5_possessive_s": _replacement(analysis_rules.POSSESSIVE, "", everywhere=False),
        # Always true: only the condition itself matters, see above.
        "c5_possessive": _condition(["c5_possessive_s"], "token.term.length() > 2"),
    }
    to_cyrillic, to_latin = [], []
    for latin, cyrillic in zip(analysis_tables.LATIN_TWINS, analysis_tables.CYRILLIC_TWINS, strict=True):
        filters[f"c5_twin_{latin}_cyrillic"] = _replacement(latin, cyrillic, everywhere=True)
        filters[f"c5_twin_{latin}_latin"] = _replacement(cyrillic, latin, everywhere=True)
        to_cyrillic.append(f"c5_twin_{latin}_cyrillic")
        to_latin.append(f"c5_twin_{latin}_latin")
    filters["c5_twins_cyrillic"] = _condition(to_cyrillic, _FOLD % analysis_tables.LATIN_ONLY)
    filters["c5_twins_latin"] = _condition(
        to_latin, _FOLD_BEFORE_NUMBER % analysis_tables.CYRILLIC_TWINS + _FOLD % analysis_tables.CYRILLIC_ONLY
    )
    wanted = {field: rules for field, rules in field_rules().items() if fields is None or field in fields}
    maps = {"c5_characters": analysis_rules.character_map(), "c5_latin": analysis_rules.latin_map()}
    character_filters = {}
    for name, characters in list(maps.items())[: max(len(rules.maps) for rules in wanted.values())]:
        mappings = [f"{_escaped(sequence)} => {_escaped(replacement)}" for sequence, replacement in characters.items()]
        character_filters[name] = {"type": "mapping", "mappings": mappings}
    analyzers = {}
    for field, rules in wanted.items():
        name = analyzer_name(field)
        chain, own = _filters(name, rules)
        filters.update(own)
        analyzers[name] = {
            "type": "custom",
            "char_filter": list(maps)[: len(rules.maps)],
            "tokenizer": "c5_words",
            "filter": chain,
        }
    return {
        "char_filter": character_filters,
        "tokenizer": {"c5_words": {"type": "simple_pattern", "pattern": analysis_rules.TOKEN}},
        "filter": filters,
        "analyzer": analyzers,
    }


def _filters(name: str, rules: Rules) -> tuple[list[str], dict[str, Any]]:
    """The chain of filter names of one analyzer, and the filters that are its own."""
    own: dict[str, Any] = {}
    chain = ["lowercase"]
    if rules.fold_twins:
        chain += ["c5_twins_cyrillic", "c5_twins_latin"]
    if rules.possessive:
        chain.append("c5_possessive")
    chain.append("c5_apostrophe")
    if rules.exceptions:
        own[f"{name}_exceptions"] = _override(rules.exceptions)
        chain.append(f"{name}_exceptions")
    steps = []
    for number, (pattern, replacement) in enumerate(rules.spelling):
        steps.append(f"{name}_spelling_{number}")
        own[steps[-1]] = _replacement(pattern, replacement, everywhere=True)
    if rules.strip:
        steps.append("reverse")
        for number, (pattern, replacement) in enumerate(rules.strip):
            steps.append(f"{name}_strip_{number}")
            own[steps[-1]] = _replacement(pattern, replacement, everywhere=False)
        steps.append("reverse")
    if steps:
        own[f"{name}_strip"] = _condition(steps, f"token.term.length() >= {rules.shortest} && !token.keyword")
        chain.append(f"{name}_strip")
    if rules.restored:
        own[f"{name}_restored"] = _override(rules.restored)
        chain.append(f"{name}_restored")
    return [*chain, "c5_length"], own


def _override(terms: Mapping[str, str]) -> dict[str, Any]:
    # Marks the word as a keyword, which the second override and, by our condition, the stripping respect.
    return {"type": "stemmer_override", "rules": [f"{word} => {term}" for word, term in sorted(terms.items())]}
