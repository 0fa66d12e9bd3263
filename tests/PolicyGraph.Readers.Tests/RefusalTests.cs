using System.IO.Compression;
using System.Text;
using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests;

public sealed class RefusalTests
{
    private static readonly byte[] CompoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[504]];

    [Theory]
    [InlineData("{\\rtf1\\ansi {{{{", "a.rtf", "内容是RTF 文档，不支持读取；请在 Word 或 WPS 中另存为 DOCX 后重试")]
    [InlineData("GIF89a", "a.txt", "扩展名为 .txt，内容实际是GIF 图片，不支持读取；请先做文字识别（OCR），再以 TXT 或 DOCX 提交")]
    public async Task ForeignFormats_AreNamedByTheirContent(string head, string name, string message) =>
        Assert.Equal(message, (await Reading.RefusalAsync(Encoding.Latin1.GetBytes(head), name)).Message);

    [Theory]
    [InlineData("EncryptedPackage", "a.docx", "RDR011", "密码")]
    [InlineData("WordDocument", "a.docx", "RDR010", "旧版 Word 文档（DOC）")]
    [InlineData("Workbook", "a.xls", "RDR010", "另存为 XLSX")]
    public async Task CompoundFiles_AreToldApart(string stream, string name, string code, string says)
    {
        var refusal = await Reading.RefusalAsync([.. CompoundFile, .. Encoding.Unicode.GetBytes(stream), 0, 0], name);
        Assert.Equal(code, refusal.Code);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&e;")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "&b;")]
    [InlineData("", "&none;")]
    public async Task Entities_AreRefusedByName(string dtd, string text)
    {
        var part = Package.Word("document", $"<w:body>{Package.P(text)}</w:body>").Replace("?><w:", $"?>{dtd}<w:", StringComparison.Ordinal);
        var refusal = await Reading.RefusalAsync(Package.Zip(("word/document.xml", part)), "a.docx");
        Assert.Equal("RDR013", refusal.Code);
        Assert.Contains("DTD 或实体", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_CutAtAnyPlace_IsDamagedAndNeverAnotherFault()
    {
        var whole = Package.Docx(Package.P("一、总体要求"));
        for (var length = 4; length < whole.Length - 1; length += 7)
        {
            Assert.Contains("损坏", (await Reading.RefusalAsync(whole[..length], "a.docx")).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Package_WithAByteTurnedOver_IsReadRightOrRefused()
    {
        var whole = Package.Docx(Package.P("到2025年，建设绿色工厂100家。"));
        for (var at = 0; at < whole.Length; at++)
        {
            var turned = whole.ToArray();
            turned[at] ^= 0x10;
            try
            {
                var document = await Reading.ReadAsync(turned, "a.docx");
                Assert.Equal("到2025年，建设绿色工厂100家。", document.Text.Text);
            }
            catch (DocumentReadException refused)
            {
                Assert.Matches("^RDR0[0-2][0-9]$", refused.Diagnostic.Code);
            }
        }
    }

    [Theory]
    [InlineData("ppt/presentation.xml", "a.pptx", "演示文稿")]
    [InlineData("OFD.xml", "a.ofd", "OFD")]
    [InlineData("数据.txt", "a.docx", "扩展名为 .docx，内容实际是ZIP 压缩包")]
    public async Task OtherPackages_AreNamed(string entry, string name, string says) =>
        Assert.Contains(says, (await Reading.RefusalAsync(Package.Zip((entry, "x")), name)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task DocxNamedXlsx_IsReadForWhatItIs()
    {
        var document = await Reading.ReadAsync(Package.Docx(Package.P("绿色")), "a.xlsx");
        Assert.Equal(DocumentFormat.Docx, document.Format);
        Assert.Equal("RDR030", document.Diagnostics[0].Code);
    }

    [Fact]
    public async Task Bomb_IsRefusedByItsOwnAccount_AndWhenItLies()
    {
        var bomb = Bomb(200 << 20);
        Assert.Contains("超过上限", (await Reading.RefusalAsync(bomb, "a.docx")).Message, StringComparison.Ordinal);
        var directory = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bomb.AsSpan(directory + 24), 1000);
        Assert.Contains("压缩炸弹", (await Reading.RefusalAsync(bomb, "a.docx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyParts_AreRefusedBeforeTheyAreListed() =>
        Assert.Equal("RDR008", (await Reading.RefusalAsync(Package.Zip([.. Enumerable.Range(0, 30).Select(i => ($"{i}.xml", ""))]), "a.docx", new ReaderOptions { MaxEntries = 20 })).Code);

    [Fact]
    public async Task DeepElements_AreRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:smartTag>", 100_000)) + string.Concat(Enumerable.Repeat("</w:smartTag>", 100_000));
        Assert.Equal("RDR005", (await Reading.RefusalAsync(Package.Docx($"<w:p>{deep}</w:p>"), "a.docx")).Code);
        Assert.Equal("RDR005", (await Reading.RefusalAsync(Package.Docx(deep), "a.docx")).Code);
    }

    private static byte[] Bomb(int size)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(Package.Word("document", "<w:body><w:p><w:r><w:t>").Replace("</w:document>", "", StringComparison.Ordinal)));
            var zeros = new byte[1 << 20];
            zeros.AsSpan().Fill((byte)'0');
            for (var i = 0; i < size >> 20; i++)
            {
                part.Write(zeros);
            }
        }

        return stream.ToArray();
    }
}
