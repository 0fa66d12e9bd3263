using System.Globalization;
using System.Text;

namespace PolicyGraph.Readers.Tests;

/// <summary>Documents of random shape: whatever the nesting, spans lie in the text and cells are their spans (held by <see cref="Reading"/>).</summary>
public sealed class GeneratedInputTests
{
    private static readonly string[] HtmlPieces =
    [
        "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "<td colspan=3>", "<td rowspan=2>", "<th>", "</td>", "<ul>", "<ol start=3>", "<li>", "</ul>", "<dl>", "<dt>", "<dd>",
        "</dl>", "<h2>", "</h2>", "<br>", "<b>", "</b>", "<pre> x\n y </pre>", "<span hidden>", "</span>", "<caption>", "<footer>", "<input value=7>", "<textarea>", "绿色工厂", "一、", "。\n", " ", "\n\n", "\t",
        "&nbsp;", "&#xD800;", "&lt;", "100", "发文字号：甲〔2022〕1号", "<select><option>", "<a href=x>", "</a>", "<thead>", "<form>", "<nav>", "</nav>", "<!-- ", "-->", "<script>", "</script>",
    ];

    private static readonly string[] WordPieces =
    [
        "P", "T", "R", "C", "N", "<w:p/>", "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>项</w:t></w:r></w:p>", "<w:p><w:r><w:tab/><w:br/><w:t xml:space=\"preserve\"> 甲 </w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t><w:sym w:font=\"x\" w:char=\"F011\"/></w:r></w:p>", "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
    ];

    [Fact]
    public async Task TagSoup_KeepsThePromises()
    {
        var random = new Random(17);
        for (var i = 0; i < 1500; i++)
        {
            await Reading.ReadAsync("<html><body>" + string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => HtmlPieces[random.Next(HtmlPieces.Length)])), "a.html");
        }
    }

    [Fact]
    public async Task WordBodies_KeepThePromises()
    {
        var random = new Random(18);
        var numbering = Package.Word("numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
        for (var i = 0; i < 500; i++)
        {
            var body = Blocks(random, 3);
            await Reading.ReadAsync(Package.Docx(body, ("numbering.xml", numbering), ("footer1.xml", Package.Word("ftr", Blocks(random, 1)))), "a.docx");
        }
    }

    [Fact]
    public async Task Sheets_KeepThePromises()
    {
        var random = new Random(19);
        for (var i = 0; i < 500; i++)
        {
            var rows = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => $"<row{(random.Next(3) == 0 ? "" : $" r=\"{random.Next(1, 9)}\"")}>{Cells(random)}</row>"));
            var merges = string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => $"<mergeCell ref=\"{Address(random)}:{Address(random)}\"/>"));
            await Reading.ReadAsync(Package.Xlsx([("甲", "", $"<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>"), ("乙", "", $"<sheetData>{rows}</sheetData>")]), "a.xlsx");
        }
    }

    [Fact]
    public async Task RandomBytes_AreTextOrRefused()
    {
        var random = new Random(20);
        foreach (var extension in new[] { ".txt", ".csv", ".md", ".html", ".docx", ".xlsx", "" })
        {
            for (var i = 0; i < 200; i++)
            {
                var bytes = new byte[random.Next(300)];
                random.NextBytes(bytes);
                try
                {
                    await Reading.ReadAsync(bytes, "a" + extension);
                }
                catch (DocumentReadException refused)
                {
                    Assert.NotEmpty(refused.Message);
                }
            }
        }
    }

    private static string Blocks(Random random, int depth)
    {
        var written = new StringBuilder();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            written.Append(WordPieces[random.Next(WordPieces.Length)] switch
            {
                "P" or "N" => Package.P(" 绿色 工厂 "),
                "T" or "R" or "C" => depth == 0 ? Package.P("") : Table(random, depth - 1),
                var piece => piece,
            });
        }

        return written.ToString();
    }

    private static string Table(Random random, int depth)
    {
        string[] forms = ["", "", "<w:gridSpan w:val=\"2\"/>", "<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>", "<w:gridSpan w:val=\"0\"/>"];
        var rows = Enumerable.Range(0, random.Next(1, 4)).Select(_ => "<w:tr>"
            + string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => $"<w:tc><w:tcPr>{forms[random.Next(forms.Length)]}</w:tcPr>{Blocks(random, depth)}</w:tc>")) + "</w:tr>");
        return $"<w:tbl>{string.Concat(rows)}</w:tbl>";
    }

    private static string Cells(Random random)
    {
        string[] values = ["<v>1.5</v>", "", "<f>A1</f>", "<v/>", "<is><t>甲\n乙</t></is>"];
        return string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => $"<c{(random.Next(4) == 0 ? "" : $" r=\"{Address(random)}\"")} t=\"{(random.Next(2) == 0 ? "n" : "inlineStr")}\">{values[random.Next(values.Length)]}</c>"));
    }

    private static string Address(Random random) => (char)('A' + random.Next(6)) + random.Next(1, 9).ToString(CultureInfo.InvariantCulture);
}
