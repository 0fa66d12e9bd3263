using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Compliance.Tests;

/// <summary>The queries over the embedded engine: a verdict rests on what the graph holds, and goes with it.</summary>
public class GapServiceTests
{
    private const string Papers = """
        CREATE (e:Enterprise {id: '91130200MA0LANYU01', name: '河北澜玉陶瓷有限公司', creditCode: '91130200MA0LANYU01', industry: '3071', jurisdiction: '河北省', founded: '2012-04-01',
                formerNames: ['河北旧名陶瓷厂'], products: ['陶瓷砖'], notApplicable: ['energy.renewable-share\t厂房屋面不具备条件']}),
          (t:EvidenceType {id: 'management-certificate'}), (w:EvidenceType {id: 'water-statistics'}),
          (e)-[:PROVIDES]->(c:Document:EvidenceFile {id: '91130200MA0LANYU01/证书.txt', path: '证书.txt', type: 'management-certificate'})-[:IS_A]->(t),
          (c)-[:STATES]->(:Fact {id: 'c1', field: 'standard', kind: 'text', written: 'GB/T 19001-2016', group: 0, role: 'value', ordinal: 0, quote: 'GB/T 19001-2016', start: 10, end: 25}),
          (c)-[:STATES]->(:Fact {id: 'c2', field: 'validUntil', kind: 'date', written: '2028年7月31日', date: '2028-07-31', group: 0, role: 'value', ordinal: 1, quote: '有效期至2028年7月31日', start: 30, end: 43}),
          (e)-[:PROVIDES]->(s:Document:EvidenceFile {id: '91130200MA0LANYU01/用水.xlsx', path: '用水.xlsx', type: 'water-statistics'})-[:IS_A]->(w),
          (s)-[:STATES]->(:Fact {id: 's1', field: 'waterIntake', kind: 'quantity', written: '2.00', number: '2.00', unit: '万立方米', periodStart: '2025-01-01', periodEnd: '2025-12-31', group: 0, role: 'value', ordinal: 0, quote: '2.00', start: 5, end: 9, sheet: '用水', cell: 'B3'}),
          (s)-[:STATES]->(:Fact {id: 's2', field: 'waterReused', kind: 'quantity', written: '80000', number: '80000', unit: 'm³', periodStart: '2025-01-01', periodEnd: '2025-12-31', group: 0, role: 'value', ordinal: 1, quote: '80000', start: 15, end: 20, sheet: '用水', cell: 'C3'})
        """;

    [Theory]
    [InlineData("91130200MA0LANYU01")]
    [InlineData("河北澜玉陶瓷有限公司")]
    [InlineData("河北旧名陶瓷厂")]
    public async Task Assess_ByCodeOrName_RestsOnTheGraph(string enterprise)
    {
        using var store = GraphStore.InMemory();
        var assessment = await AssessAsync(await LoadAsync(store), enterprise);

        Assert.Equal(26, assessment.Findings.Count);
        var qms = Assert.Single(assessment.Findings, f => f.Criterion == "basic.qms");
        Assert.Equal(Verdict.Met, qms.Verdict);
        Assert.Contains(qms.Evidence, e => e is { Path: "证书.txt", Fact: { Start: 10, End: 25 } });
        var water = Assert.Single(assessment.Findings, f => f.Criterion == "resource.water-reuse");
        Assert.Equal(80, water.Value);
        Assert.Contains(water.Evidence, e => e.Fact is { Sheet: "用水", Cell: "B3" });
        Assert.Equal(Verdict.NotApplicable, Assert.Single(assessment.Findings, f => f.Criterion == "energy.renewable-share").Verdict);
        Assert.Contains(assessment.Eligibility, s => s.Deadline == new DateOnly(2026, 7, 31));
    }

    [Fact]
    public async Task Criterion_WithoutItsRelationship_HasNoFinding()
    {
        using var store = GraphStore.InMemory();
        var graph = await LoadAsync(store);
        await graph.ExecuteAsync(new GraphQuery("MATCH (:Edition {id: 'gbt36132-2025'})-[r:HAS_CRITERION]->(:Criterion {criterion: 'basic.qms'}) DELETE r", null, GraphAccess.Write));

        var assessment = await AssessAsync(graph, "91130200MA0LANYU01");

        Assert.Equal(25, assessment.Findings.Count);
        Assert.DoesNotContain(assessment.Findings, f => f.Criterion == "basic.qms");
    }

    [Fact]
    public async Task Paper_WithoutItsRelationship_ProvesNothing()
    {
        using var store = GraphStore.InMemory();
        var graph = await LoadAsync(store);
        await graph.ExecuteAsync(new GraphQuery("MATCH (:Enterprise)-[r:PROVIDES]->({path: '证书.txt'}) DELETE r", null, GraphAccess.Write));

        Assert.Equal(Verdict.InsufficientEvidence, Assert.Single((await AssessAsync(graph, "91130200MA0LANYU01")).Findings, f => f.Criterion == "basic.qms").Verdict);
    }

    [Fact]
    public async Task RuleInTheGraph_Decides_NotTheFile()
    {
        using var store = GraphStore.InMemory();
        var graph = await LoadAsync(store);
        await graph.ExecuteAsync(new GraphQuery("MATCH (c:Criterion {criterion: 'basic.qms'}) SET c.ruleStandards = ['GB/T 19001|2025']", null, GraphAccess.Write));

        Assert.Equal(Verdict.DefectiveEvidence, Assert.Single((await AssessAsync(graph, "91130200MA0LANYU01")).Findings, f => f.Criterion == "basic.qms").Verdict);
    }

    [Fact]
    public async Task UnknownEnterprise_IsNamed()
    {
        using var store = GraphStore.InMemory();
        var graph = await LoadAsync(store);

        var error = await Assert.ThrowsAsync<GapException>(() => AssessAsync(graph, "查无此企业"));
        Assert.Contains("查无此企业", error.Message, StringComparison.Ordinal);
    }

    private static Task<Assessment> AssessAsync(IGraphDatabase graph, string enterprise) =>
        new GapService(graph, OntologyFiles.Units, OntologyFiles.Energies).AssessAsync(new GapRequest(enterprise, new DateOnly(2026, 3, 27)), CancellationToken.None);

    private static async Task<IGraphDatabase> LoadAsync(GraphStore store)
    {
        var graph = new EmbeddedGraphDatabase(store);
        foreach (var claims in OntologyFiles.Standards.Select(s => s.Claims()))
        {
            foreach (var node in claims.Nodes)
            {
                var properties = new MapValue(node.Properties.Where(p => !p.Value.IsNull).ToDictionary(p => p.Key, p => p.Value));
                await graph.ExecuteAsync(new GraphQuery($"MERGE (n:{node.Key.Label} {{id: $id}}) SET n += $properties", new Dictionary<string, GraphValue> { ["id"] = node.Key.Id, ["properties"] = properties }, GraphAccess.Write));
            }

            foreach (var r in claims.Relationships)
            {
                await graph.ExecuteAsync(new GraphQuery($"MATCH (a:{r.From.Label} {{id: $from}}), (b:{r.To.Label} {{id: $to}}) MERGE (a)-[:{r.Type}]->(b)", new Dictionary<string, GraphValue> { ["from"] = r.From.Id, ["to"] = r.To.Id }, GraphAccess.Write));
            }
        }

        await graph.ExecuteAsync(new GraphQuery(Papers, null, GraphAccess.Write));
        return graph;
    }
}
