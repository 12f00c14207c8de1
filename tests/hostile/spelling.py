"""Faults of spelling planted in a valid scenario: syntax, encoding, characters, names, numbers."""

from typing import Iterator

from case import TABLE, Case, planted

LONG = "k" * 5000

SYNTAX = [  # name, what stands in the base, what replaces it
    ("anchor_unused", "years: 20", "years: &y 20"),
    ("anchor_on_map", "horizon:\n", "horizon: &h\n"),
    ("anchor_on_key", "seed:", "&s seed:"),
    ("alias_of_text", "{zh: 产业园, en: Park}", "{zh: &t 产业园, en: *t}"),
    ("alias_of_list", "vat: [2400, 2600, 2800]\n    cit: [1000, 1100, 1200]", "vat: &v [2400]\n    cit: *v"),
    ("merge_key", "    role: origin", "    <<: {role: origin}"),
    ("merge_alias", "  haining:\n", "  haining:\n    <<: *wuyi\n"),
    ("merge_quoted", "    role: origin", '    role: origin\n    "<<": {reservation: 0}'),
    ("tag_int", "years: 20", "years: !!int 20"),
    ("tag_int_quoted", "years: 20", 'years: !!int "20"'),
    ("tag_float", "years: 20", "years: !!float 20"),
    ("tag_str", "name: roads", "name: !!str roads"),
    ("tag_binary", "name: roads", "name: !!binary cm9hZHM="),
    ("tag_python", "name: roads", 'name: !!python/object/apply:os.system ["true"]'),
    ("tag_local", "name: roads", "name: !road roads"),
    ("tag_verbatim", "name: roads", "name: !<tag:yaml.org,2002:str> roads"),
    ("tag_non_specific", "years: 20", "years: ! 20"),
    ("tag_on_map", "horizon:\n", "horizon: !!map\n"),
    ("tag_set", "{streams: [vat, cit]}", "{streams: !!set {vat, cit}}"),
    ("tag_empty", "years: 20", "years: !!null"),
    ("duplicate_top", "seed: 20180802", "seed: 20180802\nseed: 20180802"),
    ("duplicate_deep", "years: 20", "years: 5\n  years: 50"),
    ("duplicate_quoted", "years: 20", 'years: 20\n  "years": 50'),
    ("duplicate_escaped", "years: 20", 'years: 20\n  "\\x79ears": 50'),
    ("duplicate_in_flow", "unit: 10000", "unit: 10000, unit: 1"),
    ("duplicate_party", "  haining:\n", "  wuyi: {role: origin, discount_rate: 6%}\n  haining:\n"),
    ("duplicate_stream", "    cit: [", "    vat: ["),
    ("duplicate_scheme", "  sliced:", "  stock:"),
    ("duplicate_share", "{wuyi: 40%, haining: 60%}", "{wuyi: 40%, haining: 60%, wuyi: 40%}"),
    ("duplicate_phase", "6-: {wuyi: 100%}", "6-: {wuyi: 100%}, 6-: {wuyi: 100%}"),
    ("duplicate_block", "costs:\n", "schemes: {}\ncosts:\n"),
    ("null_value", "years: 20", "years:"),
    ("null_tilde", "years: 20", "years: ~"),
    ("null_map", "displaced: {haining: [300, 310]}", "displaced:"),
    ("null_item", "[2400, 2600, 2800]", "[2400, , 2800]"),
    ("null_optional", "    reservation: 0", "    reservation:"),
    ("null_clause", "      - cap: {party: haining, total: 4500, excess_to: wuyi}", "      -"),
    ("null_clause_body", "- cap: {party: haining, total: 4500, excess_to: wuyi}", "- cap:"),
    ("null_key", "seed:", "~: 1\nseed:"),
    ("empty_key", "seed:", '"": 1\nseed:'),
    ("empty_text", "name: roads", 'name: ""'),
    ("empty_list", "[1000, 1100, 1200]", "[]"),
    ("empty_map", "{sd: 10%, rho: 0.3}", "{}"),
    ("key_is_list", "seed:", "? [a]\n: 1\nseed:"),
    ("key_is_map", "seed:", "? {a: 1}\n: 1\nseed:"),
    ("key_is_flow_list", "unit: 10000", "unit: 10000, [a]: 1"),
    ("key_is_empty_list", "seed:", "[]: 1\nseed:"),
    ("key_is_block_text", "seed:", "? |\n  seed\n: 1\nseed:"),
    ("key_with_newline", "seed:", '"seed\\n": 1\nseed:'),
    ("key_with_spaces", "seed:", '" seed ": 1\nseed:'),
    ("key_long", "seed:", LONG + ": 1\nseed:"),
    ("key_long_quoted", "seed:", f'"{LONG}": 1\nseed:'),
    ("key_unknown", "seed:", "sed: 1\nseed:"),
    ("key_case", "seed:", "Seed:"),
    ("key_missing_top", "seed: 20180802\n", ""),
    ("key_full_width_colon", "seed: 20180802", "seed： 20180802"),
    ("key_no_space", "seed: 20180802", "seed:20180802"),
    ("key_homoglyph", "seed:", "sееd:"),  # two Cyrillic letters
    ("items_without_commas", "[2400, 2600, 2800]", "[2400 2600 2800]"),
    ("items_dash_trick", "[2400, 2600, 2800]", "\n    - 2400\n    -2600"),
    ("items_full_width_commas", "[2400, 2600, 2800]", "[2400，2600，2800]"),
    ("items_nested", "[2400, 2600, 2800]", "[[2400, 2600, 2800]]"),
    ("items_as_map", "[2400, 2600, 2800]", "{1: 2400, 2: 2600}"),
    ("items_as_text", "[2400, 2600, 2800]", '"[2400, 2600, 2800]"'),
    ("map_as_list", "{code: CNY, unit: 10000}", "[CNY, 10000]"),
    ("map_as_text", "{code: CNY, unit: 10000}", "code CNY unit 10000"),
    ("map_as_set", "{code: CNY, unit: 10000}", "{code, unit}"),
    ("list_as_map", "costs:\n  - name: roads\n", "costs:\n    name: roads\n"),
    ("text_as_list", "name: roads", "name: [roads]"),
    ("text_unknown_language", "{zh: 产业园, en: Park}", "{zh: 产业园, fr: Parc}"),
    ("tab_first_key", "shanhai: 1\n", "\tshanhai: 1\n"),
    ("indent_first_key", "shanhai: 1\n", "  shanhai: 1\n"),
    ("tab_indent", "  years: 20", "\tyears: 20"),
    ("tab_after_spaces", "  years: 20", "  \tyears: 20"),
    ("tab_block", "    vat: [", "\t\tvat: ["),
    ("indent_drift", "  years: 20", "   years: 20"),
    ("flow_map_open", "{code: CNY, unit: 10000}", "{code: CNY, unit: 10000"),
    ("flow_list_open", "[2400, 2600, 2800]", "[2400, 2600, 2800"),
    ("quote_open", "name: roads", 'name: "roads'),
    ("quote_then_text", "name: roads", 'name: "roads" more'),
    ("two_documents", "seed: 20180802", "seed: 20180802\n---\nseed: 2"),
    ("document_after_end", "seed: 20180802", "seed: 20180802\n...\nseed: 2"),
    ("marker_in_value", "name: roads", 'name: "a\n---\nb"'),
    ("boolean_for_text_map", "currency: {code: CNY, unit: 10000}", "currency: true"),
    ("boolean_yes", "fulfilment: 90%", "fulfilment: 90%, count_dividends: yes"),
    ("boolean_no", "fulfilment: 90%", "fulfilment: 90%, count_dividends: NO"),
    ("boolean_quoted", "fulfilment: 90%", 'fulfilment: 90%, count_dividends: "true"'),
    ("boolean_one", "fulfilment: 90%", "fulfilment: 90%, count_dividends: 1"),
    ("source_of_nothing", "seed:", "sources: {no.such.key: a letter}\nseed:"),
    ("source_unknown_fact", "seed:", "sources: {horizon.years: {fact: no_such_fact}}\nseed:"),
]

