using System.Text.Json;

namespace PolicyGraph.EndToEnd;

/// <summary>An assessment that was kept: later answers say what moved since and why, and a graph made again holds it still.</summary>
public sealed class SavedAssessmentTests : IDisposable
{
    private const string Code = "91445300MA9XK0WN47";
    private const string AsOf = "2026-06-30";
    private readonly Product product = new();
    private readonly string folder;

    public SavedAssessmentTests()
    {
        folder = Path.Combine(product.Folder, "enterprise");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(CorpusFixture.Enterprise))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => product.Dispose();

    [Fact]
    public void Gap_AfterAPaperWasTakenAway_SaysWhichVerdictMovedAndWhy()
    {
        product.Json("ingest", folder);
        Assert.Empty(Moved(product.Json("gap", Code, "--as-of", AsOf)));
        product.Json("gap", Code, "--as-of", AsOf, "--benchmarks", CorpusFixture.Benchmarks, "--save");
        Assert.Empty(Moved(product.Json("gap", Code, "--as-of", AsOf, "--benchmarks", CorpusFixture.Benchmarks)));
        File.Delete(Directory.GetFiles(folder, "*14001*").Single());

        var changed = product.Json("ingest", folder, "--diff").GetProperty("changes");
        var change = Assert.Single(changed.EnumerateArray());
        Assert.Equal(("met", "insufficient_evidence"), (change.GetProperty("before").GetString(), change.GetProperty("after").GetString()));
        Assert.Equal($"{Code}/ISO14001证书.txt", Assert.Single(change.GetProperty("because").EnumerateArray()).GetProperty("document").GetString());
        var id = change.GetProperty("id").GetString()!; // the key is always there
        Assert.Equal("met", product.Json("show", id).GetProperty("verdict").GetString());

        var moved = Assert.Single(Moved(product.Json("gap", Code, "--as-of", AsOf, "--benchmarks", CorpusFixture.Benchmarks)));
        Assert.Equal(("basic.ems", "met", "insufficient_evidence"), (moved.GetProperty("criterion").GetString(), moved.GetProperty("from").GetString(), moved.GetProperty("to").GetString()));
        Assert.Equal(JsonValueKind.Null, moved.GetProperty("because")[0].GetProperty("quote").ValueKind);
    }

    [Fact]
    public void Gap_OnALaterDay_QuotesTheCertificateThatEnded()
    {
        product.Json("gap", folder, "--as-of", AsOf, "--save");
        var moved = Assert.Single(Moved(product.Json("gap", folder, "--as-of", "2027-03-16")), m => m.GetProperty("criterion").GetString() == "basic.ems");
        var cause = Assert.Single(moved.GetProperty("because").EnumerateArray());
        var text = product.Json("extract", Path.Combine(folder, cause.GetProperty("path").GetString()!)).GetProperty("text").GetString()!;
        Assert.Equal("有效期至：2027年3月15日", cause.GetProperty("quote").GetString());
        Assert.Equal(cause.GetProperty("quote").GetString(), text[cause.GetProperty("start").GetInt32()..cause.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public void Rebuild_RestoresWhatWasSaved_NodeByNode()
    {
        product.Json("gap", folder, "--as-of", AsOf, "--save"); // before its papers are in the graph
        product.Json("ingest", folder);
        product.Json("gap", Code, "--as-of", AsOf, "--benchmarks", CorpusFixture.Benchmarks, "--save");
        File.AppendAllText(Directory.GetFiles(folder, "*14001*").Single(), "\n（此行为后来所加。）\n");
        product.Json("ingest", folder);
        var before = Graph();
        Assert.Contains(before, l => l.Contains("RESTS_ON", StringComparison.Ordinal));
        product.Json("rebuild");
        Assert.Equal(before, Graph());
        Assert.Equal(2, product.Json("list", "assessments").GetProperty("items").GetArrayLength());

        product.Json("remove", Code);
        Assert.Empty(product.Json("list", "assessments").GetProperty("items").EnumerateArray());
        product.Json("rebuild");
        Assert.Empty(product.Json("list", "assessments").GetProperty("items").EnumerateArray());
    }

    [Fact]
    public void Gap_WithoutSave_WritesNothing()
    {
        product.Json("ingest", folder);
        var journal = File.ReadAllText(Path.Combine(product.Data, "journal.jsonl"));
        product.Json("gap", Code, "--as-of", AsOf, "--benchmarks", CorpusFixture.Benchmarks);
        product.Json("gap", folder, "--as-of", AsOf);
        Assert.Equal(journal, File.ReadAllText(Path.Combine(product.Data, "journal.jsonl")));
        Assert.Equal(0, product.Json("cypher", "MATCH (a:Assessment) RETURN count(a)").GetProperty("rows")[0][0].GetInt64());
    }

    [Fact]
    public void Save_Twice_IsOneAssessmentAndOneOriginalOfTheBenchmarkFile()
    {
        product.Json("ingest", folder);
        product.Json("gap", Code, "--as-of", AsOf, "--benchmarks", CorpusFixture.Benchmarks, "--save");
        var count = product.Json("cypher", "MATCH (n) RETURN count(n)").GetProperty("rows")[0][0].GetInt64();
        product.Json("gap", Code, "--as-of", AsOf, "--benchmarks", CorpusFixture.Benchmarks, "--save");
        Assert.Equal(count, product.Json("cypher", "MATCH (n) RETURN count(n)").GetProperty("rows")[0][0].GetInt64());
        var sha256 = product.Json("cypher", "MATCH (a:Assessment) RETURN a.benchmarksSha256").GetProperty("rows")[0][0].GetString()!; // a benchmark file was given
        Assert.Equal(File.ReadAllBytes(CorpusFixture.Benchmarks), File.ReadAllBytes(Path.Combine(product.Data, "originals", sha256)));
    }

    private static List<JsonElement> Moved(JsonElement answer) => [.. answer.GetProperty("moved").EnumerateArray()];

    private List<string> Graph()
    {
        var nodes = product.Json("cypher", "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties").GetProperty("rows").EnumerateArray().Select(Sorted);
        var links = product.Json("cypher", "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS properties, b.id AS b").GetProperty("rows").EnumerateArray().Select(Sorted);
        return [.. nodes.Concat(links).Order(StringComparer.Ordinal)];
    }

    /// <summary>A row with the keys of its maps in order: what was set first is no difference.</summary>
    private static string Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}:{Sorted(p.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(Sorted))}]",
        _ => element.GetRawText(),
    };
}
