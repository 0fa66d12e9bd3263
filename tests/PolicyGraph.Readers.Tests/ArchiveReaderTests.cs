using System.Text;

namespace PolicyGraph.Readers.Tests;

public sealed class ArchiveReaderTests
{
    [Fact]
    public async Task Zip_IsAFolder_WithChineseNamesOfBothKinds()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var names in new Encoding?[] { null, Encoding.GetEncoding(936) })
        {
            var entries = await Read(Package.ZipBytes([("证据/能源报告.txt", "电力"u8.ToArray()), ("__MACOSX/x", []), ("证据\\产量.csv", "1,2"u8.ToArray())], names));
            Assert.Equal(["证据/能源报告.txt", "证据/产量.csv"], entries.Select(entry => entry.Path));
            Assert.Equal("电力", Encoding.UTF8.GetString(entries[0].Content.Span));
        }
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\boot.ini")]
    [InlineData("a/../../b.txt")]
    [InlineData("\u001b[31m.txt")]
    public async Task PathsOutOfTheFolder_AreRefused_AndTheRestIsRead(string name)
    {
        var entries = await Read(Package.ZipBytes([(name, [1]), ("好.txt", [2])]));
        Assert.Equal("RDR016", entries[0].Refused!.Code);
        Assert.True(entries[0].Content.IsEmpty);
        Assert.Equal(("好.txt", null), (entries[1].Path, entries[1].Refused));
    }

    [Fact]
    public async Task ArchiveWithinArchive_IsAFolder_DownToTheLimit()
    {
        var inner = Package.Zip(("甲.txt", "1"));
        var middle = Package.ZipBytes([("内.zip", inner), ("乙.txt", [1])]);
        var outer = Package.ZipBytes([("外.zip", middle)]);
        var entries = await Read(outer);
        Assert.Equal(["外.zip/内.zip", "外.zip/乙.txt"], entries.Select(entry => entry.Path));
        Assert.Equal("RDR015", entries[0].Refused!.Code);
        Assert.Equal("外.zip/内.zip/甲.txt", (await Read(outer, new ReaderOptions { MaxArchiveDepth = 3 }))[0].Path);
    }

    [Fact]
    public async Task SameNames_Limits_AndDamage_AreSaid()
    {
        Assert.Equal("RDR017", (await Read(Package.Zip(("a.txt", "1"), ("a.txt", "2"))))[1].Refused!.Code);
        var big = Package.Zip(("a.txt", new string('0', 100_000)));
        Assert.Contains("超过上限", (await Assert.ThrowsAsync<DocumentReadException>(() => Read(big, new ReaderOptions { MaxExpandedBytes = 1000 }))).Message, StringComparison.Ordinal);
        Assert.Contains("损坏", (await Assert.ThrowsAsync<DocumentReadException>(() => Read(big[..50]))).Message, StringComparison.Ordinal);
    }

    private static async Task<List<ArchiveEntry>> Read(byte[] bytes, ReaderOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        var entries = new List<ArchiveEntry>();
        await foreach (var entry in new ArchiveReader(options).ReadAsync(stream, CancellationToken.None))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
