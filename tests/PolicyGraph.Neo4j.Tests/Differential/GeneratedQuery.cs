using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>One generated statement.</summary>
/// <param name="Text">The Cypher.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Writes">Whether it changes the graph.</param>
/// <param name="IsOrdered">Whether its rows come in an order that it fixes wholly.</param>
internal sealed record GeneratedQuery(string Text, IReadOnlyDictionary<string, GraphValue> Parameters, bool Writes, bool IsOrdered)
{
    /// <summary>The statements that make the graph which all queries are asked of.</summary>
    public static IReadOnlyList<string> Graph { get; } =
    [
        "CREATE CONSTRAINT document_id FOR (d:Document) REQUIRE d.id IS UNIQUE",
        "CREATE INDEX firm_name FOR (f:Firm) ON (f.name)",
        """
        UNWIND range(1, 12) AS i
        CREATE (d:Document {id: i, title: ['绿色工厂', '能源管理', '碳排放', 'Green plan', ''][i % 5] + toString(i), year: 2015 + i % 7, share: i * 0.75, binding: i % 3 = 0,
          tags: [['节能', '低碳'], ['a', 'b', 'c'], []][i % 3], issued: date({year: 2015 + i % 7, month: 1 + i % 12, day: 28 - i})})
        """,
        "MATCH (d:Document) WHERE d.id % 2 = 0 SET d:Policy",
        "MATCH (d:Document) WHERE d.id % 4 = 1 REMOVE d.year, d.share",
        """
        UNWIND range(1, 5) AS i
        CREATE (:Firm {id: 100 + i, name: ['甲厂', '乙厂', '丙厂', 'Ding', 'ß'][i - 1], founded: datetime({year: 1990 + i, month: 3, day: i, hour: i, timezone: ['+08:00', 'Asia/Shanghai', 'Z', 'Europe/Berlin', '-03:00'][i - 1]}),
          place: point({longitude: 110.0 + i, latitude: 20.0 + i}), lasts: duration({months: i, days: 2 * i, hours: i}), opens: localtime({hour: 6 + i, minute: i}),
          closes: time({hour: 16 + i, timezone: '+08:00'}), seen: localdatetime({year: 2020 + i, month: i, day: i, hour: i}), days: [date({year: 2024, month: i}), date({year: 2023, month: i})], marks: [i * 0.5, i], ok: [true, i > 2]})
        """,
        "UNWIND range(1, 11) AS i MATCH (a:Document {id: i}), (b:Document {id: i + 1}) CREATE (a)-[:NEXT {w: i % 4, since: date({year: 2020, month: i, day: 1})}]->(b)",
        "UNWIND [[3, 1], [5, 1], [6, 2], [6, 3], [7, 7], [9, 2], [12, 6], [12, 6]] AS e MATCH (a:Document {id: e[0]}), (b:Document {id: e[1]}) CREATE (a)-[:CITES {w: e[0] - e[1], note: 'n' + toString(e[1])}]->(b)",
        "UNWIND range(1, 5) AS i MATCH (f:Firm {id: 100 + i}), (d:Document {id: 2 * i}) CREATE (f)-[:KEEPS {w: 1.5 * i}]->(d)",
    ];
}
