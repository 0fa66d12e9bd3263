using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using PolicyGraph.Documents.Structure;

namespace PolicyGraph.Readers.Tests;

/// <summary>Real forms with something broken in them: each is read, with its promises kept, or refused with a diagnostic; soon, whatever broke.</summary>
/// <remarks>The seed is fixed, so a failure comes again; its message names form and round. <c>./test.sh --long</c> takes a hundred times as many.</remarks>
public sealed class FuzzTests
{
    private const int Seed = 20261121;
    private static readonly bool Long = Environment.GetEnvironmentVariable("POLICYGRAPH_LONG") is not null;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly ReaderOptions Limits = new() { MaxTime = TimeSpan.FromSeconds(20) };

    private static readonly string[] Extensions = [".txt", ".md", ".csv", ".html", ".docx", ".xlsx", ".pdf", ".xls", ""];

    private static readonly string[] Pieces =
    [
        "\0", "\0\0\0\0", "\ufeff", "\ufffe", "\u202e", "&#0;", "&#xD800;", "]]>", "<![CDATA[", "<!--", "</w:p>", "<w:tbl>", "<table><tr><td>", "<ol><li><p>", "</table>", "<w:p><w:r><w:t>", "\r", "\t\t\t", "||||", "\"", "'",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>", "&b;", "附录A\n", "附件\n", "4.2.1\n", "1 范围\n2 总则\n", "表1\n", "专栏\n", "第一条", "目录\n", "— 1 —\n", "指标\n2020年\n2025年\n", "ICS 1\nGB/T 1—2024\n", "《", "（", "99999999999999999999", "%PDF-1.7", "PK\u0003\u0004",
    ];

    [Fact]
    public async Task BrokenForms_AreReadOrRefused_AndSoon()
    {
        var originals = Originals().ToList();
        var count = await BreakAsync(originals, originals.Where(original => !original.Name.EndsWith(".pdf", StringComparison.Ordinal)).ToList(), Long ? 2500 : 25);
        Assert.True(count > 500, $"only {count} forms were broken");
    }

    [PopplerFact]
    public async Task BrokenPdfForms_AreReadOrRefused_AndSoon()
    {
        var originals = Originals().ToList();
        Assert.True(await BreakAsync(originals, originals.Where(original => original.Name.EndsWith(".pdf", StringComparison.Ordinal)).ToList(), Long ? 300 : 3) > 10);
    }

