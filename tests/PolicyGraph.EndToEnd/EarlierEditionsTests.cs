using System.Text.Json;

namespace PolicyGraph.EndToEnd;

/// <summary>The sample enterprise under the editions of 2016 and 2018. The verdicts were written by hand from the papers before either edition was run.</summary>
public sealed class EarlierEditionsTests(CorpusFixture corpus) : IClassFixture<CorpusFixture>
{
    public static TheoryData<int> Runs() => [.. Enumerable.Range(0, Expected().GetArrayLength())];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Gap_SampleEnterprise_FindsWhatIsRight(int run)
    {
        var expected = Expected()[run];
        var answer = Answer(expected);
        var standard = Assert.Single(answer.GetProperty("standards").EnumerateArray());
        var found = answer.GetProperty("findings").EnumerateArray().ToDictionary(f => f.GetProperty("criterion").GetString()!); // the key is always there
        Assert.Equal(expected.GetProperty("qualifies").GetString(), standard.GetProperty("qualifies").GetString());
        foreach (var finding in expected.GetProperty("findings").EnumerateObject())
        {
            var mine = found[finding.Name];
            Assert.True(finding.Value.GetString() == mine.GetProperty("verdict").GetString(), $"{finding.Name}: {mine.GetProperty("verdict")} ({mine.GetProperty("reason")}); right is {finding.Value}");
        }

        foreach (var (key, list) in new[] { ("points", "points"), ("value", "values") })
        {
            foreach (var right in expected.GetProperty(list).EnumerateObject())
            {
                Assert.Equal(right.Value.GetDouble(), found[right.Name].GetProperty(key).GetDouble(), 0.0001);
            }
        }

        foreach (var bound in new[] { "lower", "upper" }.Where(b => expected.GetProperty(b).ValueKind == JsonValueKind.Number))
        {
            Assert.Equal(expected.GetProperty(bound).GetDouble(), standard.GetProperty("score").GetProperty(bound).GetDouble(), 0.0001);
        }
    }

    [Fact]
    public void Gap_InHumanForm_MarksWhatIsRecalled()
    {
        var told = corpus.Product.Run("gap", CorpusFixture.Enterprise, "--standard", "gbt36132-2018", "--as-of", "2024-06-30");

        Assert.Equal(0, told.Code);
        Assert.Contains("待核实", told.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MATCH (c:Criterion)-[:QUALIFIES_FOR]->(:Designation {id: 'green-park'}) RETURN count(c)", 39)]
    [InlineData("MATCH (c:Criterion)-[:QUALIFIES_FOR]->(:Designation {id: 'green-supply-chain'}) RETURN count(c)", 27)]
    [InlineData("MATCH (:Criterion {id: 'gbt36132-2025/resource.water-reuse'})-[r:CORRESPONDS_TO {relation: 'intersects'}]->(:Criterion {id: 'gbt36132-2018/performance.waste-recovery.wastewater-reuse'}) RETURN count(r)", 1)]
    [InlineData("MATCH (:Edition {id: 'gbt36132-2018'})-[:HAS_CRITERION]->(c)-[:PART_OF]->({criterion: 'infrastructure.building'})-[:PART_OF]->({criterion: 'infrastructure'}) RETURN count(c)", 8)]
    public void Graph_HasTheAnnexesAndTheCorrespondences(string query, int count) =>
        Assert.Equal(count, corpus.Product.Json("cypher", query).GetProperty("rows")[0][0].GetInt32());

    private static JsonElement Expected()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Product.Repository, "tests", "PolicyGraph.EndToEnd", "expected", "yuedong-cement-earlier.json")));
        return json.RootElement.GetProperty("runs").Clone();
    }

    private JsonElement Answer(JsonElement expected)
    {
        string[] arguments = ["gap", CorpusFixture.Enterprise, "--standard", expected.GetProperty("standard").GetString()!, "--as-of", expected.GetProperty("asOf").GetString()!]; // the file is ours and has both
        return corpus.Product.Json(expected.GetProperty("benchmarks").GetString() is { } file ? [.. arguments, "--benchmarks", Path.Combine(Product.Repository, "tests", "PolicyGraph.EndToEnd", file)] : arguments);
    }
}