WRAPPED = {  # the whole scenario on a table, with something around it
    "directive_yaml_1_1": ("%YAML 1.1\n---\n", ""),
    "directive_yaml_9_9": ("%YAML 9.9\n---\n", ""),
    "directive_yaml_twice": ("%YAML 1.2\n%YAML 1.2\n---\n", ""),
    "directive_yaml_no_marker": ("%YAML 1.2\n", ""),
    "directive_tag": ("%TAG !e! tag:example.com,2000:\n---\n", ""),
    "directive_reserved": ("%FOO bar\n---\n", ""),
    "second_document": ("", "---\nshanhai: 1\n"),
    "second_document_empty": ("", "---\n"),
    "second_document_same": ("", "---\n" + TABLE.decode()),
    "first_document_empty": ("---\n---\n", ""),
    "text_after_end": ("", "...\ntext\n"),
    "text_after": ("", "text\n"),
    "bracket_after": ("", "]\n"),
    "comma_before": (",\n", ""),
    "root_tag": ("--- !!map\n", ""),
    "root_anchor": ("--- &root\n", ""),
    "root_literal": ("--- |\n", ""),
    "bom_twice": ("\ufeff\ufeff", ""),
    "bom_at_end": ("", "\ufeff"),
    "nul_at_end": ("", "\0"),
    "nul_then_more": ("", "\0seed: 2\n"),
    "ctrl_z_at_end": ("", "\x1a"),
}

