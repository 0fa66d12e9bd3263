using System.Text;
using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Readers.Tests;

public sealed class PlainTextReaderTests
{
    private const string Notice = "关于开展绿色制造体系建设的通知\r\n\r\n一、总体要求\r\n到2020年，创建百家绿色工厂。\n二、保障措施\n不得弄虚作假。";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", false }, { "utf-16", true }, { "utf-16BE", false }, { "utf-16BE", true }, { "gb18030", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_InEveryEncoding_IsTheSameAndKeepsItsLineEnds(string name, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Notice)];
        var document = await Reading.ReadAsync(bytes, "通知.txt");
        Assert.Equal(Notice, document.Text.Text);
        Assert.Equal(DocumentFormat.Text, document.Format);
        Assert.Equal(["关于开展绿色制造体系建设的通知", "一、总体要求", "到2020年，创建百家绿色工厂。", "二、保障措施", "不得弄虚作假。"], document.Words(BlockKind.Paragraph));
        Assert.DoesNotContain(document.Diagnostics, remark => remark.Severity != Severity.Info);
        Assert.Empty(document.Unread);
    }

    [Fact]
    public async Task GbkText_ShortAndMostlyAscii_IsStillGbk()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var document = await Reading.ReadAsync(Encoding.GetEncoding("gb2312").GetBytes("GB/T 36132-2018 绿色工厂评价通则"), "a.txt");
        Assert.Equal("GB/T 36132-2018 绿色工厂评价通则", document.Text.Text);
        Assert.Equal("RDR033", Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public async Task InvalidUtf8_IsReplacedRemarkedAndUnread()
    {
        byte[] bytes = [.. "绿色工厂"u8, 0xff, 0xfe, .. "一百家"u8];
        var document = await Reading.ReadAsync(bytes, "a.txt");
        Assert.Equal("绿色工厂\ufffd\ufffd一百家", document.Text.Text);
        Assert.Equal(new TextSpan(4, 6), Assert.Single(document.Unread).Span);
        var remark = Assert.Single(document.Diagnostics);
        Assert.Equal(Severity.Warning, remark.Severity);
        Assert.Equal("按 UTF-8 解码时有 2 处无效字节（首处在第 12 字节），已用 U+FFFD 代替；请核对原文件的编码", remark.Message);
        Assert.Equal(new TextSpan(4, 6), remark.Span);
    }

    [Fact]
    public async Task Utf8_CutWithinItsLastCharacter_KeepsTheRest()
    {
        var bytes = Encoding.UTF8.GetBytes("单位产品综合能耗");
        var document = await Reading.ReadAsync(bytes[..^1], "a.txt");
        Assert.Equal("单位产品综合能\ufffd", document.Text.Text);
        Assert.Equal("RDR031", Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public async Task EmptyFile_IsADocumentWithoutTextThatSaysSo()
    {
        var document = await Reading.ReadAsync("", "空.txt");
        Assert.Equal("", document.Text.Text);
        Assert.Contains("没有可用文本", Assert.Single(document.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", document.Sha256);
    }

    [Fact]
    public async Task BinaryNamedTxt_IsRefused()
    {
        var bytes = Enumerable.Range(0, 4096).Select(i => (byte)(i * 7 % 31)).ToArray();
        Assert.Equal("RDR014", (await Reading.RefusalAsync(bytes, "a.txt")).Code);
    }

    [Fact]
    public async Task LimitsOnBytesAndCharacters_AreSaid()
    {
        Assert.Contains("超过上限", (await Reading.RefusalAsync(new byte[2000], "a.txt", new ReaderOptions { MaxBytes = 1000 })).Message, StringComparison.Ordinal);
        var words = Encoding.UTF8.GetBytes(new string('绿', 101));
        Assert.Equal("RDR003", (await Reading.RefusalAsync(words, "a.txt", new ReaderOptions { MaxCharacters = 100 })).Code);
    }

    [Fact]
    public async Task Cancellation_IsNotTurnedIntoARefusal()
    {
        using var stream = new MemoryStream("绿色"u8.ToArray());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DocumentReader().ReadAsync(stream, "a.txt", new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("a.TXT", true)]
    [InlineData("能源报告.md", true)]
    [InlineData("a.docx", true)]
    [InlineData("a.xlsm", true)]
    [InlineData("a.doc", false)]
    [InlineData("a.rtf", false)]
    [InlineData("docx", false)]
    [InlineData("a.\u001b[31m", false)]
    public void Names_PromiseAFormat(string name, bool supported) => Assert.Equal(supported, DocumentReader.IsSupported(name));
}
