using System.Globalization;
using System.Text.Json;

namespace PolicyGraph.EndToEnd;

/// <summary>What a paper is called decides nothing: under other names, in another order, the sample enterprises get the same verdicts and the same defects.</summary>
public sealed class ShuffledNamesTests
{
    private const string AsOf = "2026-06-30";

    [Theory]
    [InlineData("yuedong-cement", 1)]
    [InlineData("wengchuan-chemical", 2)]
    public void GapAndCheck_PapersUnderOtherNames_SayTheSame(string enterprise, int seed)
    {
        var folder = Path.Combine(CorpusFixture.Corpus, "enterprises", enterprise);
        using var product = new Product();
        var shuffled = Path.Combine(product.Folder, "shuffled");
        Shuffle(folder, shuffled, seed);

        Assert.Equal(Findings(product, folder, folder), Findings(product, shuffled, folder));
        Assert.Equal(Defects(product, folder), Defects(product, shuffled));
    }

    private static void Shuffle(string from, string to, int seed)
    {
        Directory.CreateDirectory(to);
        File.Copy(Path.Combine(from, "enterprise.yaml"), Path.Combine(to, "enterprise.yaml"));
        var papers = Directory.GetFiles(from).Where(f => Path.GetFileName(f) != "enterprise.yaml").Order(StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(papers);
        for (var i = 0; i < papers.Length; i++)
        {
            File.Copy(papers[i], Path.Combine(to, string.Create(CultureInfo.InvariantCulture, $"{i:00}{Path.GetExtension(papers[i])}")));
        }
    }

    private static List<string> Findings(Product product, string folder, string benchmarks) =>
        [.. product.Json("gap", folder, "--standard", "gbt36132-2025", "--benchmarks", benchmarks + ".benchmarks.yaml", "--as-of", AsOf).GetProperty("findings").EnumerateArray()
            .Select(f => $"{f.GetProperty("criterion")} {f.GetProperty("verdict")} {f.GetProperty("value")} {f.GetProperty("unit")} {f.GetProperty("points")} {string.Join(" | ", f.GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("quote").ToString()).Order(StringComparer.Ordinal))}")];

    // A pair has two sides: which one comes first is the names' doing.
    private static SortedSet<string> Defects(Product product, string folder) =>
        new(product.Json("check", folder, "--standard", "gbt36132-2025", "--as-of", AsOf).GetProperty("defects").EnumerateArray().Select(d => $"{d.GetProperty("rule")} {d.GetProperty("kind")} {string.Join(" | ", new[] { Side(d), d.GetProperty("other") is { ValueKind: JsonValueKind.Object } other ? Side(other) : string.Empty }.Order(StringComparer.Ordinal))} {d.GetProperty("affects")}"), StringComparer.Ordinal);

    private static string Side(JsonElement place) => $"{place.GetProperty("field")} {place.GetProperty("value")} {place.GetProperty("unit")} {place.GetProperty("quote")}";
}