BAD_NUMBERS = {  # neither an integer nor an amount
    "octal_010": "010", "octal_00": "00", "octal_0o10": "0o10", "octal_signed": "-010", "hex": "0x10",
    "hex_float": "0x1p4", "binary": "0b1", "underscore": "1_000", "comma": "1,5", "quote": "1'000", "space": "1 000",
    "nbsp": "1\u00a0000", "nan_yaml": ".nan", "nan_yaml_cased": ".NaN", "nan_bare": "NaN", "nan_lower": "nan",
    "inf_yaml": ".inf", "inf_negative": "-.inf", "inf_plus": "+.inf", "inf_bare": "inf", "infinity": "Infinity",
    "huge": "1e400", "huge_negative": "-1e400", "tiny": "1e-400", "digits_5000": "9" * 5000,
    "zeros_5000": "1" + "0" * 5000, "exponent_long": "1e99999999999999999999", "exponent_none": "1e",
    "exponent_only": "e5", "fortran": "1d5", "suffix": "5f", "dot": ".", "dots": "1.2.3", "sign": "-",
    "signs": "--5", "signs_mixed": "+-5", "minus_unicode": "−5", "oh": "1O", "ell": "l0", "full_width": "１０",
    "full_width_mixed": "1０", "arabic_digits": "٣٤", "han_digits": "二十", "half": "½", "percent_twice": "6%%",
    "percent_before": "'%6'", "percent_only": "'%'", "percent_full_width": "6％", "permille": "60‰",
    "date": "2001-12-14", "sexagesimal": "12:30:00", "yes": "yes", "no": "NO", "true": "true", "null": "null",
    "quoted": '"5"', "quoted_single": "'5'", "empty_quotes": "''", "block_text": "|\n      5", "list": "[5]",
    "map": "{a: 5}", "expression": "2*10", "formula": "=1+1", "unit": "20年", "law_unknown": "{cauchy: [0, 1]}",
}  # fmt: skip

NUMBER_SPOTS = {"years": "  years: 20\n", "reservation": "    reservation: 0\n"}

INVALID_UTF8 = {
    "overlong_slash": b"\xc0\xaf", "overlong_nul": b"\xc0\x80", "overlong_3": b"\xe0\x80\xaf",
    "overlong_4": b"\xf0\x80\x80\xaf", "surrogate": b"\xed\xa0\x80", "surrogate_pair": b"\xed\xa0\xbd\xed\xb8\x80",
    "truncated_2": b"\xc3", "truncated_3": b"\xe4\xb8", "truncated_4": b"\xf0\x9f\x98", "continuation": b"\x80",
    "beyond_unicode": b"\xf4\x90\x80\x80", "five_bytes": b"\xf8\x88\x80\x80\x80",
    "six_bytes": b"\xfc\x84\x80\x80\x80\x80", "byte_fe": b"\xfe", "byte_ff": b"\xff", "latin_1": b"\xe9t\xe9",
    "gbk_word": "产".encode("gbk"),
}  # fmt: skip

CHARACTERS = {  # valid UTF-8 that no name may carry, wherever it stands
    "nul": "\0", "soh": "\x01", "bell": "\x07", "backspace": "\x08", "vertical_tab": "\x0b", "form_feed": "\x0c",
    "escape": "\x1b[31m", "delete": "\x7f", "c1_csi": "\x9b31m", "bom": "\ufeff", "nonchar_fffe": "\ufffe",
    "nonchar_ffff": "\uffff", "bidi_override": "\u202e", "bidi_embedding": "\u202a", "bidi_isolate": "\u2067",
    "bidi_mark": "\u200f",
}  # fmt: skip

