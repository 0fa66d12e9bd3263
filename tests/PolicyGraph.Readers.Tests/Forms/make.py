#!/usr/bin/env python3
"""make.py [OUT]: writes each policy of corpus/policies as DOCX, HTML and PDF, all three by LibreOffice (soffice), so that no reader is tested on its own writer.

The text is marked up by hand-written rules of these five documents (which line is a heading, a list, a table), given to LibreOffice as HTML,
saved by it as DOCX, and that DOCX as HTML and PDF. The results lie beside this file under the policy's first three digits; they were made once, with
LibreOffice 7.4.7 and Noto Serif CJK, and are test data: making them again is never part of a test run.
"""
import html
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
POLICIES = HERE.parents[2] / "corpus" / "policies"
BLANK = " \t\u3000\u00a0\r\n"

CHAPTER = re.compile(r"[一二三四五六七八九十]+、")
SECTION = re.compile(r"[（(][一二三四五六七八九十]+[）)]")
ITEM = re.compile(r"(\d+)\. ")
BOX = re.compile(r"专栏\d")
ENDS = "。；：！？）)”》;:"


def paragraphs(text):
    """The paragraphs and, as lists of rows, the flattened tables; a paragraph that a page break cut in two is one again."""
    lines = text.replace("[bookmark: _GoBack]", "").split("\n")
    found = []
    i = 0
    while i < len(lines):
        if lines[i].strip(BLANK) == "指  标":
            rows = []
            while lines[i].startswith("\t") and not lines[i].strip(BLANK).startswith("注"):
                row = []
                while lines[i]:
                    row.append(lines[i].strip(BLANK))
                    i += 1
                rows.append(row)
                i += 1
            found.append(rows)
            continue
        line = lines[i].strip(BLANK)
        last = found[-1] if found and isinstance(found[-1], str) else ""
        if line and len(last) > 45 and last[-1] not in ENDS and not is_marked(line):
            found[-1] = last + line
        elif line:
            found.append(line)
        i += 1
    return found


def is_marked(line):
    return any(mark.match(line) for mark in (CHAPTER, SECTION, ITEM, BOX)) or line.startswith("附件") or line[0] == "—"


def cell(words, width):
    return f"<td width={width}%><p>{html.escape(words)}</p></td>"


def markup(found):
    for index, piece in enumerate(found):
        if isinstance(piece, list):
            columns = len(piece[0])
            yield "<table border=1 width=100%>"
            for row in piece:
                yield "<tr>" + "".join(cell(words, 55 if n == 0 else 15) for n, words in enumerate(row + [""] * (columns - len(row)))) + "</tr>"
            yield "</table>"
        elif index < 2 and piece.endswith(("方案", "规划")):
            yield f"<h1 align=center>{html.escape(piece)}</h1>"
        elif piece == "前 言" or CHAPTER.match(piece):
            yield f"<h2>{html.escape(piece)}</h2>"
        elif SECTION.match(piece) and len(piece) < 40:
            yield f"<h3>{html.escape(piece)}</h3>"
        elif BOX.match(piece):
            yield f"<p align=center><b>{html.escape(piece)}</b></p>"
        elif (item := ITEM.match(piece)) and len(piece) > 30:
            yield f"<ol start={item[1]}><li><p>{html.escape(piece[item.end():])}</p></li></ol>"
        else:
            yield f"<p style='text-indent: 0.85cm'>{html.escape(piece)}</p>"


def page(body):
    return (
        "<!DOCTYPE html><html lang=zh-CN><head><meta charset=utf-8><style>"
        "@page { size: 21cm 29.7cm; margin: 2.5cm } body, p, td, li, h1, h2, h3 { font-family: 'Noto Serif CJK SC'; color: #000000 }"
        "</style></head><body>\n"
        "<div title=\"footer\"><p align=center>— <sdfield type=page subtype=random format=arabic>1</sdfield> —</p></div>\n"
        + "\n".join(body) + "\n</body></html>\n")


def convert(source, kind, out):
    subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", str(out), str(source)], check=True, stdout=subprocess.DEVNULL)


def main():
    out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for policy in sorted(POLICIES.glob("*.txt")):
            source = scratch / "source" / f"{policy.name[:3]}.html"
            source.parent.mkdir(exist_ok=True)
            source.write_text(page(markup(paragraphs(policy.read_text(encoding="utf-8")))), encoding="utf-8")
            # LibreOffice opens HTML as a web document, which cannot be saved as DOCX; the filter's name makes it a text document.
            subprocess.run(
                ["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source)],
                check=True, stdout=subprocess.DEVNULL)
            document = out / f"{policy.name[:3]}.docx"
            convert(document, "html:HTML (StarWriter)", out)
            convert(document, "pdf", out)


main()
