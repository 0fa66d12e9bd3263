using PolicyGraph.Compliance.Facts;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>What proves a quantity of renewable energy: trade, certificates or own generation. Trade and certificates may prove the same power.</summary>
internal static class PowerKind
{
    /// <summary>Power that was traded, or of which nothing is said.</summary>
    internal const string Traded = "绿电";

    /// <summary>Power that certificates stand for.</summary>
    internal const string Certified = "绿证";

    private static readonly string[] Certificates = ["绿证", "绿色电力证书", "GEC", "green-certificate"];
    private static readonly string[] Own = ["光伏", "自发自用", "自用电量", "自发电"];
    private static readonly string[] Trades = ["交易", "结算", "绿电", "绿色电力", "成交", "合同"];

    /// <summary>The kind; other sources (沼气, 生物质) are kinds of their own.</summary>
    internal static string Of(Fact fact)
    {
        var words = fact.Qualifier + fact.Quote;
        return Has(words, Certificates) ? Certified
            : Has(words, Own) ? "光伏"
            : fact.Qualifier is null || Has(fact.Qualifier, Trades) ? Traded
            : fact.Qualifier;
    }

    private static bool Has(string words, string[] any) => Array.Exists(any, a => words.Contains(a, StringComparison.OrdinalIgnoreCase));
}
