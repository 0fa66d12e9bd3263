#!/usr/bin/env python3
"""Writes the papers, expected.json and index.txt of this folder; checks that every expected value stands in its paper."""
import csv, html, io, json, os, re, random, zipfile, datetime, sys
from xml.sax.saxutils import escape as X
HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, 'papers')

# ---------- made-up enterprises: name, region, address, product, legal representative, GB/T 4754 class
E = [l.split('|') for l in '''衢州凌泽轴承科技有限公司|330802|浙江省衢州市柯山区望溪路218号|深沟球轴承|邵启明|3451
滁州禾川玻璃制品股份有限公司|341102|安徽省滁州市南湾区禾川大道6号|日用玻璃瓶罐|陶静宜|3054
佛山云杉铝型材有限公司|440605|广东省佛山市云杉镇工业三路19号|建筑铝型材|区伟堂|3252
宜昌峡谷磷化有限公司|420505|湖北省宜昌市猴亭区沿江路77号|磷酸一铵|覃光远|2622
淄博临溪陶瓷有限公司|370302|山东省淄博市临溪镇瓷苑路3号|陶瓷釉面砖|翟玉峰|3071
常州星汇电机有限公司|320411|江苏省常州市新溪区星汇路88号|三相异步电动机|蒋文博|3812
绵阳涪川电子材料有限公司|510703|四川省绵阳市涪川区创新道12号|覆铜板|罗雪琴|3985
唐山永岭特钢有限公司|130207|河北省唐山市丰北区永岭村东|热轧圆钢|田志刚|3130
厦门鹭湾食品有限公司|350211|福建省厦门市集乐区杏滨路501号|速冻鱼糜制品|庄丽卿|1361
长沙麓岳工程机械有限公司|430104|湖南省长沙市岳丰区麓岳大道1666号|混凝土泵车|彭建军|3514
沈阳浑泰机床有限公司|210112|辽宁省沈阳市浑泰区开源街29号|数控车床|佟立新|3421
柳州江曲汽配有限公司|450203|广西柳州市鱼丰区江曲路45号|汽车制动盘|韦世忠|3670
苏州吴汀纺织印染有限公司|320509|江苏省苏州市吴汀区盛纺路102号|涤纶印染布|沈月华|1752
石家庄冀康制药有限公司|130109|河北省石家庄市藁北区康源街8号|阿莫西林原料药|马振国|2710
南昌赣纸包装有限公司|360112|江西省南昌市昌北新区赣纸路1号|瓦楞纸板|熊小敏|2231
洛阳涧河耐火材料有限公司|410305|河南省洛阳市涧河区建业路60号|镁碳砖|郭铁山|3089
中山岐湾家电有限公司|442000|广东省中山市岐湾镇兴业路33号|家用空调器|梁绮雯|3852
泉州晋塘鞋业有限公司|350582|福建省泉州市晋塘市陈溪镇鞋都路9号|注塑运动鞋|丁清源|1954
大连渤岬船用阀门有限公司|210211|辽宁省大连市岬子区渤岬路27号|船用截止阀|曲海波|3443
贵阳黔峰轮胎有限公司|520115|贵州省贵阳市白峰区黔峰路5号|全钢子午线轮胎|杨昌荣|2911
合肥淝滨光伏科技有限公司|340104|安徽省合肥市淝滨区日新路300号|晶硅光伏组件|方晓晖|3825
天津津沽涂料有限公司|120116|天津市津沽区化工南路14号|水性工业涂料|祁宏伟|2641
西安灞源变压器有限公司|610111|陕西省西安市灞源区电工路20号|干式变压器|雷鸣|3821
昆明滇坪水泥有限公司|530181|云南省昆明市安坪市青龙哨|通用硅酸盐水泥|普光明|3011
宁波甬汐塑料机械有限公司|330206|浙江省宁波市北岬区甬汐路68号|注塑机|施国良|3523
潍坊鸢北生物科技有限公司|370704|山东省潍坊市鸢北区生物园路11号|赖氨酸|孟庆海|1495
哈尔滨松岸乳业有限公司|230110|黑龙江省哈尔滨市松岸区乳业街2号|全脂奶粉|付春艳|1442
湖州苕岭蓄电池有限公司|330502|浙江省湖州市苕岭区绿能路99号|铅酸蓄电池|钮建芳|3843
东莞莞桥线路板有限公司|441900|广东省东莞市莞桥镇科技西路7号|多层印制电路板|叶锦荣|3982
银川贺麓硅业有限公司|640121|宁夏银川市贺麓县工业园区经三路|工业硅|哈文俊|3218'''.split('\n')]
AL = '0123456789ABCDEFGHJKLMNPQRTUWXY'
def code(i):
    r = random.Random(900 + i)
    s = '91' + E[i][1] + 'MA' + ''.join(r.choice('0123456789ABCDEFGHJKLMN') for _ in range(7))
    return s + AL[(31 - sum(AL.index(c) * pow(3, k, 31) for k, c in enumerate(s)) % 31) % 31]

# ---------- collecting
TONNES, PIECES = {1, 2, 3, 7, 8, 13, 15, 21, 23, 25, 26, 29}, {0, 5, 9, 10, 11, 16, 18, 20, 22, 24}
KIND = {a + ' ' + l: k for a, ks in {'eia-approval': 'ntn', 'acceptance-environment': 'ntn', 'stat-205-3': 'ttn', 'stat-B204-1': 'ntt', 'energy-status-report': '--t', 'energy-audit': 'tnn',
    'annual-targets': 't-n', 'product-carbon-footprint': 'tnn', 'self-evaluation': '--t', 'eco-design-report': 'nnn', 'hazardous-substance-test': 'nnn'}.items() for l, k in zip('abc', ks) if k != '-'}
KIND.update({'material-ledger a': '5', 'material-ledger b': '1', 'material-ledger c': '11', 'ghg-report b': '23', 'upgrade-project-list b': '2', 'meter-ledger b': '2', 'annual-targets a': '7', 'waste-ledger b': '7'})
ABBR = dict(zip('12 13 21 23 32 33 34 35 36 37 41 42 43 44 45 51 52 53 61 64'.split(), '津冀辽黑苏浙皖闽赣鲁豫鄂湘粤桂川黔云陕宁'))
TYPES, PAPERS, cur = [], [], None
def T(t, zh):
    global cur
    cur = (t, zh, len(TYPES)); TYPES.append(cur)
def fill(s, i):
    d = dict(N=E[i][0], A=E[i][2], P=E[i][3], L=E[i][4], I=E[i][5], C=code(i), R=E[i][2][:re.search('[市区]', E[i][2]).end()], V=ABBR[E[i][1][:2]],
             Y=re.search('(?:.*省|广西|宁夏)?(.*?市)', E[i][2])[1], G=E[i][1])
    s = re.sub(r'\{=([^}|]+)\|([^}]+)\}', lambda m: format(eval(m[1]), m[2]), s)
    return re.sub(r'\{([NAPLICRVYG])\}', lambda m: d[m[1]], s)
def P(fmt, body, fields='', notes='', enc=None):
    n = len(PAPERS); i = (n * 7) % len(E)
    letter = 'abcdefg'[sum(1 for p in PAPERS if p['t'] is cur)]
    k = KIND.get(cur[0] + ' ' + letter)  # an enterprise whose product fits the unit: t tonnes, n pieces, or its number
    i = int(k) if k and k.isdigit() else next((i + s) % len(E) for s in range(len(E)) if not k or (i + s) % len(E) in (TONNES if k == 't' else PIECES))
    f = {}
    for l in fill(fields, i).strip().split('\n'):
        if l.strip():
            k, v = l.strip().split('=', 1); f[k] = v.split(' // ') if ' // ' in v else v
    PAPERS.append(dict(t=cur, letter=letter, fmt=fmt, body=fill(body, i).strip('\n'), fields=f, notes=notes, enc=enc))

# ---------- blocks: '# ' heading, '|a|b|' row ('<' joins left, '^' joins up), '@x' sheet, H:/F:/B: header, footer, box
def blocks(body):
    out = []
    for l in body.split('\n'):
        if not l.strip(): continue
        if l.startswith('|'):
            row = [c.strip() for c in l.strip().strip('|').split('|')] if not l.strip().endswith('||') else [c.strip() for c in l.strip()[1:-1].split('|')]
            if out and out[-1][0] == 'T': out[-1][1].append(row)
            else: out.append(('T', [row]))
        elif l.startswith('---'): out.append(('-', ''))
        elif l.startswith('@'): out.append(('@', l[1:].strip()))
        elif l[:2] in ('H:', 'F:', 'B:'): out.append((l[0], l[2:].strip()))
        elif l.startswith('#'): out.append(('#', l.lstrip('# ').strip(), len(l) - len(l.lstrip('#'))))
        else: out.append(('p', l.strip()))
    return [b for b in out if b[0] != '-']
def grid(rows):
    """cells as (text, colspan, rowspan) or None where covered"""
    w = max(map(len, rows)); g = [r + [''] * (w - len(r)) for r in rows]; res = []
    for y, r in enumerate(g):
        o = []
        for x, c in enumerate(r):
            if c in ('<', '^'): o.append(None); continue
            cs = 1
            while x + cs < w and r[x + cs] == '<': cs += 1
            rs = 1
            while y + rs < len(g) and g[y + rs][x] == '^': rs += 1
            o.append((c, cs, rs))
        res.append(o)
    return res
def plain(c): return c[2:] if c.startswith('d:') else c
def zipout(path, parts):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        for n, s in parts.items():
            i = zipfile.ZipInfo(n, (2026, 1, 1, 0, 0, 0)); i.compress_type = zipfile.ZIP_DEFLATED; z.writestr(i, s)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml"'
HD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
def docx(path, bl):
    def run(t, b=False):
        ps = t.split('<br>'); cut = len(ps[0]) // 2 if len(ps) == 1 and len(t) > 30 else None
        pr = '<w:rPr><w:b/></w:rPr>' if b else ''
        if cut: return ''.join(f'<w:r>{pr}<w:t xml:space="preserve">{X(s)}</w:t></w:r>' for s in (t[:cut], t[cut:]))
        return f'<w:r>{pr}' + '<w:br/>'.join(f'<w:t xml:space="preserve">{X(s)}</w:t>' for s in ps) + '</w:r>'
    def par(t, st='', b=False): return f'<w:p>{"<w:pPr>" + st + "</w:pPr>" if st else ""}{run(t, b)}</w:p>'
    body, head, foot = '', [], []
    for b in bl:
        if b[0] in '#@': body += par(b[1], '<w:jc w:val="center"/>' if b[0] == '#' and b[2] == 1 else '<w:outlineLvl w:val="1"/>', True)
        elif b[0] == 'p': body += par(b[1])
        elif b[0] == 'H': head.append(b[1])
        elif b[0] == 'F': foot.append(b[1])
        elif b[0] == 'B': body += f'<w:p><w:r><w:pict><v:shape style="width:300pt;height:60pt"><v:textbox><w:txbxContent>{par(b[1])}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>'
        else:
            g = grid(b[1]); w = len(g[0])
            body += '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>' + '<w:gridCol w:w="1600"/>' * w + '</w:tblGrid>'
            for y, r in enumerate(b[1]):
                body += '<w:tr>'
                for x, c in enumerate(g[y]):
                    if c: 
                        pr = (f'<w:gridSpan w:val="{c[1]}"/>' if c[1] > 1 else '') + ('<w:vMerge w:val="restart"/>' if c[2] > 1 else '')
                        body += f'<w:tc><w:tcPr>{pr}</w:tcPr>{par(plain(c[0]))}</w:tc>'
                    elif x < len(r) and r[x] == '^': body += '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>'
                body += '</w:tr>'
            body += '</w:tbl><w:p/>'
    ref = (('<w:headerReference w:type="default" r:id="rId1"/>') if head else '') + (('<w:footerReference w:type="default" r:id="rId2"/>') if foot else '')
    parts = {'[Content_Types].xml': HD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        + ''.join(f'<Override PartName="/word/{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{t}+xml"/>' for n, t in [('document', 'document.main')] + [('header1', 'header')] * bool(head) + [('footer1', 'footer')] * bool(foot)) + '</Types>',
        '_rels/.rels': HD + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{RT}officeDocument" Target="word/document.xml"/></Relationships>',
        'word/_rels/document.xml.rels': HD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + (f'<Relationship Id="rId1" Type="{RT}header" Target="header1.xml"/>' if head else '') + (f'<Relationship Id="rId2" Type="{RT}footer" Target="footer1.xml"/>' if foot else '') + '</Relationships>',
        'word/document.xml': HD + f'<w:document {W}><w:body>{body}<w:sectPr>{ref}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'}
    if head: parts['word/header1.xml'] = HD + f'<w:hdr {W}>' + ''.join(map(par, head)) + '</w:hdr>'
    if foot: parts['word/footer1.xml'] = HD + f'<w:ftr {W}>' + ''.join(map(par, foot)) + '</w:ftr>'
    zipout(path, parts)
