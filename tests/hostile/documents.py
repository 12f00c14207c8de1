"""Documents that are not scenarios: tiny, binary, endless, deep. No reader should choke on them."""

import gzip
import itertools
from typing import Iterator

from case import TABLE, Case, encoded, repeated

NASTY = [bytes([b]) for b in b",[]{}#&*!|>'\"%@`-?:~=<a1 \t\n\r\0\x7f\x80\xfe\xff"]

ALIAS_BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 31))

DOCUMENTS = {  # faults with a place, in a few lines
    "alias_bomb": ALIAS_BOMB,
    "alias_undefined": "a: *nowhere\n",
    "self_alias": "a: &a [*a]\n",
    "self_alias_root": "&a [*a, *a]\n",
    "self_merge": "&A {<<: *A}\n",
    "mutual_alias": "a: &a {b: &b [*a]}\nc: *b\n",
    "root_scalar": "shanhai\n",
    "root_number": "1\n",
    "root_list": "- shanhai: 1\n",
    "root_text_of_mapping": '"shanhai: 1"\n',
    "list_dash_trick": "v:\n- 1\n-3\n",
    "list_dash_text": "- 1\n-2\n",
    "flow_then_text": "{a: 1}, {b: 2}\n",
    "flow_map_unclosed": "{a: 1, b: {c: 2\n",
    "flow_list_unclosed": "a: [1, 2\nb: 3\n",
    "flow_crossed": "a: [1, {b: 2]}\n",
    "flow_closed_twice": "a: [1]]\n",
    "flow_only_commas": "a: [,,,]\n",
    "double_quote_unclosed": 'a: "never closed\nb: 1\n',
    "single_quote_unclosed": "a: 'never closed\nb: 1\n",
    "escape_unfinished": 'a: "\\',
    "escape_unknown": 'a: "\\q"\n',
    "escape_bad_hex": 'a: "\\xZZ"\n',
    "escape_surrogate": 'a: "\\uD800"\n',
    "escape_beyond_unicode": 'a: "\\UFFFFFFFF"\n',
    "block_indent_zero": "a: |0\n b\n",
    "block_indent_99": "a: |99\n b\n",
    "block_less_indented": "a: |2\n b\n  c\n",
    "indent_lost": "a:\n    b: 1\n  c: 2\n",
    "mapping_in_value": "a: b: c\n",
    "key_missing": ": 1\n",
    "complex_key_only": "?\n",
    "at_sign": "a: @b\n",
    "backtick": "a: `b`\n",
    "json_of_no_scenario": '{"shanhai": 1}\n',
    "key_of_100k": "k" * 100_000 + ": 1\n",
}

WHOLE = {  # nothing to point at, or everything
    "empty": b"",
    "only_bom": b"\xef\xbb\xbf",
    "nul_at_start": b"\0" + TABLE,
    "only_comments": b"# a\n# b\n",
    "only_marker": b"---\n",
    "only_end": b"...\n",
    "only_markers": b"---\n---\n...\n",
    "only_directive": b"%YAML 1.2\n",
    "only_null": b"~\n",
    "only_tag": b"!!map\n",
    "only_anchor": b"&a\n",
    "half_bom_1": b"\xef",
    "half_bom_2": b"\xef\xbb",
    "utf16_bom_le": b"\xff\xfe",
    "utf16_bom_be": b"\xfe\xff",
    "utf32_bom_le": b"\xff\xfe\0\0",
    "utf32_bom_be": b"\0\0\xfe\xff",
    "utf16_odd_length": b"\xff\xfea\0b",
    "comma": b",",
    "comma_bracket": b",[",
    "binary_png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde",
    "binary_elf": b"\x7fELF\2\1\1" + bytes(9) + b"\2\0\x3e\0\1\0\0\0" + bytes(40),
    "binary_gzip": gzip.compress(TABLE, mtime=0),
    "binary_zip": b"PK\3\4\x14\0\0\0\x08\0" + bytes(range(256)),
    "binary_pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "binary_all_bytes": bytes(range(256)) * 4,
    "cut_in_a_character": TABLE[: TABLE.index("业".encode()) + 1],
}

