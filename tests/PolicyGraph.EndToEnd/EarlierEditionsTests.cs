namespace PolicyGraph.EndToEnd;

/// <summary>The editions of 2016 and 2018 in the graph and on paper; what is right under them is in SampleEnterprisesTests.</summary>
public sealed class EarlierEditionsTests(CorpusFixture corpus) : IClassFixture<CorpusFixture>
{
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
}
