using System.Text;
using System.Text.Json;

namespace PolicyGraph.EndToEnd;

/// <summary>Broken and hostile papers are defects in the list, in a folder and in the store alike; what lies beside them is judged.</summary>
public sealed class UnreadableEvidenceTests : IDisposable
{
    private const string Code = "91441200MA4YDC001X";
    private const string Certificate = "质量管理体系认证证书\n证书编号：GD24Q10011R0\n获证组织：肇庆砺舟五金有限公司\n认证标准：GB/T 19001-2016\n认证范围：五金件的生产\n颁证日期：2024-09-10\n有效期至：2027-09-09\n";
    private static readonly string[] Broken = ["空白.pdf", "半截.docx", "假表.xlsx", "假页.pdf"];
    private readonly Product product = new();

    [Fact]
    public void Check_BrokenPapersInAFolder_AreDefectsAndTheRestIsJudged()
    {
        var folder = Write();
        Assert.Equal(Broken.Order(StringComparer.Ordinal), Unreadable(product.Json("check", folder, "--standard", "gbt36132-2025", "--as-of", "2026-06-30")));
        Assert.Equal("met", Verdict(product.Json("gap", folder, "--standard", "gbt36132-2025", "--as-of", "2026-06-30"), "basic.qms"));
    }

    [Fact]
    public void Check_BrokenPapersInTheStore_AreDefectsAsInTheFolder()
    {
        var folder = Write();
        Assert.Equal(1, product.Run("ingest", folder).Code);
        Assert.Equal(Broken.Order(StringComparer.Ordinal), Unreadable(product.Json("check", Code, "--standard", "gbt36132-2025", "--as-of", "2026-06-30")));
        Assert.Equal("met", Verdict(product.Json("gap", Code, "--standard", "gbt36132-2025", "--as-of", "2026-06-30"), "basic.qms"));

        // it is not forgotten that it could not be read, and once it can be, the defect is gone
        Assert.Equal(1, product.Run("ingest", folder).Code);
        foreach (var name in Broken)
        {
            File.Delete(Path.Combine(folder, name));
        }

        Assert.Equal(0, product.Run("ingest", folder).Code);
        Assert.Empty(Unreadable(product.Json("check", Code, "--standard", "gbt36132-2025", "--as-of", "2026-06-30")));
    }

    [Fact]
    public void Check_PaperOfManyNestedMarks_IsReadOrToldWithoutAnException()
    {
        var folder = Write();
        File.WriteAllText(Path.Combine(folder, "怪.txt"), "质量管理体系认证证书\n" + new string('（', 20_000) + string.Concat(Enumerable.Repeat("有效期有效期至：", 5_000)) + string.Concat(Enumerable.Repeat("某公司", 20_000)));
        var answer = product.Run("check", folder, "--standard", "gbt36132-2025", "--as-of", "2026-06-30", "--format", "json");
        Assert.Equal(0, answer.Code);
        Assert.DoesNotContain("Exception", answer.Error, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => product.Dispose();

    private static IEnumerable<string> Unreadable(JsonElement check) =>
        check.GetProperty("defects").EnumerateArray().Where(d => d.GetProperty("kind").GetString() == "unreadable").Select(d => d.GetProperty("path").GetString() ?? string.Empty).Order(StringComparer.Ordinal);

    private static string? Verdict(JsonElement gap, string criterion) =>
        gap.GetProperty("findings").EnumerateArray().First(f => f.GetProperty("criterion").GetString() == criterion).GetProperty("verdict").GetString();

    private string Write()
    {
        var folder = Path.Combine(product.Folder, "papers");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "enterprise.yaml"), $"name: 肇庆砺舟五金有限公司\ncreditCode: {Code}\nindustry: \"3351\"\njurisdiction: 广东省\nproducts: [五金件]\nfounded: 2012-01-01\n");
        File.WriteAllText(Path.Combine(folder, "证书.txt"), Certificate);
        File.WriteAllBytes(Path.Combine(folder, Broken[0]), []);
        File.WriteAllBytes(Path.Combine(folder, Broken[1]), [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3]);
        File.WriteAllBytes(Path.Combine(folder, Broken[2]), [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
        File.WriteAllBytes(Path.Combine(folder, Broken[3]), Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 9 0 R >>\n%%EOF"));
        return folder;
    }
}