FLOODS = [  # name, what is repeated, how often, does it nest
    ("brackets_200k", "[", 200 * 1024, True),
    ("brackets_300k", "[", 300 * 1024, True),
    ("brackets_after_key", "a: " + "[" * 100_000, 1, True),
    ("flood_braces", "{", 100_000, True),
    ("flood_brace_keys", "{a: ", 50_000, True),
    ("flood_bracket_braces", "[{a: ", 40_000, True),
    ("flood_closers", "]", 100_000, False),
    ("flood_crossed", "[}", 50_000, True),
    ("flood_pairs", "[]", 100_000, False),
    ("flood_dashes_deep", "- ", 100_000, True),
    ("flood_questions_deep", "? ", 100_000, True),
    ("flood_questions_lines", "?\n", 100_000, False),
    ("flood_colons_deep", ": ", 100_000, True),
    ("flood_question_dashes", "? - ", 50_000, True),
    ("flood_keys_in_line", "a: ", 60_000, True),
    ("flood_commas", ",", 100_000, False),
    ("flood_commas_in_list", "[" + "," * 100_000 + "]", 1, False),
    ("flood_dashes", "-", 100_000, False),
    ("flood_dash_lines", "-\n", 100_000, False),
    ("flood_anchors", "&a ", 60_000, False),
    ("flood_anchored_list", "- &a 1\n", 30_000, False),
    ("flood_aliases", "- *a\n", 30_000, False),
    ("flood_tags", "!a ", 60_000, False),
    ("flood_bangs", "!", 100_000, False),
    ("flood_percent", "%", 100_000, False),
    ("flood_directives", "%YAML 1.2\n", 20_000, False),
    ("flood_documents", "--- a\n", 30_000, False),
    ("flood_ends", "...\n", 50_000, False),
    ("flood_quotes_single", "'", 100_001, False),
    ("flood_quotes_double", '"', 100_001, False),
    ("flood_quotes_opened", 'a: "\n', 30_000, False),
    ("flood_backslashes", '"' + "\\" * 100_001, 1, False),
    ("flood_pipes", "|\n", 60_000, False),
    ("flood_block_blank_lines", "a: |" + "\n" * 200_000, 1, False),
    ("flood_block_indented", "a: |\n" + " " * 200_000 + "b", 1, False),
    ("flood_spaces", " ", 250_000, False),
    ("flood_tabs", "\t", 250_000, False),
    ("flood_newlines", "\n", 250_000, False),
    ("flood_returns", "\r", 250_000, False),
    ("flood_crlf_only", "\r\n", 125_000, False),
    ("flood_comments", "# c\n", 60_000, False),
    ("flood_comment_of_250k", "#" * 250_000, 1, False),
    ("flood_nuls", "\0", 100_000, False),
    ("flood_boms", "\ufeff", 60_000, False),
    ("flood_words", "a\n", 100_000, False),
    ("flood_same_key", "a: 1\n", 50_000, False),
    ("flood_items_1m_in_flow", "[" + "1," * 1_000_000 + "1]", 1, False),
    ("flood_file_10mb", "# 0123456789abcdef\n" + "k: v\n" * 2_000_000, 1, False),
    ("flood_scalar_1mb", "a: " + "x" * 1_000_000, 1, False),
    ("flood_block_scalar_1mb", "a: |\n" + "  text of the block\n" * 50_000, 1, False),
    ("flood_folded_scalar_1mb", "a: >\n" + "  text of the block\n" * 50_000, 1, False),
    ("flood_plain_lines_1mb", "a: b\n" + "  text of the plain scalar\n" * 38_000, 1, False),
    ("flood_quoted_1mb", 'a: "' + "\\u4e00" * 160_000 + '"', 1, False),
]

SERIES = {  # name: the pattern with # = 0, 1, ..., how often
    "flood_keys_20k": ("k#: 1\n", 20_000),
    "flood_keys_100k": ("k#: 1\n", 100_000),
    "flood_keys_100k_in_flow": ("k#: 1, ", 100_000),
    "flood_items_100k": ("- #\n", 100_000),
}

DEPTHS = [33, 100, 400, 499, 501, 700]


def nested(depth: int) -> dict[str, str]:
    """Well-formed documents of the given depth, in every style that nests."""
    block = "".join(" " * i + "a:\n" for i in range(depth))
    return {
        f"deep_flow_{depth}": "a: " + "[" * depth + "]" * depth + "\n",
        f"deep_flow_map_{depth}": "{a: " * depth + "1" + "}" * depth + "\n",
        f"deep_dashes_{depth}": "- " * depth + "1\n",
        f"deep_questions_{depth}": "? " * depth + "1\n",
        f"deep_block_{depth}": block + " " * depth + "b: 1\n",
    }


def tiny() -> Iterator[Case]:
    """Every document of one or two nasty bytes, named by its hexadecimal digits."""
    for length in (1, 2):
        for parts in itertools.product(NASTY, repeat=length):
            content = b"".join(parts)
            yield Case("tiny_" + content.hex("_"), content, whole=True)


def documents() -> Iterator[Case]:
    for name, text in DOCUMENTS.items():
        yield Case(name, encoded(text), deep="alias" in name or "merge" in name)
    for name, content in WHOLE.items():
        yield Case(name, content, whole=True)
    for name, unit, count, deep in FLOODS:
        yield Case(name, encoded(unit * count), whole=True, deep=deep)
    for name, (pattern, count) in SERIES.items():
        yield Case(name, encoded(repeated(pattern, count)), whole=True)
    for depth in DEPTHS:
        for name, text in nested(depth).items():
            yield Case(name, encoded(text), whole=True, deep=True)
