using System.Text;
using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests;

public sealed class SharedMaterialTests
{
    [SharedMaterialFact("seeds")]
    public async Task Seeds_AreReadLetterForLetter()
    {
        foreach (var file in SharedMaterial.Files("seeds"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            var document = await Reading.ReadAsync(bytes, file);
            Assert.Equal(new UTF8Encoding(false, true).GetString(bytes).TrimStart('\ufeff'), document.Text.Text);
            Assert.Equal(DocumentFormat.Text, document.Format);
            Assert.Empty(document.Diagnostics);
        }
    }

    [SharedMaterialFact("real")]
    public async Task RealDocuments_KeepThePromises()
    {
        foreach (var file in SharedMaterial.Files("real").Where(DocumentReader.IsSupported))
        {
            Assert.False(string.IsNullOrWhiteSpace((await Reading.ReadAsync(await File.ReadAllBytesAsync(file), file)).Text.Text), file);
        }
    }

    [SharedMaterialFact("acceptance/enterprises/s1-kaitang")]
    public async Task EnterpriseFolder_IsReadAsPeopleReadIt()
    {
        var files = SharedMaterial.Files("acceptance/enterprises/s1-kaitang");
        var page = await Read(files, "企业信用查询.html");
        Assert.StartsWith("陕西垲棠果汁有限公司\n登记信息\n统一社会信用代码\t91610500MA6Y3K7C2A\n登记状态\t存续", page.Text.Text, StringComparison.Ordinal);
        Assert.EndsWith("查询时间：2026-03-16 10:12", page.Text.Text, StringComparison.Ordinal);
        var book = await Read(files, "产量与产值.xlsx");
        Assert.Equal("12000", book.Tables[0].Rows.SelectMany(row => row).Single(cell => cell.Cell == "B5").Text);
        var meter = await Read(files, "取水抄表记录.csv");
        Assert.Equal(["2025年合计", "", "", "", "96000", ""], meter.Tables[0].Cells()[^1]);
        var rules = await Read(files, "绿色管理办法.docx");
        Assert.Contains("第四条　年度目标：2025年单位产品综合能耗不高于210 kgce/t", rules.Text.Text, StringComparison.Ordinal);
    }

    [SharedMaterialFact("acceptance/hostile/files")]
    public async Task HostileFiles_AreReadOrRefusedWithADiagnostic()
    {
        foreach (var file in SharedMaterial.Files("acceptance/hostile/files").Where(file => !file.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            try
            {
                await Reading.ReadAsync(await File.ReadAllBytesAsync(file), file);
            }
            catch (DocumentReadException refused)
            {
                Assert.Matches("^RDR[0-9]{3}$", refused.Diagnostic.Code);
            }
        }
    }

    private static async Task<Document> Read(IReadOnlyList<string> files, string name)
    {
        var file = files.Single(file => Path.GetFileName(file) == name);
        return await Reading.ReadAsync(await File.ReadAllBytesAsync(file), name);
    }
}
