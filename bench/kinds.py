"""What kind of work each instruction of a program is."""

import re
import subprocess

# Kinds of instructions by their names without the leading v, in the order in which they are tried.
KINDS = {
    "divide double": r"divpd",
    "divide single": r"divps",
    "root double": r"sqrtpd",
    "root single": r"sqrtps",
    "scalar": r"(?!pabs).*s[ds]$|u?comis|cvtt?s[ds]2|p?movmsk|mov[dq]$|pextr|pinsr|p?test(p[sd])?$|zero|(st|ld)mxcsr",
    "multiply": r"mul|fn?m(add|sub)|cmp|pcmp|ptestn?m|pmul|pmadd",
    "add": r"(add|sub|addsub|hadd|hsub)p[sd]",
    "choose": r"(min|max)p[sd]",
    "integer": r"p(add|sub|abs|min|max|avg|sign)",
    "logic": r"p?(andn?|x?or)([dq]|p[sd])?$|pternlog",
    "blend": r"p?blend",
    "shift": r"p(s[lr][la]|ro[lr]|sh[lr]d)",
    "convert": r"cvt|pmov|rndscale|round|getexp|getmant|scalef|reduce|fixupimm|range",
    "permute": r"p?perm|p?shuf|p?unpck|pack|p?align|p?insert|p?extract|mov([dh]|sl|sh|l|hl|lh)(dup|p[sd])|p?compress|p?expand",
}
MOVE = r"mov(a|u|nt)p[sd]|mov(nt)?dq[au]?|lddqu|maskmov|pmaskmov"
BROADCAST = r"p?broadcast"
FREE = {"scalar", "move", "load", "store", "mask", "gather", "plain"}  # no part of the floor


def kind_of(name, operands):
    """The kind of an instruction, in Intel's notation."""
    if re.match(r"k[a-z]", name):
        return "mask"
    if not re.search(r"[xyz]mm", operands) and not name.startswith("v"):
        return "plain"
    name = name.removeprefix("v")
    where, _, source = operands.partition(",")
    if re.match(MOVE, name):
        if "[" in operands:
            return "store" if "[" in where else "load"
        return "blend" if "{k" in operands else "move"
    if re.match(BROADCAST, name):
        return "load" if "[" in source else "permute"
    if re.match(r"p?gather|p?scatter", name):
        return "gather"
    read = re.findall(r"[xyz]mm\d+", source)
    if re.match(r"p?xor|pcmpeq|pternlog", name) and len(read) == 2 and read[0] == read[1]:
        return "move"  # zeros or ones, made without a unit
    return next((kind for kind, names in KINDS.items() if re.match(names, name)), "other")


def instructions(program):
    """Address, name and operands of every instruction of a program."""
    text = subprocess.run(["objdump", "-d", "-w", "--no-show-raw-insn", "-M", "intel", program],
                          capture_output=True, check=True, text=True).stdout
    for line in text.splitlines():
        found = re.match(r" *([0-9a-f]+):\t(?:\{\w+\} |(?:bnd|lock|rep\w*|notrack) )*(\S+) *([^#]*)", line)
        if found:
            yield int(found[1], 16), found[2], found[3]
