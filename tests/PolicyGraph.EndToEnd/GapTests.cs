using System.Text.Json;

namespace PolicyGraph.EndToEnd;

/// <summary>The main question, over the whole way: files, graph, verdicts. The expected findings were written by hand before any rule existed.</summary>
public sealed class GapTests(CorpusFixture corpus) : IClassFixture<CorpusFixture>
{
    private const string AsOf = "2026-06-30";

    public static TheoryData<string, string> ExpectedFindings()
    {
        var data = new TheoryData<string, string>();
        foreach (var run in Expected().GetProperty("runs").EnumerateArray())
        {
            foreach (var finding in run.GetProperty("findings").EnumerateObject())
            {
                data.Add(run.GetProperty("standard").GetString()!, finding.Name); // the file is ours and has both
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(ExpectedFindings))]
    public void Gap_SampleEnterprise_FindsWhatIsRight(string standard, string criterion)
    {
        var expected = Run(standard).GetProperty("findings").GetProperty(criterion);
        var finding = Assert.Single(Answer(standard).GetProperty("findings").EnumerateArray(), f => f.GetProperty("criterion").GetString() == criterion);
        var because = expected.GetProperty("because").GetString();
        var verdicts = expected.GetProperty("verdict").EnumerateArray().Select(v => v.GetString());
        Assert.True(verdicts.Contains(finding.GetProperty("verdict").GetString()), $"{criterion}: {finding.GetProperty("verdict")} ({finding.GetProperty("reason")}, {finding.GetProperty("arithmetic")}); right is {string.Join('|', verdicts)}: {because}");
        if (expected.GetProperty("points") is { ValueKind: JsonValueKind.Number } points)
        {
            Assert.Equal(points.GetDouble(), finding.GetProperty("points").GetDouble(), 0.05);
        }

        if (expected.GetProperty("value") is { ValueKind: JsonValueKind.Number } value)
        {
            Assert.Equal(value.GetDouble(), finding.GetProperty("value").GetDouble(), 0.001 * Math.Max(1, value.GetDouble()));
        }

        var papers = finding.GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("path").GetString()).ToHashSet();
        var wanted = expected.GetProperty("evidence").EnumerateArray().Select(e => e.GetString()).ToList();
        Assert.True(wanted.Count == 0 || wanted.Exists(papers.Contains), $"{criterion} cites {string.Join(", ", papers)}; right is one of {string.Join(", ", wanted)}");
    }

    [Theory]
    [InlineData("gbt36132-2025")]
    [InlineData("measures2024-13")]
    public void Gap_SampleEnterprise_QualifiesAsItsFindingsSay(string standard)
    {
        var expected = Run(standard);
        var one = Assert.Single(Answer(standard).GetProperty("standards").EnumerateArray());
        Assert.Equal(expected.GetProperty("qualifies").GetString(), one.GetProperty("qualifies").GetString());
        foreach (var bound in (string[])["lower", "upper"])
        {
            if (expected.GetProperty(bound) is { ValueKind: JsonValueKind.Number } right)
            {
                Assert.Equal(right.GetDouble(), one.GetProperty("score").GetProperty(bound).GetDouble(), 0.05);
            }
        }
    }

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

    private static JsonElement Expected()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Product.Repository, "tests", "PolicyGraph.EndToEnd", "expected", "yuedong-cement.json")));
        return json.RootElement.Clone();
    }

    private static JsonElement Run(string standard) => Expected().GetProperty("runs").EnumerateArray().Single(r => r.GetProperty("standard").GetString() == standard);

    private JsonElement Answer(string standard) => corpus.Gap(standard, AsOf, standard == "gbt36132-2025" ? CorpusFixture.Benchmarks : null);

    private static SortedSet<string> Verdicts(JsonElement answer) =>
        new(answer.GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("standard")} {f.GetProperty("criterion")} {f.GetProperty("verdict")}"), StringComparer.Ordinal);
}
