using System.Text.Json;

namespace PolicyGraph.EndToEnd;

/// <summary>A data folder with the corpus ingested once, for tests that only read.</summary>
public sealed class CorpusFixture : IDisposable
{
    public CorpusFixture() => First = Product.Json("ingest", Corpus);

    public static string Corpus { get; } = Path.Combine(Product.Repository, "corpus");

    public static string Enterprise { get; } = Path.Combine(Corpus, "enterprises", "yuedong-cement");

    public static string Benchmarks { get; } = Enterprise + ".benchmarks.yaml";

    public Product Product { get; } = new();

    /// <summary>What the first ingest answered.</summary>
    public JsonElement First { get; }

    public void Dispose() => Product.Dispose();
}
