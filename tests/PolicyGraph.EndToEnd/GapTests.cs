using System.Text.Json;

namespace PolicyGraph.EndToEnd;

/// <summary>The main question, over the whole way: files, graph, verdicts. What is right about each enterprise is in SampleEnterprisesTests.</summary>
public sealed class GapTests(CorpusFixture corpus) : IClassFixture<CorpusFixture>
{
    private const string AsOf = "2026-06-30";

    [Fact]
    public void Gap_ByNameByCodeAndByFolder_AnswersTheSame()
    {
        var byFolder = Verdicts(corpus.Product.Json("gap", CorpusFixture.Enterprise, "--as-of", AsOf));
        Assert.Equal(byFolder, Verdicts(corpus.Product.Json("gap", "91445300MA9XK0WN47", "--as-of", AsOf)));
        Assert.Equal(byFolder, Verdicts(corpus.Product.Json("gap", "广东粤垌水泥有限公司", "--as-of", AsOf)));
    }

    [Fact]
    public void Gap_OfAFolderThatWasNeverIngested_AnswersTheSameAndStoresNothing()
    {
        using var other = new Product();
        Assert.Equal(Verdicts(corpus.Product.Json("gap", CorpusFixture.Enterprise, "--as-of", AsOf)), Verdicts(other.Json("gap", CorpusFixture.Enterprise, "--as-of", AsOf)));
        Assert.False(Directory.Exists(other.Data), "gap wrote to the data folder");
    }

    [Fact]
    public void Gap_WithOneCriterionTakenOutOfTheGraph_LosesThatFinding()
    {
        using var product = new Product();
        product.Json("ingest", CorpusFixture.Corpus);
        var before = Verdicts(product.Json("gap", CorpusFixture.Enterprise, "--as-of", AsOf));
        product.Json("cypher", "MATCH (:Edition {id: 'gbt36132-2025'})-[r:HAS_CRITERION]->(:Criterion {criterion: 'basic.ems'}) DELETE r", "--write");
        var after = Verdicts(product.Json("gap", CorpusFixture.Enterprise, "--as-of", AsOf));
        Assert.Equal(["gbt36132-2025 basic.ems"], before.Except(after).Select(f => f[..f.LastIndexOf(' ')]));
    }

    [Fact]
    public void Gap_EveryQuote_StandsInThePaperThatItNames()
    {
        var texts = new Dictionary<string, string>();
        var answer = corpus.Product.Json("gap", CorpusFixture.Enterprise, "--as-of", AsOf, "--benchmarks", CorpusFixture.Benchmarks);
        var cited = answer.GetProperty("findings").EnumerateArray().SelectMany(f => f.GetProperty("evidence").EnumerateArray()).ToList();
        Assert.True(cited.Count > 20, "findings cite the papers");
        foreach (var evidence in cited)
        {
            var path = evidence.GetProperty("path").GetString()!; // the key is always there
            if (!texts.TryGetValue(path, out var text))
            {
                texts[path] = text = corpus.Product.Json("extract", Path.Combine(CorpusFixture.Enterprise, path)).GetProperty("text").GetString()!;
            }

            Assert.Equal(evidence.GetProperty("quote").GetString(), text[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()]);
        }
    }

    private static SortedSet<string> Verdicts(JsonElement answer) =>
        new(answer.GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("standard")} {f.GetProperty("criterion")} {f.GetProperty("verdict")}"), StringComparer.Ordinal);
}
