using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Tests.Standards;

/// <summary>Values that rules beside the standards set, as data.</summary>
public class LimitReaderTests
{
    private const string Quota = """
        limits:
          - id: db44-water-3011
            document: DB44/T 1461 用水定额
            clause: 表 2
            certainty: local
            level: province
            indicator: water-intensity
            value: 0.35
            unit: m³/t
            validFrom: 2021-09-01
            scope: { industries: ["3011"], places: [广东省], builtBefore: 2021-09-01 }
        """;

    [Fact]
    public void Limit_ReadAndClaimed_ComesBackFromItsNode()
    {
        var limit = Assert.Single(Read(Quota));
        var claims = new GraphClaims();
        LimitProperties.Claim(claims, limit);

        var node = Assert.Single(claims.Nodes, n => n.Key.Label == "Limit");
        Assert.Equal(0.35m, limit.Value);
        Assert.Equal(LimitLevel.Province, limit.Level);
        Assert.Equal(new DateOnly(2021, 9, 1), limit.Scope.BuiltBefore);
        Assert.Contains(claims.Relationships, r => r.Type == "MEASURES" && r.To.Id == "water-intensity");
        Assert.Equal(LimitProperties.Signature(limit), LimitProperties.Signature(LimitProperties.Read(node.Key.Id, "water-intensity", node.Properties)));
    }

    [Theory]
    [InlineData("level: province", "level: county", "county")]
    [InlineData("certainty: local", "certainty: sure", "sure")]
    [InlineData("validFrom: 2021-09-01", "validFrom: 2021-09-01\n    validUntil: 2020-01-01", "早于")]
    [InlineData("value: 0.35", "value: 严", "严")]
    [InlineData("    unit: m³/t\n", "", "unit")]
    [InlineData("places: [广东省]", "province: 广东省", "province")]
    public void Limit_ThatIsWrong_IsRefusedWithItsLine(string good, string bad, string said)
    {
        var error = Assert.Throws<YamlException>(() => Read(Quota.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_WithOneIdTwice_AreRefused() =>
        Assert.Contains("重复", Assert.Throws<YamlException>(() => Read(Quota + Quota["limits:".Length..])).Message, StringComparison.Ordinal);

    private static IReadOnlyList<Limit> Read(string text) => Limit.Load(YamlReader.Read(text, "quota.limits.yaml"));
}
