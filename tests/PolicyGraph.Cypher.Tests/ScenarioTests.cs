using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Tests;

/// <summary>The language, told by the scenario files; adding a case needs no C#.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Names => [.. ScenarioFile.All().Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Scenario_AsWritten_Holds(string name)
    {
        var scenario = ScenarioFile.All().Single(s => s.Name == name);
        using var store = GraphStore.InMemory();
        await using var database = new EmbeddedGraphDatabase(store);
        foreach (var statement in CypherScript.Split(scenario.Graph))
        {
            await database.ExecuteAsync(new GraphQuery(statement, Access: GraphAccess.Write));
        }

        if (scenario.Rows is null)
        {
            var error = await Assert.ThrowsAsync<GraphException>(() => database.ExecuteAsync(new GraphQuery(scenario.Query, Access: GraphAccess.Write)));
            string[] came = [error.Class.ToString().ToLowerInvariant(), error.Detail ?? string.Empty, error.Hint ?? string.Empty];
            Assert.Equal(scenario.Error, came.Take(scenario.Error.Count));
            return;
        }

        var result = await database.ExecuteAsync(new GraphQuery(scenario.Query, Access: GraphAccess.Write));
        var rows = result.Rows.Select(r => string.Join(" | ", r.Select(ScenarioFile.Write))).ToList();
        var expected = scenario.Rows.Skip(1).ToList();
        Assert.Equal(scenario.Rows[0], string.Join(" | ", result.Columns));
        Assert.Equal(scenario.InOrder ? expected : [.. expected.Order(StringComparer.Ordinal)], scenario.InOrder ? rows : [.. rows.Order(StringComparer.Ordinal)]);
    }
}