def col(x): return chr(65 + x) if x < 26 else chr(64 + x // 26) + chr(65 + x % 26)
def xlsx(path, bl):
    sheets, shared = [], {}
    def cell(ref, c):
        if c == '': return ''
        if c.startswith('d:'): return f'<c r="{ref}" s="1"><v>{(datetime.date.fromisoformat(c[2:]) - datetime.date(1899, 12, 30)).days}</v></c>'
        if re.fullmatch(r'-?(0|[1-9]\d*)(\.\d+)?', c) and len(c) < 10: return f'<c r="{ref}"><v>{c}</v></c>'
        c = c.replace('<br>', '\n'); return f'<c r="{ref}" t="s"><v>{shared.setdefault(c, len(shared))}</v></c>'
    for b in bl:
        if b[0] == '@' or not sheets:
            sheets.append([b[1] if b[0] == '@' else 'Sheet1', [], []])
            if b[0] == '@': continue
        s = sheets[-1]
        if b[0] != 'T':
            s[1].append((len(s[1]), [b[1]]))
            if b[0] == '#': s[2].append(f'A{len(s[1])}:F{len(s[1])}')
        else:
            y0 = len(s[1])
            for y, r in enumerate(grid(b[1])):
                s[1].append((y0 + y, [c[0] if c else '' for c in r]))
                for x, c in enumerate(r):
                    if c and (c[1] > 1 or c[2] > 1): s[2].append(f'{col(x)}{y0 + y + 1}:{col(x + c[1] - 1)}{y0 + y + c[2]}')
    NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    parts = {}
    for k, (n, rows, merges) in enumerate(sheets, 1):
        parts[f'xl/worksheets/sheet{k}.xml'] = HD + f'<worksheet {NS}><sheetData>' + ''.join(f'<row r="{y + 1}">' + ''.join(cell(f'{col(x)}{y + 1}', c) for x, c in enumerate(r)) + '</row>' for y, r in rows) + '</sheetData>' + (f'<mergeCells count="{len(merges)}">' + ''.join(f'<mergeCell ref="{m}"/>' for m in merges) + '</mergeCells>' if merges else '') + '</worksheet>'
    n = len(sheets)
    zipout(path, {'[Content_Types].xml': HD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' + ''.join(f'<Override PartName="/xl/worksheets/sheet{k}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' for k in range(1, n + 1)) + '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
        '_rels/.rels': HD + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{RT}officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/_rels/workbook.xml.rels': HD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + ''.join(f'<Relationship Id="rId{k}" Type="{RT}worksheet" Target="worksheets/sheet{k}.xml"/>' for k in range(1, n + 1)) + f'<Relationship Id="rId{n + 1}" Type="{RT}sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId{n + 2}" Type="{RT}styles" Target="styles.xml"/></Relationships>',
        'xl/workbook.xml': HD + f'<workbook {NS}><sheets>' + ''.join(f'<sheet name="{X(s[0])}" sheetId="{k}" r:id="rId{k}"/>' for k, s in enumerate(sheets, 1)) + '</sheets></workbook>',
        'xl/sharedStrings.xml': HD + f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="{len(shared)}" uniqueCount="{len(shared)}">' + ''.join(f'<si><t xml:space="preserve">{X(s)}</t></si>' for s in shared) + '</sst>',
        'xl/styles.xml': HD + '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="SimSun"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        **parts})
def htm(path, bl, enc):
    o = f'<!DOCTYPE html>\n<html><head><meta charset="{enc}"><title></title><style>td{{border:1px solid #999}}</style></head><body>\n'
    for b in bl:
        if b[0] == '#': o += f'<h{b[2]}>{html.escape(b[1])}</h{b[2]}>\n'
        elif b[0] == '@': o += f'<h3>{html.escape(b[1])}</h3>\n'
        elif b[0] == 'T':
            o += '<table>\n'
            for r in grid(b[1]):
                o += '<tr>' + ''.join(f'<td{f" colspan={c[1]}" if c[1] > 1 else ""}{f" rowspan={c[2]}" if c[2] > 1 else ""}>{html.escape(plain(c[0])).replace("&lt;br&gt;", "<br>")}</td>' for c in r if c) + '</tr>\n'
            o += '</table>\n'
        else: o += f'<p>{html.escape(b[1]).replace("：", "：&nbsp;", 1)}</p>\n'
    open(path, 'wb').write((o + '</body></html>\n').encode(enc))
def cells(r): return [plain(c[0]) if c else '' for c in r]
def csvf(path, bl, enc):
    f = io.StringIO(); w = csv.writer(f)
    for b in bl:
        if b[0] == 'T':
            for r in grid(b[1]): w.writerow([c.replace('<br>', '\n') for c in cells(r)])
        else: w.writerow([b[1]])
    open(path, 'wb').write(f.getvalue().encode(enc))
def txt(path, bl, enc):
    o = []
    for b in bl:
        if b[0] == 'T': o += ['\t'.join(c.replace('<br>', ' ') for c in cells(r)) for r in grid(b[1])] + ['']
        elif b[0] == '#': o += [('　' * 8 if b[2] == 1 else '') + b[1], '']
        else: o += ['　　' + b[1]]
    open(path, 'wb').write(('\r\n'.join(o) + '\r\n').encode(enc))
def md(path, bl):
    o = []
    for b in bl:
        if b[0] == 'T':
            for k, r in enumerate(grid(b[1])):
                o.append('| ' + ' | '.join(cells(r)) + ' |')
                if k == 0: o.append('|' + '---|' * len(r))
            o.append('')
        elif b[0] == '#': o += ['#' * b[2] + ' ' + b[1], '']
        elif b[0] == '@': o += ['## ' + b[1], '']
        else: o += [b[1], '']
    open(path, 'w', encoding='utf-8').write('\n'.join(o))

# ======================================================= A. compliance
T('business-licence', '营业执照')
P('docx', '''
B:统一社会信用代码 {C}
# 营 业 执 照
（副本）
|名称|{N}|注册资本|捌仟陆佰万元整|
|类型|有限责任公司（自然人投资或控股）|成立日期|2009年06月18日|
|法定代表人|{L}|营业期限|2009年06月18日至长期|
|经营范围|{P}的研发、生产、销售；货物进出口。（依法须经批准的项目，经相关部门批准后方可开展经营活动）|住所|{A}|
登记机关：{R}市场监督管理局　　2023年11月02日
F:国家企业信用信息公示系统网址：http://www.gsxt.gov.cn　市场主体应当于每年1月1日至6月30日报送年度报告''',
'''enterprise={N}
creditCode={C}
legalRepresentative={L}
address={A}
founded=2009-06-18
issuedOn=2023-11-02''', 'code in a text box above the table; term open-ended')
P('txt', '''
营业执照（正本）识读件
统一社会信用代码：{C}
名  称：{N}
类  型：股份有限公司（非上市）
住  所：{A}
法定代表人：{L}
注册资本：伍仟万元整
成立日期：2014年3月27日
营业期限：2014年3月27日至2044年3月26日
经营范围：一般项目：{P}制造；{P}销售；技术服务、技术开发。
登记机关（印章）  2024年8月15日''',
'''enterprise={N}
creditCode={C}
address={A}
legalRepresentative={L}
founded=2014-03-27
validUntil=2044-03-26''')
P('html', '''
# 电子营业执照
|项目|登记事项|
|统一社会信用代码/注册号|{C}|
|企业名称|{N}|
|法定代表人|{L}|
|成立日期|2003-09-09|
|经营期限自|2003-09-09|
|经营期限至|无固定期限|
|核准日期|2025-01-20|
|登记状态|存续（在营、开业、在册）|
|住所|{A}|
|经营范围|{P}制造、销售|
下载时间：2026-05-11 10:22:07　本电子营业执照与纸质营业执照具有同等法律效力''',
'''enterprise={N}
creditCode={C}
legalRepresentative={L}
founded=2003-09-09
address={A}
status=存续''')

def cert(t, zh, en, std, sysname, no, sc):
    T(t, zh)
    P('docx', f'''
H:{sysname}认证证书
# 认 证 证 书
证书编号：{no}Q1
兹证明
{{N}}
统一社会信用代码：{{C}}
注册地址：{{A}}　生产地址：{{A}}
建立的{sysname}符合标准
{std}
本证书覆盖范围：{sc}
|初次获证日期|2018年7月12日|
|本次发证日期|2024年7月10日|
|有效期至|2027年7月11日|
F:颁证机构：中衡远认证（北京）有限公司　本证书在国家规定的各行政许可、资质许可、CCC许可有效期内有效；每年接受监督审核并加贴合格标识''',
f'''holder={{N}}
certificateNo={no}Q1
standard={std}
scope={sc}
issuer=中衡远认证（北京）有限公司
firstIssued=2018-07-12
issuedOn=2024-07-10
validUntil=2027-07-11''', 'prose certificate, dates in a table, issuer only in the footer')
    P('html', f'''
# 全国认证认可信息公共服务平台
认证结果查询 > 证书详情
|证书编号|{no}R0M/3300|证书状态|有效|
|认证项目|{sysname}认证|认证依据|{std}|
|获证组织名称|{{N}}|<|<|
|统一社会信用代码|{{C}}|所在地|{{R}}|
|组织地址|{{A}}|<|<|
|颁证日期|2025-03-18|证书到期日期|2028-03-17|
|初次获证日期|2025-03-18|监督次数|0|
|认证覆盖的业务范围|{sc}（不含设计）|<|<|
|发证机构|江南方衡检验认证有限公司|机构批准号|CNCA-R-2009-9{len(no):02d}|
查询日期 2026-06-03''',
f'''holder={{N}}
certificateNo={no}R0M/3300
standard={std}
issuer=江南方衡检验认证有限公司
issuedOn=2025-03-18
validUntil=2028-03-17
status=有效
scope={sc}（不含设计）''', 'registry page; query date is not a certificate date', 'gb18030')
    P('md', f'''
# CERTIFICATE OF REGISTRATION / {sysname}认证证书
This is to certify that the {en} Management System of **{{N}}** (USCC {{C}}), {{A}}，conforms to **{std}**.
Certificate No. 证书号：{no}-2023-0{len(en)}
Scope 认证范围：{sc}
Initial certification 首次发证：2017.11.30　Re-certification 换证：2023.11.28　Expiry 有效期截止：2026.11.29
第一次监督审核：2024.11 合格　第二次监督审核：2025.11 合格
博睿泰（上海）管理体系认证有限公司　CNAS C2{len(sc):02d}-M''',
f'''holder={{N}}
certificateNo={no}-2023-0{len(en)}
standard={std}
scope={sc}
issuer=博睿泰（上海）管理体系认证有限公司
firstIssued=2017-11-30
issuedOn=2023-11-28
validUntil=2026-11-29''', 'bilingual; surveillance marks are months only')
cert('cert-9001', 'ISO 9001 质量管理体系认证证书', 'Quality', 'GB/T 19001-2016/ISO 9001:2015', '质量管理体系', '04424', '{P}的生产和销售')
cert('cert-14001', 'ISO 14001 环境管理体系认证证书', 'Environmental', 'GB/T 24001-2016/ISO 14001:2015', '环境管理体系', '04424E3', '{P}的生产及相关环境管理活动')
cert('cert-45001', 'ISO 45001 职业健康安全管理体系认证证书', 'Occupational Health and Safety', 'GB/T 45001-2020/ISO 45001:2018', '职业健康安全管理体系', '04424S2', '{P}的生产及相关职业健康安全管理活动')
cert('cert-50001', 'ISO 50001 能源管理体系认证证书', 'Energy', 'GB/T 23331-2020/ISO 50001:2018', '能源管理体系', '044En', '{P}的生产所涉及的能源管理活动')

T('discharge-permit', '排污许可证 / 登记回执')
P('docx', '''
# 排污许可证
证书编号：{C}001P
单位名称：{N}
注册地址：{A}
法定代表人：{L}
生产经营场所地址：{A}
行业类别：国民经济行业代码 {I}
统一社会信用代码：{C}
有效期限：自2023年08月16日至2028年08月15日止
发证机关：（盖章）{R}生态环境局
发证日期：2023年07月28日
副本 大气污染物排放
|排放口编号|污染物种类|许可排放浓度限值|许可年排放量限值（t/a）|
|DA001|颗粒物|20mg/Nm³|6.84|
|DA001|氮氧化物|100mg/Nm³|31.2|
|DW001|化学需氧量|300mg/L|4.15|''',
'''holder={N}
licenceNo={C}001P
creditCode={C}
address={A}
validFrom=2023-08-16
validUntil=2028-08-15
issuedOn=2023-07-28
pollutants=颗粒物 // 氮氧化物 // 化学需氧量
limit.氮氧化物=100 mg/Nm³
total.氮氧化物=31.2 t/a''', 'issue date earlier than start of validity')
P('xlsx', '''
@正本
# 排污许可证（正本）
|许可证编号|单位名称|行业类别|生产经营场所|发证机关|有效期起|有效期止|
|{C}002V|{N}|{I}|{A}|{R}生态环境局|d:2022-05-30|d:2027-05-29|
@副本-大气许可限值
|排放口|<|污染物|排放限值|<|申请年许可总量|
|编号|名称|^|数值|单位|吨/年|
|DA003|喷涂废气排放口|非甲烷总烃|60|mg/m³|2.76|
|DA003|^|颗粒物|30|mg/m³|1.1|
|DA007|锅炉排气筒|二氧化硫|50|mg/m³|0.92|
@副本-水
|排放口|污染物|限值（mg/L）|
|DW001|COD|500|
|DW001|氨氮|45|''',
'''holder={N}
licenceNo={C}002V
address={A}
validFrom=2022-05-30
validUntil=2027-05-29
issuer={R}生态环境局
pollutants=非甲烷总烃 // 颗粒物 // 二氧化硫 // COD // 氨氮
limit.非甲烷总烃=60 mg/m³
total.非甲烷总烃=2.76 吨/年''', 'three sheets, two-row merged header, serial dates')
P('txt', '''
固定污染源排污登记回执
登记编号：{C}001X
排污单位名称：{N}
生产经营场所地址：{A}
统一社会信用代码：{C}
登记类型：□首次　☑延续　□变更
登记日期：2025年04月09日
有效期：2025年04月09日至2030年04月08日
注意事项：（一）你单位应当遵守生态环境保护法律法规……（五）你单位排污登记表信息发生变动的，应在二十日内变更登记。''',
'''holder={N}
licenceNo={C}001X
creditCode={C}
address={A}
validFrom=2025-04-09
validUntil=2030-04-08''', 'registration receipt instead of a permit: no limits', 'gb18030')

T('eia-approval', '环评批复')
P('docx', '''
# {R}生态环境局文件
×环审〔2022〕57号
关于{N}年产12万件{P}技改项目环境影响报告表的批复
{N}（{C}）：
你公司报送的《{P}技改项目环境影响报告表》收悉。经研究，批复如下：
一、项目位于{A}，总投资9800万元，其中环保投资412万元，建成后形成年产12万件{P}的生产能力。
二、项目须严格执行环境保护“三同时”制度。
三、本批复自下达之日起超过五年方决定开工建设的，应报我局重新审核。
{R}生态环境局
2022年9月14日''',
'''enterprise={N}
documentNo=×环审〔2022〕57号
issuer={R}生态环境局
date=2022-09-14
capacity=12 万件
address={A}''')
P('html', '''
# 建设项目环境影响评价审批结果
|文号|区环建批（2020）第113号|
|建设单位|{N}|
|项目名称|年产3.5万吨{P}生产线扩建项目|
|建设地点|{A}|
|设计产能|3.5万吨/年|
|环评文件类型|环境影响报告书|
|审批意见|原则同意。外排废水达到GB 8978三级标准后纳管。|
|审批部门|{R}生态环境分局|
|审批日期|2020/12/21|''',
'''enterprise={N}
documentNo=区环建批（2020）第113号
projectName=年产3.5万吨{P}生产线扩建项目
capacity=3.5 万吨/年
issuer={R}生态环境分局
date=2020-12-21''')
P('txt', '''
审批意见                                        环审表字[2018]206号

    根据{N}委托编制的《{P}自动化生产线建设项目环境影响报告表》结论，同意该项目在{A}建设，产能60万台（套）/年，占地38600平方米。
    项目竣工后须按规定自主验收。
                                   经办人：柳荫
                                   （公章）{R}行政审批局
                                   二〇一八年六月五日''',
'''enterprise={N}
documentNo=环审表字[2018]206号
projectName={P}自动化生产线建设项目
capacity=60 万台（套）/年
issuer={R}行政审批局
date=2018-06-05''', 'Chinese-numeral date')

T('acceptance-environment', '竣工环境保护验收意见')
P('docx', '''
# {P}技改项目竣工环境保护验收意见
2023年5月26日，{N}根据《{P}技改项目竣工环境保护验收监测报告》组织验收。验收组由建设单位、监测单位（绿衡检测技术有限公司）及3名专家组成。
一、工程建设基本情况
项目位于{A}，环评批复文号：×环审〔2021〕88号，设计产能年产5000台，实际建成产能年产5000台。
二、环境保护设施调试效果
厂界昼间噪声最大值58.3dB(A)；有组织颗粒物最大排放浓度8.7mg/m³。
三、验收结论
验收合格，同意通过竣工环境保护验收。''',
'''enterprise={N}
projectName={P}技改项目
date=2023-05-26
capacity=5000 台
documentNo=×环审〔2021〕88号
result=验收合格''', 'documentNo is that of the approval it rests on')
P('xlsx', '''
# 建设项目竣工环境保护“三同时”验收登记表
|填表单位（盖章）|{N}|<|<|
|项目名称|{P}生产线二期|项目代码|2104-000000-04-01-118223|
|建设地点|{A}|<|<|
|设计生产能力（t/a）|20000|实际生产能力（t/a）|18500|
|环评审批文号|环建〔2020〕31号|环评审批机关|{R}生态环境局|
|竣工日期|d:2022-10-08|验收日期|d:2022-12-30|
|实际环保投资（万元）|268.5|所占比例（%）|4.1|''',
'''enterprise={N}
projectName={P}生产线二期
capacity=18500 t/a
documentNo=环建〔2020〕31号
date=2022-12-30''', 'design and actual capacity differ; capacity = actual')
P('md', '''
# 公示
**{N}（{C}）年产800万件{P}项目（一阶段）竣工环保自主验收公示**
- 验收时间：2025年1月17日
- 验收工作组意见：环保手续齐全，污染防治设施与主体工程同时投入使用，**一致同意通过验收**
- 环评批复：区环许〔2023〕9号（{R}生态环境局，2023-03-02）
- 验收产能：800万件/年
- 公示期：2025年1月20日—2025年2月20日（20个工作日）''',
'''enterprise={N}
creditCode={C}
documentNo=区环许〔2023〕9号
date=2025-01-17
capacity=800 万件/年''', 'three other dates stand beside the acceptance date')

T('credit-report', '信用报告 / 公示系统打印件')
P('txt', '''
信用中国
信用信息报告（公共信用信息）
报告编号：20260417 1032 5588 71
主体名称：{N}
统一社会信用代码：{C}
报告生成时间：2026年04月17日 10:32:55
一、登记注册基础信息　法定代表人 {L}　登记状态 存续
二、行政管理信息　行政许可 14 条　行政处罚 0 条
三、严重失信主体名单信息　共 0 条
四、经营异常名录（状态）信息　共 0 条
五、失信被执行人　查询期内无记录
声明：本报告仅供参考使用。''',
'''subject={N}
creditCode={C}
queryDate=2026-04-17
reportNo=20260417 1032 5588 71
penalties=0 条
abnormalOperation=0 条
seriousDishonesty=0 条''')
P('html', '''
# 国家企业信用信息公示系统
企业信用信息公示报告
|{N}|<|<|<|
|统一社会信用代码|{C}|登记状态|存续|
|法定代表人|{L}|成立日期|2011年5月5日|
|住所|{A}|<|<|
行政处罚信息
|序号|决定书文号|违法行为类型|处罚内容|处罚决定日期|公示日期|
|1|×应急罚〔2024〕26号|未按规定开展安全培训|罚款1.5万元|2024年3月19日|2024年3月26日|
列入经营异常名录信息　暂无
列入严重违法失信名单（黑名单）信息　暂无
报告生成时间：2026年3月6日''',
'''subject={N}
creditCode={C}
queryDate=2026-03-06
penalties=1 条
abnormalOperation=暂无
status=存续''', 'one safety penalty; count is the number of rows', 'gb18030')
P('docx', '''
H:信用江海 · 无违法违规证明版
# 公共信用信息报告（无违法违规证明专用版）
查询主体
|主体名称|{N}|
|统一社会信用代码|{C}|
|查询时段|2023-05-01 至 2026-04-30|
|报告出具日期|2026年5月8日|
|领域|结果|
|安全生产|未查询到违法违规信息|
|生态环境|未查询到违法违规信息|
|市场监管（产品质量）|未查询到违法违规信息|
|税务|未查询到违法违规信息|
出具单位：江海市公共信用信息中心（电子签章）''',
'''subject={N}
creditCode={C}
queryDate=2026-05-08
periodFrom=2023-05-01
periodUntil=2026-04-30
issuer=江海市公共信用信息中心
result=未查询到违法违规信息''')

T('plan', '绿色低碳发展中长期规划')
P('docx', '''
# {N}绿色低碳发展规划（2024—2030年）
批准：{L}　　批准日期：2024年1月8日　　文件编号：GL-GH-01
一、指导思想
坚持绿色发展，统筹节能、降碳、减污。
二、规划目标
到2027年，单位产品综合能耗较2023年下降8%；到2030年，单位产值碳排放较2023年下降20%，可再生能源利用率达到30%，一般工业固体废物综合利用率保持在98%以上。
三、重点任务
实施空压机节能改造、屋顶光伏二期、能碳管理平台建设。''',
'''enterprise={N}
documentNo=GL-GH-01
approver={L}
date=2024-01-08
periodFrom=2024
periodUntil=2030
target.可再生能源利用率=30 %
target.一般工业固体废物综合利用率=98 %''')
P('xlsx', '''
@封面
# 企业绿色制造中长期发展规划
|编制单位|{N}|
|规划期|2023-2028|
|审批人|{L}|
|发布日期|d:2023-03-15|
@目标分解
|指标|单位|基准年<br>2022|年度目标|<|<|规划目标|
|^|^|^|2024|2025|2026|2028|
|单位产值综合能耗|tce/万元|0.085|0.081|0.079|0.077|0.072|
|单位产值取水量|m³/万元|1.62|1.55|1.5|1.46|1.38|
|工业用水重复利用率|%|88|90|91|92|94|''',
'''enterprise={N}
approver={L}
date=2023-03-15
periodFrom=2023
periodUntil=2028
target.单位产值综合能耗=0.072 tce/万元
target.工业用水重复利用率=94 %''', 'targets in a matrix with merged year header; target = end of plan')
P('md', '''
# 关于印发《{N}“十五五”绿色低碳发展规划》的通知
各部门、车间：
经2025年12月22日总经理办公会审议通过，现予印发。
规划期为2026—2030年。**总体目标**：2030年碳排放强度比2025年降低18%，能耗强度比2025年降低12%；水重复利用率不低于95%。
{N}
总经理：{L}
2025年12月25日''',
'''enterprise={N}
approver={L}
date=2025-12-25
periodFrom=2026
periodUntil=2030
target.碳排放强度=18 %
target.水重复利用率=95 %''', 'signed 25 Dec, adopted 22 Dec; the 18 % is a fall against 2025, the 95 % a level')

T('annual-targets', '年度绿色低碳目标与实施方案')
P('csv', '''
|{N}2025年度绿色工厂目标指标及实施方案|||||
|序号|目标指标|单位|2024年实际|2025年目标|责任部门|
|1|单位产品综合能耗|kgce/t|118.4|115|设备能源部|
|2|单位产品取水量|立方米/t|2.31|2.2|设备能源部|
|3|万元产值碳排放|tCO2/万元|0.412|0.39|安环部|
|4|固废综合利用率|%|97.2|98|安环部|
|批准：{L}||批准日期：2025-01-10||||''',
'''enterprise={N}
year=2025
approver={L}
date=2025-01-10
target.单位产品综合能耗=115 kgce/t
target.单位产品取水量=2.2 立方米/t
target.固废综合利用率=98 %''')
P('docx', '''
# 2025年节能降碳目标责任书
甲方：{N}（总经理 {L}）　乙方：生产制造部
为完成公司2025年度绿色低碳目标，双方签订本责任书：
（一）全年综合能源消费量控制在6,200吨标准煤以内；
（二）单位产值二氧化碳排放不高于0.30吨/万元；
（三）新增光伏自发自用电量不少于120万千瓦时。
考核：季度通报，年终兑现，完成率低于90%扣减绩效5%。
签订日期：2025年2月6日''',
'''enterprise={N}
year=2025
date=2025-02-06
target.综合能源消费量=6,200 吨标准煤
target.单位产值二氧化碳排放=0.30 吨/万元''', 'responsibility letter in prose; 90% and 5% are not targets')
P('html', '''
# 年度目标完成情况与下年计划
单位：{N}　编制：能源管理办公室　批准：{L}　2026年1月16日
|项目|2025年目标|2025年完成|完成率|2026年目标|
|综合能耗（tce）|3400|3312|达标|3250|
|单位产品能耗（kgce/台）|41.5|40.9|达标|40.2|
|绿电占比（%）|12|13.6|达标|18|''',
'''enterprise={N}
approver={L}
date=2026-01-16
year=2026
target.综合能耗=3250 tce
target.绿电占比=18 %''', 'two target years; 2026 is the programme year', 'gb18030')

T('appointment', '绿色工厂机构与人员任命文件')
P('docx', '''
# {N}文件
×司发〔2024〕6号
关于成立绿色工厂建设领导小组及人员任命的通知
各部门：
经研究，成立绿色工厂建设领导小组，任命{L}为组长，任命韩素梅为能源管理负责人，钟亦凡为绿色工厂专职管理员。上述任命自2024年2月20日起生效。
领导小组职责：组织制定绿色发展规划、分解年度目标并考核。
{N}
2024年2月19日''',
'''enterprise={N}
documentNo=×司发〔2024〕6号
date=2024-02-19
validFrom=2024-02-20
appointee={L} // 韩素梅 // 钟亦凡
role=组长 // 能源管理负责人 // 绿色工厂专职管理员''')
P('txt', '''
任 命 书

    兹任命 贺临川 同志为{N}能源管理师兼碳排放管理员，全面负责能源计量、统计与碳核算工作，任期三年（2025年7月1日至2028年6月30日）。

                        总经理（签字）：{L}
                        2025年6月27日''',
'''enterprise={N}
appointee=贺临川
role=能源管理师兼碳排放管理员
approver={L}
date=2025-06-27
validUntil=2028-06-30''')
P('xlsx', '''
# 绿色制造推进小组成员任命表
|发布单位|{N}|文件号|HR-2023-041|
|职务|姓名|部门|职责|
|组长|{L}|总经办|审批规划、目标|
|副组长|佘静|安环部|组织实施、检查|
|组员|卜志远|设备部|能源计量与统计|
|签发人|{L}|签发日期|d:2023-09-01|''',
'''enterprise={N}
documentNo=HR-2023-041
date=2023-09-01
appointee={L} // 佘静 // 卜志远
role=组长 // 副组长 // 组员''')

T('training-record', '培训记录')
P('docx', '''
# 培训记录表
|培训主题|GB/T 36132-2025绿色工厂评价通则宣贯|培训日期|2026年3月12日|
|组织部门|{N}安环部|讲师|闻一舟|
|应到人数|46人|实到人数|44人|
|考核方式|笔试|合格率|100%|
|培训内容|绿色工厂基本要求、评价指标与计算方法|<|<|
签到表、试卷见附件''',
'''enterprise={N}
topic=GB/T 36132-2025绿色工厂评价通则宣贯
date=2026-03-12
participants=44 人
passRate=100 %''', 'invited 46, present 44')
P('csv', '''
|{N} 2025年度节能培训台账|||||
|日期|课程|参加人数|考核平均分|合格人数|
|2025/4/18|能源计量管理|32|88.5|32|
|2025/9/26|碳排放核算基础|27|85.1|26|''',
'''enterprise={N}
topic=能源计量管理 // 碳排放核算基础
date=2025-04-18 // 2025-09-26
participants=32 // 27''', 'two sessions')
P('txt', '''
培训小结
    2025年11月5日，{N}在三楼会议室举办绿色低碳知识培训，由外聘专家苗仲文授课，共58人参加。课后闭卷考试，57人合格，1人补考后合格。
    评价：培训有效。                    记录人：阮晴''',
'''enterprise={N}
topic=绿色低碳知识培训
date=2025-11-05
participants=58 人
passed=57 人''')

T('internal-audit', '内部审核报告')
P('docx', '''
# 2025年度能源管理体系内部审核报告
受审核单位：{N}
审核依据：GB/T 23331-2020、RB/T 119-2015、体系文件（B版）
审核日期：2025年8月11日至8月13日
审核组长：焦砚秋　组员：郁蓝、毕海
|部门|不符合项|条款|性质|
|设备部|计量器具台账未更新|6.6|一般|
|动力车间|空压站运行记录缺页|8.1|一般|
审核结论：能源管理体系运行有效，共开具一般不符合项2项，严重不符合项0项，均于2025年9月10日前整改关闭。''',
'''enterprise={N}
system=能源管理体系
standard=GB/T 23331-2020
date=2025-08-13
auditor=焦砚秋
nonconformities=2 项
conclusion=运行有效''', 'date = last audit day')
P('html', '''
# 三体系一体化内审总结
|单位|{N}|
|体系|QMS、EMS、OHSMS|
|标准|GB/T 19001-2016　GB/T 24001-2016　GB/T 45001-2020|
|内审时间|2026.03.23—2026.03.25|
|审核组长|丘以宁|
|发现|不符合3项（生产部1、仓储1、安环1），观察项4项|
|结论|体系基本符合、有效，具备接受外审条件|
报告批准：{L}　2026年3月30日''',
'''enterprise={N}
standard=GB/T 19001-2016 // GB/T 24001-2016 // GB/T 45001-2020
date=2026-03-25
auditor=丘以宁
nonconformities=3 项
approver={L}''')
P('xlsx', '''
@审核计划
|审核日期|d:2025-05-19|受审核方|{N}|
|审核准则|GB/T 24001-2016|审核组长|蒲清|
|时间|部门|审核员|
|9:00|管理层|蒲清|
|10:30|生产部|陶野|
@不符合报告
|编号|不符合描述|严重程度|关闭日期|
|NC-01|危废标签填写不全|轻微|d:2025-06-06|
@结论
|环境管理体系内部审核结论：体系有效，不符合项1项已关闭。|''',
'''enterprise={N}
standard=GB/T 24001-2016
date=2025-05-19
auditor=蒲清
nonconformities=1 项''', 'plan, finding and conclusion on three sheets')

T('management-review', '管理评审报告')
P('docx', '''
# 管理评审报告
评审时间：2025年10月15日　地点：一号会议室　主持人：{L}（总经理）
{N}于上述时间对质量、环境、职业健康安全管理体系（GB/T 19001-2016、GB/T 24001-2016、GB/T 45001-2020）的适宜性、充分性和有效性进行了评审。
输入：内审结果、顾客反馈、合规性评价、目标完成情况。
评审结论：管理体系适宜、充分、有效。
改进决议：1. 增设危废暂存间视频监控，2025年12月底前完成；2. 更新环境因素清单。
编制：于悠　　批准：{L}''',
'''enterprise={N}
date=2025-10-15
chair={L}
standard=GB/T 19001-2016 // GB/T 24001-2016 // GB/T 45001-2020
conclusion=适宜、充分、有效
actions=2 项''', 'actions counted')
P('txt', '''
{N}
能源管理体系管理评审会议纪要
时间：2026年1月20日上午
主持：最高管理者{L}
参加：管理者代表、各部门负责人（名单附后）
会议听取了能源绩效、能源基准更新、内审不符合整改等汇报，认为按GB/T 23331-2020建立的能源管理体系持续有效运行。
会议决定：能源绩效参数增加单位产品电耗；批准2026年节能技改预算320万元。''',
'''enterprise={N}
date=2026-01-20
chair={L}
system=能源管理体系
standard=GB/T 23331-2020
conclusion=持续有效运行''')
P('md', '''
# 2024年管理评审输出
| 项目 | 记录 |
|---|---|
| 公司 | {N} |
| 评审日期 | 2024-12-18 |
| 评审主持 | {L} |
| 评审范围 | 职业健康安全管理体系 GB/T 45001-2020 |
| 评审结果 | 体系充分、有效，方针不需修改 |
| 改进措施 | 3项，责任人：安环部 |
'''.replace('|---|---|\n', ''),
'''enterprise={N}
date=2024-12-18
chair={L}
standard=GB/T 45001-2020
actions=3 项''')

T('declaration', '企业声明 / 承诺')
P('docx', '''
# 真实性及无违规情况声明
{N}（统一社会信用代码：{C}）郑重声明：
1. 近三年未发生安全（含网络安全、数据安全）、质量、环境污染等事故以及偷漏税等违法违规行为；
2. 从未被动态调整出绿色制造名单；
3. 未列入工业节能监察整改名单；
4. 未被列为失信被执行人。
法定代表人（签字）：{L}　　（公章）
2026年6月2日''',
'''enterprise={N}
creditCode={C}
signatory={L}
date=2026-06-02
neverRemovedFromList=从未被动态调整出绿色制造名单''')
P('txt', '''
承 诺 书
本单位承诺：所提交的绿色工厂申报材料真实、完整。近三年（2023年5月—2026年5月）无较大及以上安全、环保、质量事故；未在国务院及有关部委督查中被发现存在严重问题；不存在被移出绿色制造名单的情形。
承诺单位：{N}
信用代码：{C}
负责人：{L}
日期：2026/5/19''',
'''enterprise={N}
creditCode={C}
signatory={L}
date=2026-05-19''')
P('html', '''
# 申报单位自我声明表
|声明事项|是/否|
|近三年连续停产12个月以上|否|
|被列入经营异常名录且未移出|否|
|曾被移出绿色制造名单|否|
|工业节能监察整改未完成|否|
|失信被执行人|否|
声明单位（盖章）：{N}　法定代表人：{L}　声明日期：二〇二六年四月二十八日''',
'''enterprise={N}
signatory={L}
date=2026-04-28
everRemovedFromList=否''')
# ======================================================= B. energy, carbon
T('stat-205-1', '205-1表 能源购进、消费与库存')
P('xlsx', '''
# 能源购进、消费与库存
|表号：|205-1表|制定机关：|国家统计局|
|统一社会信用代码：{C}|<|有效期至：|2026年1月|
|单位详细名称：{N}|<|2025年1—12月|<|
|能源名称|计量单位|代码|年初库存量|购进量|<|消费量|<|<|期末库存量|采用折标系数|
|^|^|^|^|实物量|金额（千元）|合计|工业生产消费|用于原材料|^|^|
|甲|乙|丙|1|2|3|4|5|6|7|8|
|天然气（气态）|万立方米|15|0|186.4|6151|186.4|186.4|0|0|13.3|
|柴油|吨|22|3.2|41|310|40.7|35.5|0|3.5|1.4571|
|热力|百万千焦|32|0|12500|975|12500|12500|0|0|0.0341|
|电力|万千瓦时|33|0|1542.6|10644|1542.6|1520.1|0|0|1.229|
|能源合计|吨标准煤|40|—|—|—|{=186.4*13.3+40.7*1.4571+12500*.0341+1542.6*1.229|.1f}|{=186.4*13.3+35.5*1.4571+12500*.0341+1520.1*1.229|.1f}|0|—|—|
单位负责人：{L}　统计负责人：左晴　填表人：汤一鸣　报出日期：2026年1月9日''',
'''enterprise={N}
creditCode={C}
year=2025
electricity.consumption=1542.6 万千瓦时
naturalGas.consumption=186.4 万立方米
diesel.consumption=40.7 吨
diesel.openingStock=3.2 吨
heat.consumption=12500 百万千焦
totalTce={=186.4*13.3+40.7*1.4571+12500*.0341+1542.6*1.229|.1f} 吨标准煤''', 'consumption = 合计 column, not 工业生产消费; form validity date is not a period')
P('csv', '''
|205-1表 能源购进、消费与库存 2025年1-12月|||||||
|组织机构|{N}|代码|{C}||||
|能源名称|单位|购进量|消费量合计|其中:工业生产消费|用于原材料|期末库存|折标系数|折标准煤(吨)|
|原煤|吨|8650|8423.7|8423.7|0|512.4|0.7143|{=8423.7*.7143|.2f}|
|汽油|吨|12.5|12.5|0|0|0|1.4714|{=12.5*1.4714|.2f}|
|电力|万千瓦时|3268.05|3268.05|3201.44|0|0|1.229|{=3268.05*1.229|.2f}|
|合计|吨标准煤|||||||{=8423.7*.7143+12.5*1.4714+3268.05*1.229|.2f}|''',
'''enterprise={N}
creditCode={C}
year=2025
rawCoal.consumption=8423.7 吨
rawCoal.closingStock=512.4 吨
gasoline.consumption=12.5 吨
electricity.consumption=3268.05 万千瓦时
totalTce={=8423.7*.7143+12.5*1.4714+3268.05*1.229|.2f} 吨标准煤''')
P('html', '''
# 统计联网直报平台 - 能源购进消费与库存(205-1)
报告期：2025年12月（1-本月累计）　单位名称：{N}　统一社会信用代码：{C}
|指标|代码|电力|天然气|液化石油气|蒸汽（外购热力）|能源合计|
|计量单位|—|万千瓦时|万立方米|吨|吉焦|吨标准煤|
|购进量|1|886.3|52.8|18.6|4200|—|
|1-本月消费量|2|886.3|52.8|17.9|4200|{=886.3*1.229+52.8*12.143+17.9*1.7143+4200*.03412|.2f}|
|#工业生产消费|3|871|52.8|17.9|4200|—|
|期末库存|4|0|0|0.7|0|—|
|折标准煤系数|5|1.229|12.143|1.7143|0.03412|—|
审核状态：已通过''',
'''enterprise={N}
creditCode={C}
year=2025
electricity.consumption=886.3 万千瓦时
naturalGas.consumption=52.8 万立方米
lpg.consumption=17.9 吨
heat.consumption=4200 吉焦
totalTce={=886.3*1.229+52.8*12.143+17.9*1.7143+4200*.03412|.2f} 吨标准煤''', 'rotated: energies are columns, units in their own row', 'gb18030')

T('stat-205-3', '205-3表 单位产品能源消费')
P('xlsx', '''
# 主要耗能工业企业单位产品能源消费情况
|表号|205-3表|单位|{N}|<|2025年|
|指标名称|计量单位|代码|单位产品消费量|子项：消费量|母项：产量|
|{P}单位产品综合能耗|千克标准煤/吨|101|{=7865.2/62480*1000|.2f}|7865.2|62480|
|{P}单位产品电耗|千瓦时/吨|102|{=21493120/62480|.2f}|21493120|62480|
填表日期：2026-01-12''',
'''enterprise={N}
year=2025
unitEnergy={=7865.2/62480*1000|.2f} 千克标准煤/吨
unitElectricity={=21493120/62480|.2f} 千瓦时/吨
energy=7865.2
output=62480''', 'numerator unit (tce, kWh) and output unit (吨) are implied')
P('txt', '''
主要耗能工业企业单位产品能源消费情况（205-3表）
填报单位：{N}（{C}）　报告期：2025年1-12月
1. 产品名称：{P}；产量38.62万吨
2. 综合能源消费量：41,709.6吨标准煤
3. 单位产品综合能耗：{=41709.6/386200*1000|.1f}千克标准煤/吨，上年同期110.9千克标准煤/吨''',
'''enterprise={N}
creditCode={C}
year=2025
product={P}
output=38.62 万吨
energy=41,709.6 吨标准煤
unitEnergy={=41709.6/386200*1000|.1f} 千克标准煤/吨''', "last year's value beside it")
P('csv', '''
|205-3表|单位产品能源消费情况|||
|单位详细名称|{N}|统一社会信用代码|{C}|
|报告期|2025年|||
|指标|单位|本年|上年同期|
|{P}产量|万件|145.3|139.8|
|综合能耗|吨标准煤|2905.6|2893.9|
|单位产品综合能耗|千克标准煤/件|{=2905.6*1000/1453000|.3f}|{=2893.9*1000/1398000|.3f}|''',
'''enterprise={N}
creditCode={C}
year=2025
output=145.3 万件
energy=2905.6 吨标准煤
unitEnergy={=2905.6*1000/1453000|.3f} 千克标准煤/件''')

T('stat-205-4', '205-4表 工业企业用水情况')
P('xlsx', '''
# 工业企业用水情况（205-4表）
|单位详细名称：{N}|<|2025年|
|指标名称|计量单位|代码|本年|上年|
|一、取水量|立方米|01|186420|192310|
|　其中：地表淡水|立方米|02|61200|66000|
|　　　　自来水|立方米|03|125220|126310|
|二、外供水量|立方米|08|0|0|
|三、用水量|立方米|09|2310770|2299800|
|　其中：重复用水量|立方米|10|2124350|2107490|
|四、排水量|立方米|12|88310|90400|''',
'''enterprise={N}
year=2025
intake=186420 立方米
intake.surface=61200 立方米
intake.tap=125220 立方米
reuseTotal=2124350 立方米
discharged=88310 立方米''', 'this year is the left value column')
P('html', '''
# 205-4 工业企业用水情况
统一社会信用代码 {C}　单位名称 {N}　报告期 2025年1-12月　单位：万立方米
|取水总量|<|<|重复用水量|<|废水排放量|
|自来水|地下水|小计|循环水|回用水|^|
|8.46|0.52|8.98|76.3|4.11|5.07|''',
'''enterprise={N}
creditCode={C}
year=2025
intake=8.98 万立方米
intake.ground=0.52 万立方米
recirculated=76.3 万立方米
reused=4.11 万立方米
discharged=5.07 万立方米''', 'unit above the table; reused here = 回用水 only, 重复用水 = 循环+回用')
P('docx', '''
表　　号：205-4表
# 工业企业用水情况
综合机关名称：{N}　2025年
|指 标|计量单位|数量|
|取水量合计|千立方米|41.37|
|自来水|千立方米|41.37|
|重复用水量|千立方米|312.8|
|外排水量|千立方米|22.05|
重复利用率 = 312.8 ÷（41.37+312.8）= {=312.8/(41.37+312.8)*100|.2f}%
填表人：管晓彤　报出日期：2026年1月15日''',
'''enterprise={N}
year=2025
intake=41.37 千立方米
reuseTotal=312.8 千立方米
discharged=22.05 千立方米
reuseRate={=312.8/(41.37+312.8)*100|.2f} %''')

T('stat-B204-1', 'B204-1表 工业产销总值及主要产品产量')
P('xlsx', '''
# 工业产销总值及主要产品产量
|统一社会信用代码|{C}|表号|B204-1表|
|单位详细名称|{N}|报告期|2025年1—12月|
@产值
|指标名称|计量单位|代码|本月|1—本月|上年1—本月|
|工业总产值（当年价格）|千元|01|78214|912536|875402|
|工业销售产值（当年价格）|千元|04|76690|901127|870018|
|#出口交货值|千元|05|10240|118905|99871|
@产量
|产品名称|计量单位|产品代码|1—本月产量|1—本月销售量|
|{P}|台|3800112|48216|47920|
|配件|吨|3800990|312.5|301|''',
'''enterprise={N}
creditCode={C}
year=2025
outputValue=912536 千元
product={P}
output=48216 台
salesVolume=47920 台''', 'cumulative column, not the month; heading on the first sheet only')
P('csv', '''
|B204-1表|工业产销总值及主要产品产量|2025年1-12月|||
|单位详细名称|{N}||||
|一、产销总值|计量单位|1-12月|||
|工业总产值|万元|65830.4|||
|工业销售产值|万元|64912.7|||
|二、主要产品|计量单位|生产量|销售量|期末库存量|
|{P}|吨|23418.6|23105.2|640.8|''',
'''enterprise={N}
year=2025
outputValue=65830.4 万元
salesValue=64912.7 万元
product={P}
output=23418.6 吨''')
P('html', '''
# B204-1 工业产销总值及主要产品产量
填报单位：{N}　信用代码：{C}
|项目|2023年|2024年|2025年|
|工业总产值（亿元）|11.86|12.40|13.275|
|工业销售产值（亿元）|11.52|12.11|12.988|
|{P}产量（万吨）|24.31|25.02|26.774|
备注：按当年价格计算。''',
'''enterprise={N}
creditCode={C}
year=2025
outputValue=13.275 亿元
output=26.774 万吨
product={P}''', 'three years side by side; expected = 2025')

T('energy-status-report', '能源利用状况报告')
P('docx', '''
# 重点用能单位能源利用状况报告（2025年度）
报告单位：{N}
|综合能源消费量（当量值）|12,806.3 tce|综合能源消费量（等价值）|23,915.8 tce|
|工业总产值（可比价）|138,420 万元|单位产值综合能耗|{=12806.3/138420|.4f} tce/万元|
|电力消费量|5,963.2 万kWh|能源管理负责人|贾汝舟|
报告日期：2026年3月20日''',
'''enterprise={N}
year=2025
totalTce=12,806.3 tce
electricity.consumption=5,963.2 万kWh
outputValue=138,420 万元
unitEnergyPerOutputValue={=12806.3/138420|.4f} tce/万元
responsible=贾汝舟''', 'totalTce = equivalent 当量, not 等价')
P('xlsx', '''
@基本情况
|单位名称|{N}|
|统一社会信用代码|{C}|
|报告年度|2025|
|能源管理师|步云卿|
@能源消费结构
|能源品种|计量单位|消费量|折标系数|折标量（tce）|占比|
|电力|MWh|40528|0.1229|{=40528*.1229|.1f}|{=40528*.1229/(40528*.1229+2210000*.00133)*100|.1f}%|
|天然气|Nm³|2210000|0.00133|{=2210000*.00133|.1f}|{=2210000*.00133/(40528*.1229+2210000*.00133)*100|.1f}%|
|合计|||||{=40528*.1229+2210000*.00133|.1f}|100%|
@节能目标
|年度节能量目标（tce）|160|完成（tce）|173|'''.replace('|||||', '||||'),
'''enterprise={N}
creditCode={C}
year=2025
electricity.consumption=40528 MWh
naturalGas.consumption=2210000 Nm³
totalTce={=40528*.1229+2210000*.00133|.1f} tce
responsible=步云卿''', 'title missing: known by its sheets')
P('txt', '''
{N}2025年能源利用状况报告（摘要）
一、全年综合能源消费量1.86万吨标准煤，同比下降2.4%。其中电力4,210万千瓦时、原煤1.88万吨。
二、工业总产值9.27亿元，万元产值能耗0.2006吨标准煤。
三、主要产品{P}产量6.15万吨。
四、能源管理岗位负责人：时敏。
二〇二六年三月二十七日''',
'''enterprise={N}
year=2025
totalTce=1.86 万吨标准煤
electricity.consumption=4,210 万千瓦时
rawCoal.consumption=1.88 万吨
outputValue=9.27 亿元
output=6.15 万吨''')

T('energy-audit', '能源审计报告')
P('docx', '''
# {N}能源审计报告
审计机构：海岳节能技术服务有限公司
审计期：2025年1月1日—2025年12月31日　　报告编号：NYSJ-2026-017　　报告日期：2026年4月15日
审计边界：{A}厂区内主要生产系统、辅助生产系统和附属生产系统，不含职工宿舍。
|项目|数值|单位|
|综合能耗|5,418.7|tce|
|产品产量|31,204|t|
|单位产品综合能耗|{=5418.7/31204*1000|.2f}|kgce/t|
|节能潜力|286|tce/a|
审计结论：能源利用水平优于行业基准值。审计组长：庾亮''',
'''enterprise={N}
auditor=海岳节能技术服务有限公司
periodFrom=2025-01-01
periodUntil=2025-12-31
date=2026-04-15
totalTce=5,418.7 tce
output=31,204 t
unitEnergy={=5418.7/31204*1000|.2f} kgce/t
savings=286 tce/a''')
P('txt', '''
能源诊断（审计）结论
受{N}委托，四方绿能咨询有限公司于2025年9月对其2024年度能源利用情况进行了审计。审计范围为全厂（含空压站、锅炉房，不含食堂）。
2024年该企业消耗电力2,650.4万kWh、天然气98.2万m³，综合能源消费量{=2650.4*1.229+98.2*13.3|.1f}吨标准煤；{P}产量80.5万件，单位产品综合能耗{=(2650.4*1.229+98.2*13.3)*1000/805000|.3f}kgce/件。
提出节能措施4项，预计年节能量152吨标准煤。
四方绿能咨询有限公司（盖章）  2025年10月22日''',
'''enterprise={N}
auditor=四方绿能咨询有限公司
year=2024
electricity.consumption=2,650.4 万kWh
naturalGas.consumption=98.2 万m³
totalTce={=2650.4*1.229+98.2*13.3|.1f} 吨标准煤
unitEnergy={=(2650.4*1.229+98.2*13.3)*1000/805000|.3f} kgce/件
savings=152 吨标准煤
date=2025-10-22''')
P('xlsx', '''
@封面
|报告名称|企业能源审计报告|
|被审计单位|{N}|
|审计单位|恒泽能源审计事务所|
|审计期|2025年度|
|完成日期|d:2026-05-06|
@能量平衡
|项目|购入（tce）|<|加工转换（tce）|输送损失（tce）|终端利用（tce）|
|^|电|燃气|^|^|^|
|数值|2212.2|1330|-84.6|-21.3|3436.3|
@指标
|指标|单位|审计值|限额先进值|
|单位产品综合能耗|kgce/台|71.08|75|
|节能潜力|tce|118.5||''',
'''enterprise={N}
auditor=恒泽能源审计事务所
year=2025
date=2026-05-06
unitEnergy=71.08 kgce/台
savings=118.5 tce''', 'limit value stands beside the audited value')

T('meter-ledger', '能源计量器具台账')
P('xlsx', '''
# 能源计量器具一览表
单位：{N}　　依据：GB 17167-2025　　更新日期：2026年3月1日
|序号|器具编号|名称|型号规格|准确度等级|测量范围|安装地点|能源种类|级别|检定/校准|<|检定机构|
|^|^|^|^|^|^|^|^|^|检定日期|下次检定日期|^|
|1|DN-001|三相智能电能表|DTZ341|0.5S|3×1.5(6)A|总降10kV进线|电|进出用能单位|d:2025-08-20|d:2027-08-19|×省计量院|
|2|DN-014|电能表|DTS634|1.0|3×5A|冲压车间|电|次级用能单位|d:2025-03-11|d:2027-03-10|×省计量院|
|3|TR-001|气体涡轮流量计|LWQ-80|1.5|13~250m³/h|调压站|天然气|进出用能单位|d:2025-06-05|d:2026-06-04|市计量所|
|4|SB-003|超声水表|DN100|2|—|取水口|水|进出用能单位|d:2024-10-15|d:2026-10-14|市计量所|
配备率：100%　检定合格率：100%''',
'''enterprise={N}
date=2026-03-01
meterId=DN-001 // DN-014 // TR-001 // SB-003
accuracyClass=0.5S // 1.0 // 1.5 // 2
calibrationDate=2025-08-20 // 2025-03-11 // 2025-06-05 // 2024-10-15
nextDue=2027-08-19 // 2027-03-10 // 2026-06-04 // 2026-10-14
equippingRate=100 %''', 'two-row merged header, serial dates, totals below the table')
P('csv', '''
|{N}能源计量器具台账||||||||
|编号|计量器具名称|型号|准确度|安装位置|用能级别|检定日期|有效期至|状态|
|E101|电能表|DSZ178|0.2S|变电站|用能单位|2025-05-12|2027-05-11|在用|
|E205|电能表|DTSD106|0.5|熔炼车间|次级|2024-11-03|2026-11-02|在用|
|G01|天然气流量计|TBQZ|1.0|锅炉房|用能单位|2025-09-30|2026-09-29|在用|
|应配数 3 实配数 3 配备率100%||||||||''',
'''enterprise={N}
meterId=E101 // E205 // G01
accuracyClass=0.2S // 0.5 // 1.0
nextDue=2027-05-11 // 2026-11-02 // 2026-09-29
level=用能单位 // 次级 // 用能单位
equippingRate=100 %''')
P('docx', '''
# 计量器具台账卡片（能源类）
使用单位：{N}
|器具编号|ZQ-02|器具名称|蒸汽涡街流量计|
|型号|LUGB-150|准确度等级|1.5级|
|测量范围|1~12 t/h|安装地点|蒸汽总管|
|计量对象|蒸汽|级别|主要次级用能单位|
|最近检定|2025年12月2日|下次检定|2026年12月1日|
|检定机构|云城计量检测中心|证书号|YJ2512-0087|
|器具编号|ZQ-03|器具名称|蒸汽涡街流量计|
|型号|LUGB-100|准确度等级|1.5级|
|最近检定|2025年12月2日|下次检定|2026年12月1日|
|检定机构|云城计量检测中心|证书号|YJ2512-0088|''',
'''enterprise={N}
meterId=ZQ-02 // ZQ-03
type=LUGB-150 // LUGB-100
accuracyClass=1.5级 // 1.5级
calibrationDate=2025-12-02 // 2025-12-02
nextDue=2026-12-01 // 2026-12-01
institution=云城计量检测中心 // 云城计量检测中心
certificateNo=YJ2512-0087 // YJ2512-0088''', 'cards: rows repeat per meter')

T('calibration-certificate', '检定/校准证书')
P('docx', '''
# 检 定 证 书
证书编号：DD2025-33170
送检单位：{N}
计量器具名称：三相电能表
型号/规格：DTZ22　准确度等级：0.5S级　出厂编号：20230177456
检定依据：JJG 596-2012
检定结论：合格
|检定日期|2025年07月22日|
|有效期至|2027年07月21日|
江川市计量测试所（检定专用章）''',
'''enterprise={N}
certificateNo=DD2025-33170
meterId=20230177456
accuracyClass=0.5S级
calibrationDate=2025-07-22
nextDue=2027-07-21
institution=江川市计量测试所
result=合格''')
P('txt', '''
校准证书 Calibration Certificate
证书编号 Certificate No.: LL26-00419
委托方 Client: {N}
样品 Description: 电磁流量计   型号 Model: MAG-DN80   编号 Serial No.: W8821
校准日期 Date of calibration: 2026-02-24
建议复校间隔: 12个月（建议复校日期 2027-02-23）
示值误差 -0.3%，扩展不确定度 U=0.2%（k=2）
精衡计量技术有限公司  CNAS L1XXXX''',
'''enterprise={N}
certificateNo=LL26-00419
meterId=W8821
calibrationDate=2026-02-24
nextDue=2027-02-23
institution=精衡计量技术有限公司''')
P('html', '''
# 检定结果通知单
|委托单位|{N}|证书号|RQ-2026-0312|
|器具|膜式燃气表|规格|G40|
|器具编号|KG-07|准确度|1.5级|
|检定日|2026年1月19日|有效期至|2029年1月18日|
|结论|合格|检定单位|南屏市质量计量检测所|''',
'''enterprise={N}
certificateNo=RQ-2026-0312
meterId=KG-07
calibrationDate=2026-01-19
nextDue=2029-01-18
institution=南屏市质量计量检测所
result=合格''')

T('ghg-report', '温室气体排放报告')
P('docx', '''
# 企业温室气体排放报告
报告主体：{N}　报告年度：2025年　编制日期：2026年3月6日
统一社会信用代码：{C}　所属行业代码：{I}
核算依据：GB/T 32150-2015
|源类别|活动数据|<|排放因子|<|排放量（tCO2）|
|^|数值|单位|数值|单位|^|
|化石燃料燃烧（天然气）|215.6|万Nm³|21.62|tCO2/万Nm³|{=215.6*21.62|.1f}|
|净购入电力|18640|MWh|0.5366|tCO2/MWh|{=18640*.5366|.1f}|
|净购入热力|9800|GJ|0.11|tCO2/GJ|{=9800*.11|.1f}|
|合计|<|<|<|<|{=215.6*21.62+18640*.5366+9800*.11|.1f}|''',
'''enterprise={N}
year=2025
date=2026-03-06
standard=GB/T 32150-2015
electricity.activityData=18640 MWh
electricity.factor=0.5366 tCO2/MWh
emissions.electricity={=18640*.5366|.1f} tCO2
total={=215.6*21.62+18640*.5366+9800*.11|.1f} tCO2''')
P('xlsx', '''
@基本信息
|报告主体|{N}|
|报告年度|2025|
|行业|{I}|
|负责人|{L}|
|核算标准|GB/T 32151.8-2015|
@排放汇总
|排放源|CO₂（t）|CH₄（t CO₂e）|N₂O（t CO₂e）|
|范围一 固定燃烧|15238.4|12.1|30.5|
|范围一 过程排放|8021|0|0|
|范围二 外购电力|20664.9|0|0|
|总量（tCO2e）|43966.9|<|<|
@活动数据
|名称|数值|单位|来源|
|外购电量|38510.8|MWh|电费结算单|
|电力因子|0.5366|tCO2/MWh|2022年全国平均|''',
'''enterprise={N}
year=2025
standard=GB/T 32151.8-2015
total=43966.9 tCO2e
emissions.electricity=20664.9 t
electricity.activityData=38510.8 MWh
electricity.factor=0.5366 tCO2/MWh
responsible={L}''', 'activity data on a third sheet; total merged over three gases')
P('md', '''
# {N} 2024年度温室气体清单报告
**组织边界**：{A}厂区，运营控制权法。
**结果**：2024年温室气体排放总量为 **9,872.6 tCO2e**，其中范围一 2,310.2 tCO2e，范围二（基于位置）7,562.4 tCO2e；范围三未量化。
净购入电量 14,093.2 MWh，因子0.5366 tCO2/MWh。
编制依据 GB/T 32150-2015、ISO 14064-1:2018。报告日期 2025-04-30。''',
'''enterprise={N}
year=2024
date=2025-04-30
total=9,872.6 tCO2e
emissions.scope1=2,310.2 tCO2e
emissions.scope2=7,562.4 tCO2e
electricity.activityData=14,093.2 MWh''')

T('ghg-verification', '温室气体核查声明')
P('docx', '''
# 温室气体核查声明
声明编号：GHGV-26-0155
华证低碳核查（深圳）有限公司依据ISO 14064-3:2019，对{N}2025年1月1日至2025年12月31日的温室气体排放进行了核查，核查边界为{A}。
保证等级：合理保证；重要性阈值：5%。
经核查的排放总量：26,418 tCO2e（范围一：6,020 tCO2e；范围二：20,398 tCO2e）。
签发日期：2026年4月2日''',
'''enterprise={N}
verifier=华证低碳核查（深圳）有限公司
statementNo=GHGV-26-0155
year=2025
assurance=合理保证
total=26,418 tCO2e
date=2026-04-02''')
P('html', '''
# 碳排放第三方核查结论
|被核查方|{N}|
|核查机构|北辰碳信技术有限公司|
|核查年度|2025|
|核查准则|GB/T 32150、GB/T 32151|
|保证程度|有限保证|
|企业法人边界排放量|5.183万吨CO2|
|其中：净购入电力|3.076万吨CO2|
|核查报告日期|2026-05-20|''',
'''enterprise={N}
verifier=北辰碳信技术有限公司
year=2025
assurance=有限保证
total=5.183 万吨CO2
date=2026-05-20''')
P('txt', '''
Verification Statement 核查意见书
No. VS/2025/3391
Client: {N}
经抽样核查，{N}2024日历年温室气体排放量 8 214.5 吨二氧化碳当量的声明在所有重大方面公允（合理保证等级）。
核查机构：瑞和认证（苏州）有限公司      组长：辛蓓
2025年6月11日''',
'''enterprise={N}
statementNo=VS/2025/3391
verifier=瑞和认证（苏州）有限公司
year=2024
total=8 214.5 吨二氧化碳当量
assurance=合理保证
date=2025-06-11''', 'thousands separated by a space')

T('product-carbon-footprint', '产品碳足迹报告')
P('docx', '''
# 产品碳足迹报告
产品：{P}　企业：{N}
|功能单位|1 t {P}|
|系统边界|从摇篮到大门|
|核算周期|2025年1月1日—2025年12月31日|
|依据标准|GB/T 24067-2024|
|碳足迹|1.842 tCO2e/t|
|核查机构|清源碳测评估有限公司|
|报告日期|2026年3月31日|
原材料获取阶段占71.2%，生产阶段占26.5%，运输占2.3%。''',
'''enterprise={N}
product={P}
functionalUnit=1 t {P}
boundary=从摇篮到大门
periodFrom=2025-01-01
periodUntil=2025-12-31
standard=GB/T 24067-2024
result=1.842 tCO2e/t
verifier=清源碳测评估有限公司
date=2026-03-31''')
P('xlsx', '''
@声明单位
|生产者|{N}|产品名称|{P}|声明单位|1台|
|标准|ISO 14067:2018|数据期|2025年|边界|摇篮到坟墓|
@阶段结果
|生命周期阶段|碳足迹（kgCO2e/台）|占比|
|原材料|186.4|{=186.4/912.7*100|.1f}%|
|制造|52.9|{=52.9/912.7*100|.1f}%|
|分销|11.3|{=11.3/912.7*100|.1f}%|
|使用|654.6|{=654.6/912.7*100|.1f}%|
|废弃|7.5|{=7.5/912.7*100|.1f}%|
|合计|912.7|100%|''',
'''enterprise={N}
product={P}
functionalUnit=1台
boundary=摇篮到坟墓
standard=ISO 14067:2018
year=2025
result=912.7 kgCO2e/台''', 'unit in the header')
P('html', '''
# Product Carbon Footprint Statement 产品碳足迹声明
{N}委托天枢绿证（杭州）有限公司按GB/T 24067-2024对其2024年生产的{P}进行碳足迹量化与核查。以1件产品为功能单位，摇篮到大门，结果为0.657 kgCO2e/件，现场数据占比82%。
声明编号：PCF-2025-1108　签发：2025-08-29　有效期至：2027-08-28''',
'''enterprise={N}
verifier=天枢绿证（杭州）有限公司
standard=GB/T 24067-2024
year=2024
result=0.657 kgCO2e/件
statementNo=PCF-2025-1108
date=2025-08-29
validUntil=2027-08-28''')

T('platform-description', '能碳管理平台说明')
P('docx', '''
# 能碳管理中心系统功能说明书
建设单位：{N}　供应商：数衡智能科技有限公司　验收日期：2025年11月20日　版本 V2.3
系统采用“采集层—平台层—应用层”三层架构，接入电表126块、气表8块、水表21块。
主要功能：
1. 能耗查询；2. 能源消费量和强度计算；3. 能效对标；4. 能流分析；5. 碳排放核算；6. 碳足迹核算。''',
'''enterprise={N}
supplier=数衡智能科技有限公司
acceptanceDate=2025-11-20
functions=能耗查询 // 能源消费量和强度计算 // 能效对标 // 能流分析 // 碳排放核算 // 碳足迹核算
functionCount=6 项''', 'count is counted, not written')
P('html', '''
# 数字化能碳管理平台验收报告
|项目|内容|
|用户单位|{N}|
|合同编号|NT-2024-0913|
|承建单位|碳云互联（成都）有限公司|
|验收日期|2024年12月27日|
|验收结论|通过|
功能符合性核对表
|序号|功能|是否具备|
|1|能耗查询|是|
|2|能源消费量和强度计算|是|
|3|能源消费分析与用能策略推荐|是|
|4|能效对标|是|
|5|能流分析|否|
|6|碳排放核算|是|
|7|碳资产管理|否|''',
'''enterprise={N}
contractNo=NT-2024-0913
supplier=碳云互联（成都）有限公司
acceptanceDate=2024-12-27
result=通过
functions=能耗查询 // 能源消费量和强度计算 // 能源消费分析与用能策略推荐 // 能效对标 // 碳排放核算
functionCount=5 项''', 'rows answered 否 do not count')
P('md', '''
# 能碳平台架构与功能
- 使用单位：{N}
- 上线运行：2025-06-01；项目验收：2025-07-15
- 开发：自研（信息部）
## 功能模块
|模块|状态|
|能耗查询|已上线|
|能效平衡与优化|已上线|
|用能与碳排放预算管理|已上线|
|碳核查支撑|已上线|
|供应链碳管理|规划中|''',
'''enterprise={N}
acceptanceDate=2025-07-15
functions=能耗查询 // 能效平衡与优化 // 用能与碳排放预算管理 // 碳核查支撑
functionCount=4 项''', 'planned module does not count')

T('green-power-contract', '绿色电力交易合同')
P('docx', '''
# 绿色电力交易合同
合同编号：GP-2025-JY-0288
售电方：朔风新能源发电有限公司
购电方：{N}
第一条 交易期间：2025年1月1日至2025年12月31日。
第二条 合同电量：8,600兆瓦时，对应绿证随电量划转。
第三条 电能量价格0.412元/千瓦时，环境价值0.03元/千瓦时。
第四条 结算以交易中心结算依据为准。
（双方盖章）　签订日期：2024年12月18日''',
'''enterprise={N}
contractNo=GP-2025-JY-0288
counterparty=朔风新能源发电有限公司
periodFrom=2025-01-01
periodUntil=2025-12-31
volume=8,600 兆瓦时
date=2024-12-18''')
P('xlsx', '''
# 绿电交易电量结算单（2025年）
|购方|{N}|售方|澜江光伏电力有限公司|合同号|LD25-1177|
|月份|成交电量（万千瓦时）|结算电量（万千瓦时）|结算电价（元/千瓦时）|
|1-3月|60|58.2|0.43|
|4-6月|75|75|0.428|
|7-9月|80|79.6|0.431|
|10-12月|65|64.1|0.43|
|合计|280|276.9||''',
'''enterprise={N}
contractNo=LD25-1177
counterparty=澜江光伏电力有限公司
year=2025
volume=276.9 万千瓦时''', 'volume = settled, not contracted (280)')
P('txt', '''
分布式光伏发电项目购售电协议（合同能源管理）
甲方（用电方）：{N}
乙方（投资方）：昭阳分布式能源有限公司
一、乙方在甲方厂房屋顶建设装机容量5.2MWp光伏电站，所发绿色电力优先供甲方使用。
二、合同期限20年，自2024年7月1日起至2044年6月30日止。
三、预计年供绿色电力电量480万千瓦时，电价按电网同时段价格的85%。
签约时间：2024年3月21日   合同号：ZY-PPA-24-09''',
'''enterprise={N}
contractNo=ZY-PPA-24-09
counterparty=昭阳分布式能源有限公司
periodFrom=2024-07-01
periodUntil=2044-06-30
volume=480 万千瓦时
date=2024-03-21''', 'expected yearly volume; capacity is no volume')

T('green-certificate', '绿色电力证书')
P('docx', '''
# 绿色电力证书
Green Electricity Certificate
证书编号：GEC20250413000178-GEC20250413002177
持有人：{N}
项目名称：玉河100MW风电项目　发电方：玉河风能有限公司
电量生产年月：2025年4月
数量：2000个（每个对应1000千瓦时可再生能源电量）
核发日期：2025年6月10日
F:核发机构：国家能源局电力业务资质管理中心''',
'''holder={N}
certificateNo=GEC20250413000178-GEC20250413002177
counterparty=玉河风能有限公司
volume=2000 个
period=2025-04
issuedOn=2025-06-10''', '2000 certificates = 2000 MWh')
P('html', '''
# 绿证核销证明
|绿证持有单位|{N}|<|
|统一社会信用代码|{C}|<|
|绿证编号|发电类型|电量（MWh）|
|GEC-2025-SD-77120001~77121500|光伏|1500|
|GEC-2025-FD-88000301~88000800|风电|500|
|合计||2000|
|核销用途|2025年度绿色电力消费|<|
|核销日期|2026年2月27日|<|''',
'''holder={N}
creditCode={C}
certificateNo=GEC-2025-SD-77120001~77121500 // GEC-2025-FD-88000301~88000800
volume=2000 MWh
year=2025
date=2026-02-27''', '', 'gb18030')
P('csv', '''
|绿证交易明细|||||
|买方|{N}||||
|证书编号段|卖方|生产月份|数量(个)|交易日期|
|GEC2025010500001-0800|北塬光伏|2025年1月|800|2025-05-16|
|GEC2025020500001-0450|北塬光伏|2025年2月|450|2025-05-16|
|合计|||1250||''',
'''holder={N}
certificateNo=GEC2025010500001-0800 // GEC2025020500001-0450
volume=1250 个
counterparty=北塬光伏
date=2025-05-16''')

T('renewable-power-list', '可再生能源电力消费核算清单')
P('xlsx', '''
# 可再生能源电力消费核算清单（2025年度）
企业名称：{N}
|来源|电量（万kWh）|凭证编号|
|自建自用光伏|312.4|PV表 GF-01|
|绿电交易|560|GP25-0031|
|绿证|200|GEC25-0098|
|合计|1072.4||
|企业用电总量|3105.8||''',
'''enterprise={N}
year=2025
selfBuilt=312.4 万kWh
traded=560 万kWh
certificates=200 万kWh
volume=1072.4 万kWh
electricity.consumption=3105.8 万kWh''', 'total before total consumption')
P('docx', '''
# 可再生能源电力消费情况核算清单
由江海电力交易中心有限公司出具，编号：KZS-2026-00417
{N}（{C}）2025年1—12月可再生能源电力消费量共计6,214.50兆瓦时，其中绿电交易电量5,000.00兆瓦时，对应绿证1,214个（1,214.00兆瓦时），分布式上网自用0.50兆瓦时。
本清单加盖电子印章有效。出具日期：2026年1月30日''',
'''enterprise={N}
creditCode={C}
documentNo=KZS-2026-00417
issuer=江海电力交易中心有限公司
volume=6,214.50 兆瓦时
traded=5,000.00 兆瓦时
date=2026-01-30''')
P('csv', '''
|可再生能源电力消费核算清单,光伏发电自用计量记录|||
|单位|{N}|年度|2025|
|季度|发电量(kWh)|自用量(kWh)|上网量(kWh)|
|一季度|412300|398150|14150|
|二季度|688920|645010|43910|
|三季度|701455|662300|39155|
|四季度|433010|421880|11130|
|合计|2235685|2127340|108345|''',
'''enterprise={N}
year=2025
generated=2235685 kWh
selfBuilt=2127340 kWh''', 'self-use, not generation, counts')
# ======================================================= C. resources, waste, emissions, land, product
T('water-ledger', '用水台账 / 水平衡测试')
P('csv', '''
|{N}2025年用水台账（单位：立方米）|||||
|月份|自来水|河水|循环水量|回用水量|排水量|
|1-6月|21340|8450|402300|12600|11020|
|7-12月|23110|9120|415880|13950|12240|
|合计|44450|17570|818180|26550|23260|''',
'''enterprise={N}
year=2025
intake.tap=44450 立方米
intake.surface=17570 立方米
recirculated=818180 立方米
reused=26550 立方米
discharged=23260 立方米''', 'intake total not written')
P('docx', '''
# 水平衡测试报告（结论）
测试单位：{N}　承担单位：碧源水务技术有限公司
测试时间：2025年8月4日—8月8日
|参数|符号|水量（m³/d）|
|取水量|Vi|612|
|重复利用水量|Vr|7,340|
|耗水量|Vco|398|
|排水量|Vd|214|
重复利用率：{=7340/(612+7340)*100|.2f}%''',
'''enterprise={N}
tester=碧源水务技术有限公司
date=2025-08-08
intake=612 m³/d
reuseTotal=7,340 m³/d
discharged=214 m³/d
reuseRate={=7340/(612+7340)*100|.2f} %''', 'daily quantities; date = last day')
P('html', '''
# 企业用水计量统计表
|{N}|2023年|2024年|2025年|
|取水量（万m³）|31.2|29.8|28.45|
|其中自来水（万m³）|31.2|29.8|28.45|
|循环用水量（万m³）|402|411|420.6|
|串联/回用水量（万m³）|9.1|10.4|11.8|
|外排废水（万m³）|12.9|12.1|11.36|''',
'''enterprise={N}
year=2025
intake=28.45 万m³
recirculated=420.6 万m³
reused=11.8 万m³
discharged=11.36 万m³''', 'three years; expected = 2025', 'gb18030')

T('water-licence', '取水许可证')
P('docx', '''
# 取 水 许 可 证
编号：D{G}S2024-0117
|取水权人名称|{N}|法定代表人|{L}|
|取水地点|{A}厂区东侧|取水方式|蓄水工程|
|取水量|26.5万立方米/年|取水用途|工业用水|
|水源类型|地表水|退水量|9万立方米/年|
|有效期限|自2024年5月1日至2029年4月30日|<|<|
审批机关（印章）{R}水利局　2024年4月22日''',
'''holder={N}
licenceNo=D{G}S2024-0117
volume=26.5 万立方米/年
validFrom=2024-05-01
validUntil=2029-04-30
issuedOn=2024-04-22
issuer={R}水利局''')
P('html', '''
# 取水许可电子证照
|证照编号|B{G}G2021-0032|
|持证主体|{N}|
|主体代码|{C}|
|水源类型|地下水|
|年许可取水量|38000立方米|
|有效期起|2021-09-01|
|有效期止|2026-08-31|
|颁发机关|{R}水行政主管部门|''',
'''holder={N}
creditCode={C}
licenceNo=B{G}G2021-0032
volume=38000 立方米
validFrom=2021-09-01
validUntil=2026-08-31''')
P('txt', '''
取水许可证（延续）
    准予{N}在{A}取用城市再生水，年取水量不超过12.8万m³。许可证编号：C{G}Z2025-0004，原证号C{G}Z2020-0011废止。
    有效期五年：2025年7月10日至2030年7月9日。
                        {R}水务局　2025年6月30日''',
'''holder={N}
licenceNo=C{G}Z2025-0004
volume=12.8 万m³
validFrom=2025-07-10
validUntil=2030-07-09
issuedOn=2025-06-30''', 'old licence number beside the new one')

T('material-ledger', '原辅材料消耗台账')
P('xlsx', '''
# 2025年主要原材料消耗台账
编制单位：{N}
|物料名称|规格|计量单位|期初库存|本年购进|本年消耗|期末库存|
|钢材|Q235|t|120.5|8650|8602.3|168.2|
|铜线|QZ-2|t|14.2|1210|1205.6|18.6|
|合格产品产量|—|台|||{=48000|d}||''',
'''enterprise={N}
year=2025
material=钢材 // 铜线
use.钢材=8602.3 t
use.铜线=1205.6 t
output=48000 台''', 'opening, purchase and closing beside use')
P('csv', '''
|单位：{N}|原材料单耗统计|2025年度||
|原料|消耗量(吨)|产品产量(吨)|单耗(吨/吨)|
|纯碱|18560.2|92801|{=18560.2/92801|.4f}|
|石英砂|66110|92801|{=66110/92801|.4f}|''',
'''enterprise={N}
year=2025
material=纯碱 // 石英砂
use.纯碱=18560.2 吨
use.石英砂=66110 吨
output=92801 吨
unitUse.纯碱={=18560.2/92801|.4f} 吨/吨''')
P('txt', '''
{N}原材料消耗说明
2025年公司共生产{P}6.2万件，消耗主要原材料树脂3,410吨、填料1,125吨，其中再生树脂420吨。单位产品树脂消耗{=3410*1000/62000|.1f}kg/件。
（数据来源：ERP领料单、采购发票）''',
'''enterprise={N}
year=2025
output=6.2 万件
material=树脂 // 填料 // 再生树脂
use.树脂=3,410 吨
use.填料=1,125 吨
unitUse.树脂={=3410*1000/62000|.1f} kg/件''')

T('waste-ledger', '一般工业固体废物台账')
P('xlsx', '''
@2025汇总
# 一般工业固体废物管理台账
|填报单位|{N}|年度|2025|
|废物名称|代码|上年末贮存（t）|产生量（t）|综合利用（t）|<|处置（t）|年末贮存（t）|
|^|^|^|^|自行利用|委托利用|^|^|
|边角料|SW17|12|1460.5|0|1455|0|17.5|
|废包装物|SW17|0|86.2|0|86.2|0|0|
|污泥|SW07|3.4|55|0|0|58.4|0|
|合计||15.4|1601.7|0|1541.2|58.4|17.5|
@去向
|接收单位|废物|
|恒源再生资源有限公司|边角料|''',
'''enterprise={N}
year=2025
generated=1601.7 t
used=1541.2 t
disposed=58.4 t
openingStock=15.4 t
closingStock=17.5 t
receiver=恒源再生资源有限公司''', 'used = own + commissioned')
P('csv', '''
|一般工业固废出入库台账|{N}||||
|日期|固废名称|产生量(kg)|出库量(kg)|接收单位|去向|
|2025-01-10|炉渣|42150|40000|青禾建材有限公司|综合利用|
|2025-04-11|炉渣|38900|39500|青禾建材有限公司|综合利用|
|2025-08-09|炉渣|40220|41000|青禾建材有限公司|综合利用|
|2025-12-05|炉渣|39730|39800|青禾建材有限公司|综合利用|
|合计|炉渣|161000|160300|||''',
'''enterprise={N}
year=2025
generated=161000 kg
used=160300 kg
receiver=青禾建材有限公司''', 'in kg; movements with a total')
P('docx', '''
# 工业固体废物产生与利用情况说明
{N}2025年度一般工业固体废物产生量为3,268.4吨，其中综合利用量3,105.0吨（含利用往年贮存量25.0吨），安全处置量170.0吨，年末贮存18.4吨，年初贮存25.0吨。
综合利用率 = 3,105.0 ÷（3,268.4 + 25.0）= {=3105.0/(3268.4+25)*100|.2f}%。
接收单位：长丰环保新材料有限公司（合同CF-2025-03）。''',
'''enterprise={N}
year=2025
generated=3,268.4 吨
used=3,105.0 吨
disposed=170.0 吨
openingStock=25.0 吨
closingStock=18.4 吨
stockUsed=25.0 吨
rate={=3105.0/(3268.4+25)*100|.2f} %
receiver=长丰环保新材料有限公司''')

T('hazardous-transfer-slip', '危险废物转移联单')
P('docx', '''
# 危险废物转移联单
联单编号：2025{G}004417
|移出人|{N}|经办人|谷秋白|
|废物名称|废矿物油|废物代码|900-249-08|
|危险特性|T, I|形态|液态|
|移出重量|3.62吨|移出日期|2025年9月18日|
|承运人|顺安危货运输有限公司|车牌|{V}A·0××87|
|接收人|绿循环境科技有限公司|许可证编号|3308000217|
|接收重量|3.61吨|接收日期|2025年9月19日|
|处置方式|R9|<|<|''',
'''enterprise={N}
slipNo=2025{G}004417
wasteCode=900-249-08
quantity=3.62 吨
receivedQuantity=3.61 吨
receiver=绿循环境科技有限公司
licenceNo=3308000217
date=2025-09-18''', 'weights differ by 0.01 t between shipping and receipt')
P('csv', '''
|固体废物管理信息系统导出-转移联单列表||||||||
|联单号|移出单位|废物名称|废物代码|数量(吨)|移出时间|接收单位|经营许可证|处置方式|
|2025{G}110023|{N}|废活性炭|900-039-49|1.85|2025-03-06|固环再生处置有限公司|S42-05-0011|D10|
|2025{G}110078|{N}|废油漆渣|900-252-12|0.94|2025-08-21|固环再生处置有限公司|S42-05-0011|D10|''',
'''enterprise={N}
slipNo=2025{G}110023 // 2025{G}110078
wasteCode=900-039-49 // 900-252-12
quantity=1.85 吨 // 0.94 吨
receiver=固环再生处置有限公司
licenceNo=S42-05-0011
date=2025-03-06 // 2025-08-21''')
P('txt', '''
危险废物转移联单（电子版打印）
编号 2026{G}220013   状态：办结
移出：{N}（{C}）   移出日期 2026年1月20日
废物：废酸 HW34 900-300-34   计划转移量 8吨   实际转移量 7.9吨
运输：鸿达物流
接收：源清化工处理有限公司   许可证号 HF2023-006   接收日期 2026年1月20日   签收量 7.9吨''',
'''enterprise={N}
creditCode={C}
slipNo=2026{G}220013
wasteCode=900-300-34
quantity=7.9 吨
receiver=源清化工处理有限公司
licenceNo=HF2023-006
date=2026-01-20''', 'planned 8, actual 7.9')

T('waste-contract', '固废/危废委托处置合同（转移合同）')
P('docx', '''
# 危险废物委托处置合同
合同编号：HW-2025-0619
甲方（产废单位）：{N}
乙方（处置单位）：长阪环境治理有限公司，危险废物经营许可证编号：HN-0432（有效期至2027年3月14日）
第一条 甲方委托乙方处置下列危险废物：
|废物名称|代码|预计数量（吨/年）|处置方式|
|废乳化液|HW09 900-006-09|12|物化|
|废活性炭|HW49 900-039-49|4.5|焚烧|
第二条 合同有效期自2025年1月1日起至2025年12月31日止。
甲方（章）　乙方（章）　　签订日期：2024年12月26日''',
'''enterprise={N}
contractNo=HW-2025-0619
receiver=长阪环境治理有限公司
licenceNo=HN-0432
licenceValidUntil=2027-03-14
wasteCode=900-006-09 // 900-039-49
quantity=12 吨/年 // 4.5 吨/年
validFrom=2025-01-01
validUntil=2025-12-31
date=2024-12-26''')
P('txt', '''
一般工业固体废物综合利用协议
委托方：{N}        受托方：恒耀再生资源利用有限公司
协议编号：HY-GF-2026-12
1、委托方将生产过程中产生的废塑料边角料（SW17）全部交由受托方综合利用，预计年数量260吨。
2、受托方具备再生资源回收经营备案，营业范围含非金属废料加工。
3、协议期限：贰年，2026年1月1日—2027年12月31日。
签约日 2025年12月30日''',
'''enterprise={N}
contractNo=HY-GF-2026-12
receiver=恒耀再生资源利用有限公司
wasteCode=SW17
quantity=260 吨
validFrom=2026-01-01
validUntil=2027-12-31
date=2025-12-30''', 'general waste')
P('html', '''
# 工业废物处理处置服务合同（摘录）
|合同号|XLF-2025-118|
|甲方|{N}|
|乙方|新龙峰环保有限公司|
|乙方资质|危险废物经营许可证 4403-112 有效期2022年8月3日至2027年8月2日|
|合同期|2025/04/01—2026/03/31|
|废物类别及数量|HW17 表面处理废物 336-064-17 20吨；HW22 含铜废物 398-051-22 35吨|''',
'''enterprise={N}
contractNo=XLF-2025-118
receiver=新龙峰环保有限公司
licenceNo=4403-112
licenceValidUntil=2027-08-02
wasteCode=336-064-17 // 398-051-22
quantity=20 吨 // 35 吨
validFrom=2025-04-01
validUntil=2026-03-31''', '', 'gb18030')

T('hazardous-licence', '危险废物经营许可证（接收单位）')
P('docx', '''
# 危险废物经营许可证
编号：ZHF3301000088
法人名称：杭屿固废处置有限公司
住所：浙江省杭屿市临港路15号
核准经营方式：收集、贮存、利用、处置
核准经营类别：HW08、HW09、HW12、HW49（900-039-49）
核准经营规模：20000吨/年
有效期限：自2023年6月1日至2028年5月31日
发证机关：浙江省生态环境厅　2023年5月24日''',
'''holder=杭屿固废处置有限公司
licenceNo=ZHF3301000088
categories=HW08 // HW09 // HW12 // HW49
capacity=20000 吨/年
validFrom=2023-06-01
validUntil=2028-05-31
issuedOn=2023-05-24''', 'the holder is the receiver, no enterprise of the pool')
P('html', '''
# 危废经营许可信息查询
|单位名称|固环再生处置有限公司|
|许可证编号|S42-05-0011|
|经营类别|HW12,HW17,HW49|
|许可有效期|2021-12-10 至 2026-12-09|
|发证机关|湖北省生态环境厅|
|核准规模|1.5万吨/年|
|状态|有效|''',
'''holder=固环再生处置有限公司
licenceNo=S42-05-0011
categories=HW12 // HW17 // HW49
capacity=1.5 万吨/年
validFrom=2021-12-10
validUntil=2026-12-09
status=有效''')
P('txt', '''
危 险 废 物 经 营 许 可 证（副本）
证号 HF2023-006
源清化工处理有限公司：
  根据《危险废物经营许可证管理办法》，准予你单位从事危险废物利用、处置经营活动。
  类别：HW34废酸 30000吨/年，HW35废碱 10000吨/年
  有效期：2023年11月15日至2028年11月14日
  河北省生态环境厅''',
'''holder=源清化工处理有限公司
licenceNo=HF2023-006
categories=HW34 // HW35
validFrom=2023-11-15
validUntil=2028-11-14
issuer=河北省生态环境厅''')

T('monitoring-report', '污染物检测报告')
P('docx', '''
H:检测报告　报告编号 LH2026-0233　CMA 231112050466
# 检 测 报 告
受检单位：{N}　检测地点：{A}　采样日期：2026年1月15日　报告日期：2026年1月26日
|采样点|污染物|检测结果|单位|标准限值|
|DA001废气排放口|颗粒物|4.2|mg/m³|20|
|DA001废气排放口|非甲烷总烃|12.6|mg/m³|60|
|DW001总排口|化学需氧量|86|mg/L|300|
检测机构：绿衡检测技术有限公司　分析方法：HJ 836-2017 等''',
'''enterprise={N}
reportNo=LH2026-0233
labQualification=231112050466
lab=绿衡检测技术有限公司
samplingDate=2026-01-15
date=2026-01-26
value.颗粒物=4.2 mg/m³
limit.颗粒物=20 mg/m³
value.化学需氧量=86 mg/L
limit.化学需氧量=300 mg/L''', 'report and CMA numbers in the page header')
P('xlsx', '''
@封面
|检测报告|SR-25-1187|
|委托单位|{N}|
|检测类别|委托检测（四季度）|
|CMA证书编号|210020349815|
|签发日期|d:2025-11-18|
@废水
|监测点位|项目|pH值|COD（mg/L）|氨氮（mg/L）|总磷（mg/L）|
|DW001|第一次|7.3|41|2.14|0.31|
|^|第二次|7.4|45|2.26|0.29|
|^|第三次|7.3|43|2.2|0.3|
|^|均值|—|43|2.2|0.3|
|执行标准限值|<|6~9|80|10|1|
@噪声
|点位|昼间dB(A)|夜间dB(A)|
|厂界东|56|46|
|厂界南|58|47|''',
'''enterprise={N}
reportNo=SR-25-1187
labQualification=210020349815
date=2025-11-18
value.COD=43 mg/L
limit.COD=80 mg/L
value.氨氮=2.2 mg/L
limit.氨氮=10 mg/L''', 'pollutants across; value = mean row')
P('html', '''
# 2025年第二季度自行监测结果
排污单位：{N}　委托实验室：青岚环境检测有限公司（CMA：191312340567）
报告：QL-2506-033　监测日期：2025年6月11日　出具日期：2025年6月20日
|排口|因子|实测浓度（mg/m³）|排放速率（kg/h）|许可限值（mg/m³）|
|DA002|二氧化硫|8|0.096|50|
|DA002|氮氧化物|37|0.444|150|
|DA005|颗粒物|3.1|0.028|30|''',
'''enterprise={N}
lab=青岚环境检测有限公司
labQualification=191312340567
reportNo=QL-2506-033
samplingDate=2025-06-11
date=2025-06-20
value.二氧化硫=8 mg/m³
value.氮氧化物=37 mg/m³
value.颗粒物=3.1 mg/m³
limit.氮氧化物=150 mg/m³''', 'concentration, not rate')

T('permit-annual-report', '排污许可证执行报告（年报）')
P('docx', '''
# 排污许可证执行报告（年报）
排污单位名称：{N}　排污许可证编号：{C}001V　报告时段：2025年
|污染物|许可年排放量（t）|实际排放量（t）|年均浓度|
|颗粒物|6.84|1.96|5.1 mg/m³|
|化学需氧量|4.15|1.02|62 mg/L|
结论：2025年度未发生超标、超总量情况。
提交日期：2026年1月12日''',
'''enterprise={N}
licenceNo={C}001V
year=2025
emission.颗粒物=1.96 t
emission.化学需氧量=1.02 t
value.颗粒物=5.1 mg/m³
date=2026-01-12''')
P('csv', '''
|排污许可证执行报告年报表|{N}|{C}003P|2025年度|
|污染物名称|排放方式|许可排放量(吨)|实际排放量(吨)|
|二氧化硫|有组织|3.2|0.41|
|氮氧化物|有组织|9.8|3.37|''',
'''enterprise={N}
licenceNo={C}003P
year=2025
emission.二氧化硫=0.41 吨
emission.氮氧化物=3.37 吨''')
P('txt', '''
{N}2025年排污许可年度执行报告（公开版）
许可证编号：{C}001Q；报告期内各排放口均达标。
全年实际排放：VOCs 1.128吨（许可2.76吨）；氨氮0.052吨（许可0.4吨）。
自行监测次数：废气4次，废水12次。
2026-01-30 提交''',
'''enterprise={N}
licenceNo={C}001Q
year=2025
emission.VOCs=1.128 吨
emission.氨氮=0.052 吨
date=2026-01-30''')

T('clean-production-audit', '清洁生产审核报告')
P('docx', '''
# 清洁生产审核报告
审核企业：{N}　咨询机构：永续环境咨询有限公司
审核师证书编号：CPA-2019-4471　　报告日期：2025年8月18日
第一章 预审核　第二章 审核　第三章 方案产生和筛选　第四章 方案确定　第五章 方案实施　第六章 持续清洁生产　第七章 结论
本轮审核基准年为2024年，共提出无/低费方案18项、中/高费方案3项，均已实施，年节电46.2万kWh，节水8,100m³，减少VOCs 1.3吨，取得经济效益68.4万元/年。''',
'''enterprise={N}
reviewer=永续环境咨询有限公司
auditorCertificateNo=CPA-2019-4471
date=2025-08-18
baselineYear=2024
optionsImplemented=21 项
results.electricity=46.2 万kWh
results.water=8,100 m³''', 'options 18 + 3 summed')
P('xlsx', '''
@概况
|报告|清洁生产审核报告（第二轮）|
|企业|{N}|
|审核机构|晟景环保工程有限公司|
|审核师证书号|QS-0771|
|审核基准年|2023|
|完成日期|d:2024-11-29|
@方案汇总
|类别|提出|实施|
|无/低费|14|14|
|中/高费|2|2|
|合计|16|16|''',
'''enterprise={N}
reviewer=晟景环保工程有限公司
auditorCertificateNo=QS-0771
baselineYear=2023
date=2024-11-29
optionsImplemented=16''')
P('md', '''
# {N}清洁生产审核工作总结
由本企业内审小组在**青澜咨询（宁海）有限公司**协助下完成，审核师杭一苇（证书号 NCPC-33-0185）。基准期：2022年1—12月。
方案：实施无低费12项、中高费1项，合计13项。成果：节约天然气9.6万m³/年，COD减排0.42t/年。
报告日期：2023-10-16。''',
'''enterprise={N}
reviewer=青澜咨询（宁海）有限公司
auditorCertificateNo=NCPC-33-0185
baselineYear=2022
optionsImplemented=13 项
results.naturalGas=9.6 万m³/年
date=2023-10-16''')

T('clean-production-acceptance', '清洁生产审核评估/验收意见')
P('docx', '''
# {R}生态环境局
关于{N}清洁生产审核验收意见的函　　×环清验〔2025〕18号
你公司开展的强制性清洁生产审核，经专家组评审，得分87分，同意通过验收。
请持续推进清洁生产。
2025年12月3日''',
'''enterprise={N}
documentNo=×环清验〔2025〕18号
date=2025-12-03
result=通过验收
issuer={R}生态环境局''')
P('txt', '''
清洁生产审核评估验收专家意见
企业：{N}
时间：2024年5月24日
结论：审核程序规范，方案得到实施，评分88分，验收合格，专家组组长：殷槐''',
'''enterprise={N}
date=2024-05-24
result=验收合格
score=88 分''')
P('html', '''
# 2025年度清洁生产审核通过验收企业公告（节选）
|文号|×工信公告〔2025〕44号|
|企业名称|{N}|
|统一社会信用代码|{C}|
|验收结果|通过|
|发布机关|{R}工业和信息化局|
|发布时间|2025-10-31|''',
'''enterprise={N}
creditCode={C}
documentNo=×工信公告〔2025〕44号
result=通过
date=2025-10-31
issuer={R}工业和信息化局''')

T('upgrade-project-list', '绿色低碳改造升级项目清单')
P('xlsx', '''
# 近三年绿色低碳改造升级项目清单
单位：{N}
|序号|项目名称|类型|投资额（万元）|开工|完成日期|效果|
|1|空压站变频改造|节能|186.5|d:2023-03-01|d:2023-07-20|年节电42万kWh|
|2|屋顶光伏一期|可再生能源|920|d:2024-02-10|d:2024-09-30|年发电210万kWh|
|3|废水中水回用|节水|245.8|d:2024-11-05|d:2025-06-15|年节水3.2万m³|
|三年合计投资|||{=186.5+920+245.8|.1f}||||''',
'''enterprise={N}
name=空压站变频改造 // 屋顶光伏一期 // 废水中水回用
investment=186.5 万元 // 920 万元 // 245.8 万元
completionDate=2023-07-20 // 2024-09-30 // 2025-06-15
totalInvestment={=186.5+920+245.8|.1f} 万元''', 'start date beside completion date')
P('docx', '''
# 节能改造项目竣工验收报告
项目单位：{N}　项目名称：熔炼炉余热回收改造　项目类型：余热利用
总投资：3,680,000元　开工日期：2024年4月　竣工日期：2025年3月28日
实施效果：年节约标准煤412吨。
验收结论：合格。''',
'''enterprise={N}
name=熔炼炉余热回收改造
type=余热利用
investment=3,680,000 元
completionDate=2025-03-28
effect.coal=412 吨''', 'single project, in 元')
P('csv', '''
|{N}绿色化改造项目表||||||
|项目|类型|投资(万元)|完成时间|节能量(tce)|备注|
|电机能效提升|节能|58.3|2023-10-31|36|已结项|
|烟气治理提标|减污|310|2024-12-20|0|已结项|
|能碳平台建设|数字化|126.7|2025-11-30|0|已结项|
|合计||495||||''',
'''enterprise={N}
investment=58.3 万元 // 310 万元 // 126.7 万元
completionDate=2023-10-31 // 2024-12-20 // 2025-11-30
totalInvestment=495 万元''')

T('equipment-list', '主要设备清单')
P('xlsx', '''
# 主要用能设备一览表
企业：{N}
|设备名称|型号|功率（kW）|数量|能效等级|投用日期|
|螺杆空压机|BLT-75A|55|2|一级能效|d:2022-06-10|
|三相异步电动机|YE4-250M|55|12|2级|d:2023-04-02|
|燃气锅炉|WNS4-1.25|—|1|—|d:2020-11-15|''',
'''enterprise={N}
name=螺杆空压机 // 三相异步电动机 // 燃气锅炉
model=BLT-75A // YE4-250M // WNS4-1.25
date=2022-06-10 // 2023-04-02 // 2020-11-15''')
P('html', '''
# 淘汰设备与先进装备对照表
|{N}|<|<|<|
|设备|型号|能效|目录依据|
|电力变压器|SCB18-1600/10|1级|重点用能产品设备能效先进水平|
|电机|YE5-180M|1级|工业节能技术装备推荐目录（2024年版）|
|水泵|IS100-80|—|无淘汰目录产品|''',
'''enterprise={N}
name=电力变压器 // 电机 // 水泵
model=SCB18-1600/10 // YE5-180M // IS100-80
efficiencyGrade=1级 // 1级''', 'third row has no grade: only two')
P('txt', '''
{N}现有主要生产设备共128台（套），其中绿色工艺装备：
  数控加工中心 VMC1270，9台，投产2021年；
  伺服注塑机 PL2000，6台，投产2023年，能效一级；
  落后机电设备（Y系列电机）已于2024年12月全部淘汰。''',
'''enterprise={N}
name=数控加工中心 // 伺服注塑机
model=VMC1270 // PL2000
number=9 台 // 6 台''')

T('land-title', '不动产权证书')
P('docx', '''
B:编号 No D 00618820
# 不 动 产 权 证 书
{V}（2022）{Y}不动产权第0183372号
|权利人|{N}|
|共有情况|单独所有|
|坐落|{A}|
|不动产单元号|{G} 008003 GB00017 F00010001|
|权利类型|国有建设用地使用权/房屋所有权|
|用途|工业用地|
|面积|土地使用权面积：40216.50㎡/房屋建筑面积：28644.32㎡|
|使用期限|2012年9月28日起2062年9月27日止|
登记机构：{Y}自然资源和规划局　2022年10月13日''',
'''holder={N}
documentNo={V}（2022）{Y}不动产权第0183372号
address={A}
landArea=40216.50 ㎡
floorArea=28644.32 ㎡
validUntil=2062-09-27
date=2022-10-13''', 'land and floor area in one cell; a serial in a box')
P('html', '''
# 土地使用权证信息
|证号|{V}（2018）{Y}不动产权第0027716号|
|土地使用权人|{N}|
|坐落|{A}|
|宗地面积|96.45亩|
|终止日期|2068-03-20|
|发证日期|2018-04-02|''',
'''holder={N}
documentNo={V}（2018）{Y}不动产权第0027716号
landArea=96.45 亩
validUntil=2068-03-20
date=2018-04-02''', 'in mu')
P('txt', '''
权利人：{N}
证号：{V}（2015）{Y}不动产权第0004418号
宗地位于{A}，使用权面积6.4821公顷，建筑物总建筑面积51,380.7平方米，房屋幢数7幢。
国有建设用地使用权（出让，工业），终止日期2064年12月8日。
登记日期：2015年12月9日''',
'''holder={N}
documentNo={V}（2015）{Y}不动产权第0004418号
address={A}
landArea=6.4821 公顷
floorArea=51,380.7 平方米
validUntil=2064-12-08
date=2015-12-09''', 'no heading; hectares')

T('building-permit', '建设工程规划许可证')
P('docx', '''
# 建设工程规划许可证
建字第{G}202100218号
|建设单位|{N}|
|建设项目名称|1#厂房、2#仓库|
|建设位置|{A}|
|建设规模|总建筑面积36,852.6平方米|
|占地面积|建筑基底面积18,903.4平方米|
|层高|1#厂房首层9.2米，2#仓库7.5米|
|用地面积|52,410平方米|
发证机关：{R}自然资源局　2021年11月4日''',
'''enterprise={N}
documentNo=建字第{G}202100218号
floorArea=36,852.6 平方米
footprint=18,903.4 平方米
landArea=52,410 平方米
storeyHeight=9.2 米
date=2021-11-04''', 'first-storey height > 8 m')
P('xlsx', '''
# 建设工程规划许可与竣工面积汇总
|建设单位|{N}|许可证号|建字第{G}201900077号|
|单体|占地面积（㎡）|建筑面积（㎡）|层数|层高（m）|
|联合厂房|15820|15820|1|8.6|
|综合楼|1206.5|6032.5|5|3.9|
|危废库|96|96|1|5|
|合计|17122.5|21948.5|||
|规划用地面积（㎡）|30655|
|发证日期|d:2019-05-14|''',
'''enterprise={N}
documentNo=建字第{G}201900077号
footprint=17122.5 ㎡
floorArea=21948.5 ㎡
landArea=30655 ㎡
date=2019-05-14''')
P('html', '''
# 项目规划许可公示
{N}年产厂房扩建项目（建字第{G}202300061号）：用地面积4.2公顷，建筑基底21340㎡，计容建筑面积33912㎡，容积率{=33912/42000|.2f}，建筑系数{=21340/42000*100|.2f}%。
批准日期：2023-08-22，{R}资源规划局''',
'''enterprise={N}
documentNo=建字第{G}202300061号
landArea=4.2 公顷
footprint=21340 ㎡
floorArea=33912 ㎡
floorAreaRatio={=33912/42000|.2f}
buildingCoefficient={=21340/42000*100|.2f} %
date=2023-08-22''')

T('eco-design-report', '绿色（生态）设计报告')
P('docx', '''
# 产品生态设计评价报告
企业：{N}　产品：{P}　依据：GB/T 24256-2009
评价日期：2025年6月30日　评价单位：本企业研发中心
轻量化方案使单件重量下降6.4%，可回收利用率达到92%；
有害物质限值符合国家标准要求。''',
'''enterprise={N}
product={P}
standard=GB/T 24256-2009
date=2025-06-30
recyclability=92 %''')
P('md', '''
# 绿色设计典型应用案例
**{N}** — **{P}** 轻量化与长寿命设计（2024年投产）
参照标准 GB/T 24256-2009；报告完成 2024-12-12。可拆解率 96%，重量由 4.8 kg 降至 4.1 kg。''',
'''enterprise={N}
product={P}
standard=GB/T 24256-2009
date=2024-12-12''')
P('xlsx', '''
|生态设计自评价表|<|<|
|企业|{N}|产品|{P}|
|评价标准|GB/T 32161-2015|日期|d:2026-02-13|
|指标|基准|实际|
|可回收率（%）|85|90.5|
|单位产品能耗|达标|优|''',
'''enterprise={N}
product={P}
standard=GB/T 32161-2015
date=2026-02-13
recyclability=90.5 %''')

T('hazardous-substance-test', '有害物质检测报告')
P('docx', '''
H:No. RHS-25-08817
# 有害物质检测报告（RoHS）
委托单位：{N}　样品：{P}
检测实验室：深检科技检测有限公司（CNAS L0XXX）　报告日期：2025年4月11日
|物质|结果（mg/kg）|限值（mg/kg）|
|铅(Pb)|12|1000|
|汞(Hg)|ND|1000|
|镉(Cd)|2|100|
|六价铬|ND|1000|
结论：符合GB/T 26572-2011。''',
'''enterprise={N}
product={P}
lab=深检科技检测有限公司
reportNo=RHS-25-08817
date=2025-04-11
value.铅=12 mg/kg
limit.铅=1000 mg/kg
value.镉=2 mg/kg
limit.镉=100 mg/kg''')
P('txt', '''
供应商有害物质符合性声明
{N}声明，所供{P}不含REACH附录XVII限用物质及SVHC清单物质（浓度0.1%以上），符合RoHS 2011/65/EU。
检测报告编号：REA2025-77121（检测日期2025年3月28日，实验室：普泽检测）。
声明日期：2025年5月6日   授权人：{L}''',
'''enterprise={N}
product={P}
reportNo=REA2025-77121
lab=普泽检测
date=2025-05-06''')
P('html', '''
# 有害物质含量汇总
|送样单位|{N}|样品|{P}|
|报告号|TS-2409-1120|签发|2024-09-18|
|检测机构|衡准检测|<|<|
|Pb|30mg/kg|限值1000mg/kg|合格|
|Cd|未检出|限值100mg/kg|合格|''',
'''enterprise={N}
product={P}
reportNo=TS-2409-1120
lab=衡准检测
date=2024-09-18
value.Pb=30 mg/kg
limit.Pb=1000 mg/kg''')

T('csr-report', '社会责任 / ESG 报告')
P('docx', '''
# {N}2025年度企业社会责任报告
本报告覆盖2025年1月1日至12月31日，涵盖环境责任、员工权益、供应链管理等内容。
环境绩效：单位产值碳排放下降5.6%，绿色采购占比41%。
发布日期：2026年4月22日''',
'''enterprise={N}
year=2025
date=2026-04-22
periodFrom=2025-01-01
periodUntil=2025-12-31''')
P('html', '''
# 绿色供应链年度报告 2024
{N}
|供应商总数|186家|
|已审核供应商|132家|
|低风险供应商占比|78.5%|
|发布|2025-03-31|''',
'''enterprise={N}
year=2024
date=2025-03-31
suppliers=186 家
suppliersAudited=132 家
lowRiskShare=78.5 %''')
P('md', '''
# {N}环境、社会及治理（ESG）摘要
报告期：2025 财政年度（2025-01-01 ~ 2025-12-31）；报告范围：总部及全部生产基地。
供应商环境审核：120 家中完成 118 家。发布日期 2026-03-18''',
'''enterprise={N}
periodFrom=2025-01-01
periodUntil=2025-12-31
date=2026-03-18
suppliers=120 家
suppliersAudited=118 家''')

T('self-evaluation', '绿色工厂自评价表')
P('xlsx', '''
@基本信息
# 绿色工厂自评价表
|企业名称|{N}|统一社会信用代码|{C}|
|评价标准|GB/T 36132-2025|评价年度|2025|
@指标自评（节选）
|一级指标|二级指标|单位|自评值|得分|
|能源低碳化|单位产值综合能耗|tce/万元|0.078|7.2|
|^|可再生能源利用率|%|13.6|6|
|资源高效化|工业用水重复利用率|%|91.4|7.5|
|^|一般工业固废综合利用率|%|98.3|6|
|产品绿色化|开展碳足迹产品占比|%|100|4|
|用地集约化|容积率|—|1.12|2|
|自评总分（含其余未节选指标）||||82.7|''',
'''enterprise={N}
creditCode={C}
standard=GB/T 36132-2025
year=2025
claim.可再生能源利用率=13.6 %
claim.工业用水重复利用率=91.4 %
claim.容积率=1.12
score=82.7''')
P('docx', '''
# 绿色工厂自评报告（2025年度）
{N}依据GB/T 36132-2025开展自评，结论如下：
（一）基本要求全部符合，近三年无安全、质量、环境违法违规；
（二）能源消耗强度0.102 tce/万元，碳排放强度0.31 tCO2/万元，取水强度1.48 m³/万元；
（三）自评总得分：86.5分；
法定代表人：{L}　2026年5月28日''',
'''enterprise={N}
standard=GB/T 36132-2025
year=2025
claim.能源消耗强度=0.102 tce/万元
claim.碳排放强度=0.31 tCO2/万元
claim.取水强度=1.48 m³/万元
score=86.5 分
date=2026-05-28''')
P('html', '''
# 绿色制造自我评价（平台填报）
|填报单位|{N}|评价年|2025|
|序号|指标|数值|单位|得分|
|4|单位产品综合能耗|105.3|kgce/t|9.1|
|9|单位产品取水量|2.05|m³/t|5.4|
|11|一般工业固体废物综合利用率|97.9|%|3.8|
|18|单位用地面积产值|1.26|万元/m²|4|
以上为节选。自评日期 2026-06-10　全部指标总分 79.3''',
'''enterprise={N}
year=2025
date=2026-06-10
claim.单位产品综合能耗=105.3 kgce/t
claim.单位产品取水量=2.05 m³/t
claim.一般工业固体废物综合利用率=97.9 %
score=79.3''', '', 'gb18030')

# ======================================================= not evidence (type null)
T('not:draft', '草稿、征求意见稿、未签的文本')
P('docx', '''
# 【草稿】温室气体排放报告（讨论稿，勿外传）
报告主体：{N}　年度：2025（数据待核）
总排放量：约××× tCO2e；电量暂按去年数填列，财务确认后再改。
待补：天然气发票、因子出处、盖章页。''', notes='looks like a GHG report; draft with blanks')
P('txt', '''
【会签稿 v0.3】年度节能目标（未批准）
{N}拟将2026年综合能耗目标定为3000—3300 tce，各部门请于周五前反馈意见。本稿仅供内部讨论，不作为依据。''', notes='looks like annual targets; not approved')
P('xlsx', '''
@试填
# 205-1表 试算（演示数据）
|能源名称|计量单位|消费量|
|电力|万千瓦时|1000|
|天然气|万立方米|100|
|说明：本表为培训用演示数据，不代表任何单位实际。|''', notes='looks like 205-1; training data, no enterprise')

T('not:other-company', '别家单位的参考材料')
P('docx', '''
# 标杆案例学习：江州晨曦钢铁有限公司能碳平台建设经验
资料由行业协会汇编，供会员单位参考。
江州晨曦钢铁有限公司建成能碳管理平台，覆盖12项功能，年节能3.2万tce，用水重复利用率98.1%。
{N}学习心得：拟于2027年组织对标考察。''', notes='looks like a platform description; reference case of another company')
P('html', '''
# 同行对比资料（网络摘录）
|企业|认证情况|
|海棠轴承股份公司（竞争对手）|据其官网，已取得ISO 14001、ISO 50001认证|
|北原轴承集团（竞争对手）|据报道取得ISO 9001认证|
整理：{N}市场部，信息未经核实''', notes='looks like certificates; hearsay about competitors')
P('txt', '''
转发：兄弟单位经验交流材料
    某市云河水泥公司2025年清洁生产审核通过验收，年节煤1200吨，提供其验收意见样式供我公司（{N}）今后编写时参考。我公司尚未启动审核。''', notes='looks like an audit acceptance; says that the own company has not started')

T('not:brochure', '宣传册、广告、服务方案')
P('docx', '''
# 走进{N}
绿色制造，点亮未来！公司占地百亩，产品畅销六十余国，荣获“最美工厂”称号。我们坚持绿水青山就是金山银山的理念，先后建设光伏车棚和雨水花园，“节能30%以上”的新一代{P}深受客户喜爱。
联系电话：400-000-0000''', notes='company brochure; area and saving are advertising')
P('html', '''
# 四体系认证一站式服务！
ISO9001 / ISO14001 / ISO45001 / ISO50001 证书代办，30天拿证，不成功退款。
|服务|价格|
|ISO 9001 质量管理体系认证|8800元|
|ISO 50001 能源管理体系认证|15800元|
咨询热线 13X-XXXX-XXXX　某某咨询公司''', notes='advert of a consultant; names four standards')
P('md', '''
# 能碳管理平台产品白皮书（售前）
碳云互联平台支持能耗查询、能效对标、能流分析、碳核算、碳足迹核算等 12 项功能，已服务 300+ 客户。
报价有效期 30 天。欢迎 {N} 预约演示。''', notes='vendor offer: no platform built')

T('not:notice', '通知、函件、会议')
P('docx', '''
# 关于召开绿色工厂申报培训会的通知
各有关企业（含{N}）：
定于2026年4月20日举办2026年度绿色工厂申报辅导会，请携带排污许可证、体系证书、能源统计报表等参会。
×市工业和信息化局　2026年4月8日''', notes='invitation; lists evidence names')
P('txt', '''
证书到期提醒
尊敬的{N}：您司持有的质量管理体系认证证书将于3个月内到期，请尽快联系我中心安排再认证审核。本通知不作为认证有效性证明。
××认证中心客服部  2026年5月15日''', notes='reminder letter, not a certificate')
P('xlsx', '''
@资料清单
# 绿色工厂申报资料收集进度表
|序号|资料|责任人|状态|
|1|排污许可证|张|待收集|
|2|能源审计报告|李|未开展|
|3|205-1、205-4、B204-1报表|王|待盖章|
|4|温室气体排放报告|赵|编制中|''', notes='to-do list; names every paper, holds none')

T('not:template', '空白模板、样表、填写说明')
P('docx', '''
# 温室气体排放报告（模板）
报告主体：________（填写企业全称）　报告年度：20__年
|排放源|活动数据|单位|排放因子|排放量（tCO2）|
|化石燃料燃烧|||||
|净购入电力|||||
|合计|||||
填写说明：1. 斜体为示例；2. 加盖公章后报送。''', notes='blank template')
P('csv', '''
|能源计量器具台账（样表）||||||
|编号|名称|准确度等级|检定日期|有效期至|安装位置|
|示例：DN-XX|电能表|0.5S|20XX-XX-XX|20XX-XX-XX|XX车间|
|（企业自行填写）||||||''', notes='sample row with XX')
P('html', '''
# 任命书（范本）
兹任命 ×××（姓名）同志为 ×××有限公司能源管理负责人，任期自××××年××月××日起。
（此处填写企业名称并盖章）　日期：　　年　月　日''', notes='blank form with crosses')

# ======================================================= output
FN = dict(x.split("=", 1) for x in """enterprise=单位名称 creditCode=统一社会信用代码 address=地址（住所、坐落、生产经营场所） legalRepresentative=法定代表人 founded=成立日期 scope=认证范围 holder=证书/许可证/权证持有人 subject=信用报告主体
certificateNo=证书编号（绿证为编号段） licenceNo=许可证编号（联单、处置合同中为接收单位的） documentNo=文号、权证号、规划许可证号 contractNo=合同号 reportNo=报告编号 statementNo=声明编号 slipNo=联单编号
standard=依据标准 system=管理体系 issuer=发证（发文）机关 firstIssued=初次发证日期 issuedOn=发证（颁证）日期 date=本件日期（签发、批准、签订、完成、转移、更新） validFrom=有效期起 validUntil=有效期止 status=状态
year=数据所属年度 period=所属月份 periodFrom=期间起 periodUntil=期间止 projectName=项目名称 capacity=产能/规模（有实际的取实际） result=结论 conclusion=结论
pollutants=许可污染物 limit.X=X的限值 total.X=X的许可年排放量 value.X=X的检测结果（均值） emission.X=X的实际排放量 lab=检测机构 labQualification=CMA编号 samplingDate=采样日期
queryDate=查询（报告生成）日期 penalties=行政处罚条数 abnormalOperation=经营异常名录 seriousDishonesty=严重失信名单
target.X=规划期末或该年度的X目标 approver=批准人 appointee=被任命人 role=职务 topic=培训主题 participants=实到人数 passRate=合格率 passed=合格人数 auditor=审核组长/审计机构 nonconformities=不符合项数 chair=评审主持 actions=改进措施数
signatory=声明签字人 neverRemovedFromList=未被移出名单的声明 everRemovedFromList=是否曾被移出名单
X.consumption=能源X消费量（合计列） X.openingStock=年初库存 X.closingStock=期末库存 totalTce=综合能源消费量（当量） unitEnergy=单位产品综合能耗 unitElectricity=单位产品电耗 unitEnergyPerOutputValue=单位产值综合能耗 energy=综合能耗（分子） savings=节能量/潜力
outputValue=工业总产值 salesValue=工业销售产值 output=产品产量 salesVolume=销售量 product=产品 responsible=负责人
intake=取水量 intake.surface=地表水 intake.tap=自来水 intake.ground=地下水 recirculated=循环水量 reuseTotal=重复利用水量（循环+回用） reused=回用（串联）水量 discharged=排水量 reuseRate=重复利用率 tester=测试单位
meterId=器具编号 type=型号/项目类型 accuracyClass=准确度等级 level=级别 calibrationDate=检定/校准日期 nextDue=下次检定 institution=检定机构 equippingRate=配备率
total=排放总量 emissions.X=分项排放量 X.activityData=活动数据 X.factor=排放因子 verifier=核查机构 assurance=保证等级 functionalUnit=功能单位 boundary=系统边界
supplier=承建单位 acceptanceDate=验收日期 functions=已具备的功能 functionCount=功能数 counterparty=售电方/发电方/卖方 volume=电量、绿证数、许可取水量 selfBuilt=自建自用电量 traded=绿电交易电量 certificates=绿证电量 generated=产生量/发电量
used=综合利用量 disposed=处置量 openingStock=年初贮存 closingStock=年末贮存 stockUsed=利用往年贮存量 rate=综合利用率 receiver=接收单位 wasteCode=废物代码 quantity=数量 receivedQuantity=签收量 licenceValidUntil=接收单位许可证有效期止 categories=核准类别
material=物料 use.X=X消耗量 unitUse.X=X单耗 reviewer=审核咨询机构 auditorCertificateNo=审核师证书号 baselineYear=基准年 optionsImplemented=实施方案数 results.X=成果 name=项目/设备名称 investment=投资额 totalInvestment=投资合计 completionDate=完成日期 effect.X=效果
model=型号 efficiencyGrade=能效等级 number=数量 landArea=土地面积 floorArea=建筑面积 footprint=占地（基底）面积 storeyHeight=层高 floorAreaRatio=容积率 buildingCoefficient=建筑系数 recyclability=可回收率 suppliers=供应商数 suppliersAudited=已审核供应商数 lowRiskShare=低风险供应商占比 claim.X=自评值 score=得分""".split())
def variants(d):
    cn = '〇一二三四五六七八九'
    def ch(n): n = int(n); return (cn[n // 10] if n >= 20 else '') + ('十' if n >= 10 else '') + (cn[n % 10] if n % 10 or n < 10 else '')
    p = d.split('-'); out = {d}
    if len(p) == 1: out |= {f'{d}年', d}
    if len(p) == 2: out |= {f'{p[0]}年{int(p[1])}月'}
    if len(p) == 3:
        y, m, dd = p; M, D = int(m), int(dd)
        out |= {f'{y}年{M}月{D}日', f'{y}年{m}月{dd}日', f'{y}.{m}.{dd}', f'{y}.{M}.{D}', f'{y}/{M}/{D}', f'{y}/{m}/{dd}', ''.join(cn[int(c)] for c in y) + f'年{ch(m)}月{ch(dd)}日'}
    return out
def stands(v, text):
    t = re.sub(r'[\s*]|<br>|&nbsp;', '', text); sq = lambda s: re.sub(r'\s', '', s)
    if re.fullmatch(r'\d{4}(-\d\d){0,2}', v): return any(x in t for x in variants(v))
    m = re.fullmatch(r'(-?[\d, ]*\d(?:\.\d+)?) (\S.*)', v)
    if m and sq(v) not in t: return re.search(r'(?<![\d.])' + re.escape(sq(m[1])) + r'(?![\d])', t) is not None and all(u in t for u in [sq(m[2])])
    return sq(v) in t
def main():
    assert len({(p['t'][0], p['letter']) for p in PAPERS}) == len(PAPERS)
    from collections import Counter
    c = Counter(p['t'][0] for p in PAPERS); assert all(v == 3 for v in c.values()), c
    nums = random.Random(41).sample(range(1000, 9999), len(TYPES)); os.makedirs(OUT, exist_ok=True)
    for f in os.listdir(OUT): os.remove(os.path.join(OUT, f))
    exp, unproved = [], []
    for p in sorted(PAPERS, key=lambda p: (nums[p['t'][2]], p['letter'])):
        t, zh, k = p['t']; name = f"scan{nums[k]}-{p['letter']}.{p['fmt']}"; path = os.path.join(OUT, name); bl = blocks(p['body'])
        if p['fmt'] == 'docx': docx(path, bl)
        elif p['fmt'] == 'xlsx': xlsx(path, bl)
        elif p['fmt'] == 'html': htm(path, bl, p['enc'] or 'utf-8')
        elif p['fmt'] == 'csv': csvf(path, bl, 'gbk')
        elif p['fmt'] == 'txt': txt(path, bl, p['enc'] or 'utf-8')
        else: md(path, bl)
        if not t.startswith('not:') and not 2 <= len(p['fields']) <= 11: print('count', name, t, len(p['fields']))
        if not t.startswith('not:') and len(p['fields']) < 4: print('few', t, p['letter'], len(p['fields']))
        for n, v in p['fields'].items():
            for x in v if isinstance(v, list) else [v]:
                if not stands(x, p['body']): unproved.append((t, p['letter'], n, x))
        exp.append({'file': 'papers/' + name, 'type': None if t.startswith('not:') else t, 'fields': p['fields'], 'notes': (t[4:] + ': ' if t.startswith('not:') else '') + p['notes']})
    json.dump(exp, open(os.path.join(HERE, 'expected.json'), 'w', encoding='utf-8'), ensure_ascii=False, indent=1)
    for n in sorted({n for p in PAPERS for n in p['fields']}):
        a, _, b = n.partition('.'); assert n in FN or a + '.X' in FN or 'X.' + b in FN, n
    json.dump({'types': {t: zh for t, zh, _ in TYPES if not t.startswith('not:')}, 'fields': FN}, open(os.path.join(HERE, 'names.json'), 'w', encoding='utf-8'), ensure_ascii=False, indent=1)
    for u in unproved: print('not in the paper as such:', u)
    print(len(exp), 'papers', len(TYPES), 'types', Counter(p['fmt'] for p in PAPERS))
main()
