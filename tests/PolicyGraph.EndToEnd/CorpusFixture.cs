using System.Text.Json;

namespace PolicyGraph.EndToEnd;

/// <summary>A data folder with the corpus ingested once, for tests that only read.</summary>
public sealed class CorpusFixture : IDisposable
{
    private readonly Dictionary<string, JsonElement> gaps = [];

    public CorpusFixture() => First = Product.Json("ingest", Corpus);

    public static string Corpus { get; } = Path.Combine(Product.Repository, "corpus");

    public static string Enterprise { get; } = Path.Combine(Corpus, "enterprises", "yuedong-cement");

    public static string Benchmarks { get; } = Enterprise + ".benchmarks.yaml";

    public Product Product { get; } = new();

    /// <summary>What the first ingest answered.</summary>
    public JsonElement First { get; }

    /// <summary>One answer of gap, asked once.</summary>
    public JsonElement Gap(string standard, string asOf, string? benchmarks, string? enterprise = null)
    {
        var key = $"{enterprise} {standard} {asOf} {benchmarks}";
        if (!gaps.TryGetValue(key, out var answer))
        {
            string[] arguments = ["gap", enterprise ?? Enterprise, "--standard", standard, "--as-of", asOf];
            gaps[key] = answer = Product.Json(benchmarks is null ? arguments : [.. arguments, "--benchmarks", benchmarks]);
        }

        return answer;
    }

    public void Dispose() => Product.Dispose();
}