    [Theory]
    [InlineData("html", "<table><tr><td>", "")]
    [InlineData("html", "<div><ul><li>", "")]
    [InlineData("md", "> - ", "")]
    [InlineData("txt", "（", "")]
    [InlineData("txt", "1.", "")]
    [InlineData("txt", "一、总则\n", "")]
    [InlineData("txt", "1.1\n", "1 范围\n2 总则\n")]
    [InlineData("csv", "\"\",", "")]
    public async Task PieceTenThousandTimes_IsReadSoon(string extension, string piece, string before) =>
        await ReadOrRefusedAsync(Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Repeat(piece, 10_000))), "a." + extension, piece);

    [Fact]
    public async Task TenThousandNestedWordTables_AreRefused()
    {
        var nested = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 10_000)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 10_000));
        await Reading.RefusalAsync(Package.Docx(nested), "a.docx", Limits);
    }

    [Fact]
    public async Task LineOverTheLimit_IsRefusedUnread_AndOneBelowItIsReadSoon()
    {
        Assert.Contains("超过上限", (await Reading.RefusalAsync(new byte[100_000_000], "a.txt")).Message, StringComparison.Ordinal);
        var line = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("（一）到2025年，单位工业增加值能耗下降13.5%", Long ? 300_000 : 30_000)));
        await ReadOrRefusedAsync(line, "a.txt", "line");
    }

    [Fact]
    public async Task AddressesInADocument_AreNeverCalled()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x";
        var page = $"<html><head><link rel=stylesheet href='{address}'><meta http-equiv=refresh content='0;url={address}'><script src='{address}'></script><base href='{address}'></head><body>"
            + $"<img src='{address}'><iframe src='{address}'></iframe><object data='{address}'></object><style>@import url({address});</style><video src='{address}'></video><p>绿色工厂</p></body></html>";
        Assert.Equal("绿色工厂", (await Reading.ReadAsync(page, "a.html")).Text.Text);
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        var links = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{office}attachedTemplate\" Target=\"{address}\" TargetMode=\"External\"/><Relationship Id=\"b\" Type=\"{office}header\" Target=\"{address}\" TargetMode=\"External\"/></Relationships>";
        var document = Replaced(Package.Docx(Package.P("绿色工厂")), "word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(links));
        Assert.Equal("绿色工厂", (await Reading.ReadAsync(document, "a.docx")).Text.Text);
        Assert.False(listener.Pending());
    }

    private static async Task<int> BreakAsync(List<(string Name, byte[] Bytes)> all, List<(string Name, byte[] Bytes)> originals, int rounds)
    {
        var random = new Random(Seed);
        var count = 0;
        foreach (var (name, bytes) in originals)
        {
            for (var round = 0; round < rounds; round++)
            {
                var broken = Broken(random, bytes, all[random.Next(all.Count)].Bytes);
                var shown = random.Next(6) == 0 ? Path.ChangeExtension(name, Extensions[random.Next(Extensions.Length)]) : name;
                await ReadOrRefusedAsync(broken, shown, $"{name}, round {round}");
                count++;
            }
        }

        return count;
    }

    private static async Task ReadOrRefusedAsync(byte[] bytes, string name, string what)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var document = await Reading.ReadAsync(bytes, name, Limits);
            var tree = ProvisionParser.Parse(document, FlattenedTableReader.Read(document));
            foreach (var provision in tree.Provisions)
            {
                Assert.InRange(provision.Span.End, provision.Span.Start, document.Text.Length);
                Assert.True(provision.Parent is null || tree.Find(provision.Parent)!.Span.Contains(provision.Span), $"{what}: {provision.Path} is not within its parent"); // a parent has a path of the tree
            }
        }
        catch (DocumentReadException refused)
        {
            Assert.Matches("^RDR[0-9]{3}$", refused.Diagnostic.Code);
        }
        catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what}: {fault}");
        }

        Assert.True(watch.Elapsed < Soon, $"{what} took {watch.Elapsed}");
    }

    private static byte[] Broken(Random random, byte[] bytes, byte[] other)
    {
        if (bytes is [(byte)'P', (byte)'K', ..] && random.Next(3) > 0)
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            var part = zip.Entries[random.Next(zip.Entries.Count)];
            using var stream = new MemoryStream();
            using (var open = part.Open())
            {
                open.CopyTo(stream);
            }

            return Replaced(bytes, part.FullName, Broken(random, stream.ToArray(), other));
        }

        var at = random.Next(bytes.Length + 1);
        var length = Math.Min(bytes.Length - at, random.Next(3) == 0 ? random.Next(20_000) : random.Next(40));
        switch (random.Next(8))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 2:
                return [.. bytes[..at], .. Enumerable.Repeat(bytes[at..(at + length)], random.Next(1, 20)).SelectMany(piece => piece), .. bytes[at..]];
            case 3:
                return [.. bytes[..at], .. other[random.Next(other.Length + 1)..]];
            case 4 or 5:
                var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(4) == 0 ? 2000 : 1)));
                return [.. bytes[..at], .. piece, .. bytes[at..]];
            case 6:
                var overwritten = bytes.ToArray();
                random.NextBytes(overwritten.AsSpan(at, length));
                return overwritten;
            default:
                var flipped = bytes.ToArray();
                for (var i = random.Next(1, 30); i > 0 && flipped.Length > 0; i--)
                {
                    flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                }

                return flipped;
        }
    }

    private static byte[] Replaced(byte[] package, string name, byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return Package.ZipBytes([.. zip.Entries.Select(entry => (entry.FullName, entry.FullName == name ? content : Bytes(entry)))]);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = new MemoryStream();
        using var open = entry.Open();
        open.CopyTo(stream);
        return stream.ToArray();
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Originals([CallerFilePath] string here = "")
    {
        foreach (var folder in (string[])["Forms", "Genres"])
        {
            foreach (var file in Directory.GetFiles(Path.Combine(Path.GetDirectoryName(here)!, folder)).Where(file => Path.GetExtension(file) is not (".tree" or ".py")).Order(StringComparer.Ordinal))
            {
                yield return (Path.GetFileName(file), File.ReadAllBytes(file));
            }
        }

        yield return ("book.xlsx", Package.Xlsx([("能耗", "", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>能源品种</t></is></c><c r=\"B1\" s=\"1\"><v>45000</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><f>SUM(B1)</f><v>3.5</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")], "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>", "<si><t>电力</t></si>"));
        yield return ("book.csv", "能源品种,消费量,单位\n电力,600,万kWh\n\"天然气,\"\"管道\"\"\",12.5,万m³\n"u8.ToArray());
        yield return ("gbk.txt", Encoding.Unicode.GetBytes("一、总体要求\r\n（一）主要目标。到2025年，绿色工厂达到100家。\r\n"));
    }
}
