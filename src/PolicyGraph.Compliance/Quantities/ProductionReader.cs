using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>Reads output or output value, whichever the unit of a benchmark asks for.</summary>
/// <remarks>
/// Several products in one unit are added only where they are kinds of one product (their names end alike: 浓缩苹果汁, 浓缩梨汁). Otherwise the one that the enterprise declares as its product is taken,
/// and where that is not one alone, nobody may choose: they are to be measured separately or converted to a standard product.
/// </remarks>
internal sealed class ProductionReader(Dossier dossier, QuantityReader quantities)
{
    private static readonly string[] Noise = ["合格品", "合格", "产品", "产量", "成品", "主要", "年产量", "其中", "合计", "总计", "小计"];

    /// <param name="dimension">Dimension of the denominator: <c>money</c> for output value, else that of the product.</param>
    /// <param name="year">The year.</param>
    internal Reading Read(string dimension, int year)
    {
        if (dimension == "money")
        {
            return quantities.Read("outputValue", year);
        }

        var facts = quantities.Facts("output").ToList();
        var fitting = facts.Where(f => dossier.Units.TryParse(f.Unit, out var unit) && unit.Dimension == dimension).ToList();
        if (fitting.Count == 0)
        {
            return facts.Count == 0 ? new Reading.Absent("output", $"没有文件写明 {year} 年产量") : quantities.Read("output", facts, year, dimension);
        }

        fitting.RemoveAll(f => f.Role == "part" && IsWholeYear(f) && fitting.Exists(o => o.Role != "part" && o.DocumentId == f.DocumentId && o.PeriodStart == f.PeriodStart && o.PeriodEnd == f.PeriodEnd)); // 其中：甲型 beside all of it
        var clusters = Clusters(Qualified(fitting));
        var unnamed = clusters.Find(c => c.Name.Length == 0);
        clusters.RemoveAll(c => c.Name.Length == 0);
        if (clusters.Count <= 1)
        {
            return quantities.Read("output", [.. clusters.SelectMany(c => c.Facts), .. unnamed.Facts ?? []], year, dimension);
        }

        var ofYear = clusters.Where(c => c.Facts.Exists(f => f.PeriodStart?.Year == year)).ToList();
        clusters = ofYear.Count > 0 ? ofYear : clusters;
        var declared = clusters.Where(c => dossier.Enterprise.Products.Any(p => SameProduct(Key(p), c.Name))).ToList();
        clusters = declared.Count > 0 ? declared : clusters;
        return clusters.Count == 1 ? quantities.Read("output", clusters[0].Facts, year, dimension) : Several(clusters, unnamed.Facts, dimension, year);
    }

    private Reading Several(List<(string Name, List<Fact> Facts)> clusters, List<Fact>? unnamed, string dimension, int year)
    {
        if (unnamed is not null && quantities.Read("output", unnamed, year, dimension) is Reading.Known { Amount: var whole }
            && clusters.ConvertAll(c => quantities.Read("output", c.Facts, year, dimension)) is var each && each.TrueForAll(r => r is Reading.Known)
            && Amount.Sum([.. each.OfType<Reading.Known>().Select(k => k.Amount)]).Agrees(whole))
        {
            return new Reading.Known(whole); // the paper adds its products itself
        }

        if (!clusters.TrueForAll(c => c.Name.Length >= 2 && clusters[0].Name.EndsWith(c.Name[^2..], StringComparison.Ordinal)))
        {
            return new Reading.Absent("output", $"{string.Join("、", clusters.Select(c => c.Name))}的产量单位相同而产品不同，应分别计算或折算为标准产品，不能直接相加");
        }

        var sums = new List<Amount>();
        foreach (var cluster in clusters)
        {
            if (quantities.Read("output", cluster.Facts, year, dimension) is Reading.Known known)
            {
                sums.Add(known.Amount);
            }
            else
            {
                return quantities.Read("output", cluster.Facts, year, dimension);
            }
        }

        var sum = Amount.Sum(sums);
        return unnamed is not null && quantities.Read("output", unnamed, year, dimension) is Reading.Known total
            ? quantities.Together("产量", [sum, total.Amount])
            : new Reading.Known(sum);
    }

    private static bool IsWholeYear(Fact fact) => fact is { PeriodStart: { Month: 1, Day: 1 } from, PeriodEnd: { Month: 12, Day: 31 } to } && from.Year == to.Year;

    /// <summary>Where a paper gives both all and qualified output of a year, the qualified one.</summary>
    private static List<Fact> Qualified(List<Fact> facts) =>
        [.. facts.GroupBy(f => (f.DocumentId, f.PeriodStart, f.PeriodEnd)).SelectMany(g => g.Any(IsQualified) && g.Any(f => !IsQualified(f) && g.Any(q => IsQualified(q) && SameProduct(Key(q.Qualifier), Key(f.Qualifier)))) ? g.Where(IsQualified) : g)];

    private static bool IsQualified(Fact fact) => (fact.Qualifier + fact.Quote).Contains("合格", StringComparison.Ordinal) && !fact.Quote.Contains("不合格", StringComparison.Ordinal);

    private static List<(string Name, List<Fact> Facts)> Clusters(List<Fact> facts)
    {
        var clusters = new List<(string Name, List<Fact> Facts)>();
        foreach (var fact in facts)
        {
            var key = Key(fact.Qualifier);
            var at = clusters.FindIndex(c => c.Name == key);
            at = at >= 0 ? at : clusters.FindIndex(c => SameProduct(c.Name, key) && !facts.Exists(f => f.DocumentId == fact.DocumentId && f.PeriodStart == fact.PeriodStart && Key(f.Qualifier) == c.Name));
            if (at < 0)
            {
                clusters.Add((key, [fact]));
            }
            else
            {
                clusters[at].Facts.Add(fact);
            }
        }

        return clusters;
    }

    /// <summary>Whether two names are one product: the longer ends with the shorter (硅酸盐水泥, 水泥); 水泥熟料 is no 水泥.</summary>
    private static bool SameProduct(string a, string b) => a.Length == 0 || b.Length == 0 ? a == b : a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal);

    private static string Key(string? name)
    {
        var text = NormalizedText.Fold(name ?? string.Empty).Squeeze().Text;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        text = open > 0 ? text[..open] : text;
        return Noise.Aggregate(text, (t, n) => t.Replace(n, string.Empty, StringComparison.Ordinal));
    }
}
