#!/usr/bin/env python3
"""Makes list.pdf: a paper with merged cells and a table over several pages. Needs LibreOffice and a font with Chinese characters."""
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent
CITIES = ["广州市", "深圳市", "佛山市", "东莞市", "珠海市"]


def row(cells):
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


rows = "".join(row([n, f"岭南第{n}绿色建材有限公司", CITIES[n % 5], f"{80 + n % 17}.{n % 10}"]) for n in range(1, 71))
page = f"""<html><head><meta charset="utf-8"><style>@page {{ margin: 2cm }} body {{ font-family: 'Noto Serif CJK SC'; font-size: 12pt }}
table {{ border-collapse: collapse; width: 100% }} td, th {{ border: 1px solid black }}</style></head><body>
<h1>省级绿色工厂名单（第一批）</h1>
<p>经企业自评、第三方评价、地市推荐和专家评审，现将第一批省级绿色工厂名单和有关指标公布如下，请各地做好后续管理。</p>
<p>表1 单位产品能耗</p>
<table border="1" cellspacing="0" cellpadding="4"><tr><th rowspan="2">产品</th><th colspan="2">综合能耗（kgce/t）</th></tr><tr><th>限定值</th><th>先进值</th></tr>
{row(["水泥熟料", "117", "100"])}{row(["平板玻璃", "", "9.5"])}</table>
<p>表2 名单</p>
<table border="1" cellspacing="0" cellpadding="4"><thead><tr><th>序号</th><th>企业名称</th><th>所在地</th><th>评价得分</th></tr></thead><tbody>{rows}</tbody></table>
<p>名单有效期三年。</p></body></html>"""
with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder) / "list.html"
    source.write_text(page, encoding="utf-8")
    for target, what in (("docx", source), ("pdf", pathlib.Path(folder) / "list.docx")):
        extra = ["--infilter=HTML (StarWriter)"] if target == "docx" else []
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *extra, "--convert-to", target, "--outdir", folder, str(what)], check=True)
    (HERE / "list.pdf").write_bytes((pathlib.Path(folder) / "list.pdf").read_bytes())