HOSTILE_IDS = {
    "script": '"<script>alert(1)</script>"', "formula": '"=cmd()"', "formula_dde": "\"=cmd|' /C calc'!A0\"",
    "plus": '"+1"', "at": '"@SUM(A1)"', "parent": '"../x"', "parents": '"../../etc/passwd"',
    "absolute": "/etc/passwd", "backslash": "'..\\x'", "dot": '"."', "dots": '".."', "leading_dot": '".x"',
    "leading_dash": '"-x"', "cdata": '"]]>"', "entity": '"&lt;"', "shell": '"$(id)"', "template": '"{{x}}"',
    "printf": '"%s%n"', "sql": "\"'; DROP TABLE results; --\"", "comma": '"a,b"', "colon": '"a:b"', "space": '"a b"',
    "blank": '" "', "newline": '"a\\nb"', "tab": '"a\\tb"', "empty": '""', "escaped_nul": '"a\\0b"',
    "escaped_bidi": '"a\\u202Eb"', "zero_width": "\"a\u200bb\"", "long": "k" * 300, "reserved_rest": "rest",
    "reserved_external": "external",
}  # fmt: skip

ESCAPED_TEXT = {"nul": "\\0", "escape": "\\e[2J", "bell": "\\a", "bidi": "\\u202E", "bom": "\\uFEFF", "c1": "\\x9b"}


def syntax() -> Iterator[Case]:
    for name, old, new in SYNTAX:
        yield Case(name, planted(TABLE, old, new))
    for name, (before, after) in WRAPPED.items():
        yield Case(name, before.encode() + TABLE + after.encode())


def encodings() -> Iterator[Case]:
    for codec in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        text = TABLE.decode()
        yield Case(codec.replace("-", "_"), text.encode(codec), whole=True)
        yield Case(codec.replace("-", "_") + "_bom", ("\ufeff" + text).encode(codec), whole=True)
    yield Case("gb18030", TABLE.decode().encode("gb18030"), whole=True)
    for name, wrong in INVALID_UTF8.items():
        yield Case(f"utf8_{name}_in_text", planted(TABLE, "en: Park", b"en: Pa" + wrong + b"rk"), whole=True)
        yield Case(f"utf8_{name}_in_comment", planted(TABLE, "seed:", b"# " + wrong + b"\nseed:"), whole=True)
        yield Case(f"utf8_{name}_at_end", TABLE + b"# " + wrong, whole=True)


def characters() -> Iterator[Case]:
    for name, character in CHARACTERS.items():
        yield Case(f"char_{name}_in_text", planted(TABLE, "en: Park", f"en: Pa{character}rk"))
        yield Case(f"char_{name}_in_quotes", planted(TABLE, "name: roads", f'name: "ro{character}ads"'))
        yield Case(f"char_{name}_in_key", planted(TABLE, "seed:", f"se{character}ed: 1\nseed:"))
        yield Case(f"char_{name}_in_number", planted(TABLE, "years: 20", f"years: 2{character}0"))
    for name, escape in ESCAPED_TEXT.items():
        yield Case(f"escaped_{name}_in_text", planted(TABLE, "en: Park", f'en: "Pa{escape}rk"'))


def names() -> Iterator[Case]:
    for name, hostile in HOSTILE_IDS.items():
        party = f"  {hostile}: {{role: origin, discount_rate: 6%}}\n"
        scheme = f"  {hostile}: {{kind: proportional, shares: {{wuyi: 100%}}}}\n"
        yield Case(f"party_{name}", planted(TABLE, "parties:\n", "parties:\n" + party))
        if not name.startswith("reserved"):
            yield Case(f"scheme_{name}", planted(TABLE, "schemes:\n", "schemes:\n" + scheme))


def numbers() -> Iterator[Case]:
    for name, text in BAD_NUMBERS.items():
        for key, spot in NUMBER_SPOTS.items():
            value = spot.split(": ")[0] + ": " + text + "\n"
            yield Case(f"number_{name}_as_{key}", planted(TABLE, spot, value))
        yield Case(f"number_{name}_in_list", planted(TABLE, "vat: [2400, 2600, 2800]", f"vat:\n      - {text}"))
