using System.Globalization;
using PolicyGraph.Graph;

namespace PolicyGraph.Ontology.Standards;

/// <summary>A rule as properties of its Criterion node, and back.</summary>
/// <remarks>
/// <c>rule</c> names the kind; every other property begins with <c>rule</c>. Parts are parallel lists, so that <c>rulePartTitles[i]</c> and <c>rulePartFields[i]</c> belong together;
/// a list inside a list, and names with their aliases, are joined by <c>|</c>.
/// </remarks>
internal static class RuleProperties
{
    internal static void Write(CriterionRule rule, Dictionary<string, GraphValue> to)
    {
        switch (rule)
        {
            case StatementsRule r:
                to["rule"] = "statements";
                to["ruleYears"] = (long)r.Years;
                to["ruleFreshMonths"] = (long)r.FreshMonths;
                to["rulePartTitles"] = List(r.Parts.Select(p => p.Title));
                to["rulePartClearedBy"] = List(r.Parts.Select(p => Join(p.ClearedBy)));
                to["rulePartRefutedBy"] = List(r.Parts.Select(p => Join(p.RefutedBy)));
                to["rulePartWants"] = List(r.Parts.Select(p => p.Want));
                to["rulePartFrom"] = List(r.Parts.Select(p => Join(p.From)));
                to["rulePartCovers"] = List(r.Parts.Select(p => p.Covers ? "true" : "false"));
                break;
            case CertificateRule r:
                to["rule"] = "certificate";
                to["ruleStandards"] = List(r.Standards.Select(s => $"{s.Number}|{s.Since.ToString(CultureInfo.InvariantCulture)}"));
                to["ruleWithdrawn"] = List(r.Withdrawn);
                to["ruleCertificates"] = List(r.Certificates);
                to["ruleDocuments"] = List(r.Documents);
                to["ruleAuditMonths"] = (long)r.AuditMonths;
                break;
            case DutiesRule r:
                to["rule"] = "duties";
                to["ruleFrom"] = List(r.From);
                to["rulePartTitles"] = List(r.Parts.Select(p => p.Title));
                to["rulePartFields"] = List(r.Parts.Select(p => p.Field));
                to["rulePartTests"] = List(r.Parts.Select(p => p.Test));
                break;
            case RatioRule r:
                to["rule"] = "ratio";
                to["ruleNumerator"] = List(r.Numerator);
                to["ruleDenominator"] = List(r.Denominator);
                to["ruleOptional"] = List(r.Optional);
                to["ruleTimeless"] = List(r.Timeless);
                to["rulePercent"] = r.Percent;
                to["ruleYears"] = (long)r.Years;
                to["ruleDirection"] = r.LowerIsBetter ? "lower" : "higher";
                to["ruleUnit"] = r.Unit;
                to["ruleStated"] = r.Stated;
                to["ruleFormula"] = r.Formula;
                to["ruleQualifiers"] = Names(r.Qualifiers);
                break;
            case CountRule r:
                to["rule"] = "count";
                to["ruleField"] = r.Field;
                to["ruleStated"] = r.Stated;
                to["ruleDirection"] = "higher";
                to["ruleUnit"] = r.Unit;
                to["ruleItems"] = Names(r.Items);
                break;
            case DocumentRule r:
                to["rule"] = "document";
                to["ruleTypes"] = List(r.Types);
                to["ruleFields"] = List(r.Required);
                to["ruleStandards"] = List(r.Standards);
                to["ruleProduct"] = r.Product;
                to["ruleYear"] = r.Year;
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"rule {rule.GetType().Name}");
        }
    }

    internal static CriterionRule Read(IReadOnlyDictionary<string, GraphValue> from)
    {
        ArgumentNullException.ThrowIfNull(from);
        return Text(from, "rule") switch
        {
            "statements" => new StatementsRule(Whole(from, "ruleYears"), Whole(from, "ruleFreshMonths"), [.. Texts(from, "rulePartTitles").Select((title, i) => new StatementPart(
                title, Split(from, "rulePartClearedBy", i), Split(from, "rulePartRefutedBy", i), Texts(from, "rulePartWants")[i], Split(from, "rulePartFrom", i), Texts(from, "rulePartCovers")[i] == "true"))]),
            "certificate" => new CertificateRule(
                [.. Texts(from, "ruleStandards").Select(s => s.Split('|')).Select(s => new StandardEdition(s[0], int.Parse(s[1], CultureInfo.InvariantCulture)))],
                Texts(from, "ruleWithdrawn"), Texts(from, "ruleCertificates"), Texts(from, "ruleDocuments"), Whole(from, "ruleAuditMonths")),
            "duties" => new DutiesRule(Texts(from, "ruleFrom"), [.. Texts(from, "rulePartTitles").Select((title, i) => new DutyPart(title, Texts(from, "rulePartFields")[i], Texts(from, "rulePartTests")[i]))]),
            "ratio" => new RatioRule(
                Texts(from, "ruleNumerator"), Texts(from, "ruleDenominator"), Texts(from, "ruleOptional"), Texts(from, "ruleTimeless"), Flag(from, "rulePercent"), Whole(from, "ruleYears"),
                Text(from, "ruleDirection") == "lower", Text(from, "ruleUnit") ?? string.Empty, Text(from, "ruleStated"), Text(from, "ruleFormula") ?? string.Empty, Names(from, "ruleQualifiers")),
            "count" => new CountRule(Text(from, "ruleField") ?? string.Empty, Text(from, "ruleStated"), Text(from, "ruleUnit") ?? string.Empty, Names(from, "ruleItems")),
            "document" => new DocumentRule(Texts(from, "ruleTypes"), Texts(from, "ruleFields"), Texts(from, "ruleStandards"), Flag(from, "ruleProduct"), Flag(from, "ruleYear")),
            var other => throw new InvalidDataException($"图中的准则规则“{other ?? "（空）"}”不认识，请用 policygraph rebuild 重新装载本体"),
        };
    }

    internal static string Signature(CriterionRule rule)
    {
        var properties = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
        Write(rule, properties);
        return string.Join('\n', properties.Where(p => !p.Value.IsNull).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={Plain(p.Value)}"));
    }

    private static string Plain(GraphValue value) => value switch
    {
        ListValue list => string.Join('\t', list.Values.Select(Plain)),
        IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        BooleanValue flag => flag.Value ? "true" : "false",
        _ => value.AsString() ?? string.Empty,
    };

    private static GraphValue List(IEnumerable<string> texts) => GraphValue.ListOf(texts);

    private static string Join(IEnumerable<string> texts) => string.Join('|', texts);

    private static GraphValue Names(IReadOnlyDictionary<string, IReadOnlyList<string>> names) => List(names.Select(n => Join([n.Key, .. n.Value])));

    private static string? Text(IReadOnlyDictionary<string, GraphValue> from, string key) => from.GetValueOrDefault(key)?.AsString();

    private static int Whole(IReadOnlyDictionary<string, GraphValue> from, string key) => (int)(from.GetValueOrDefault(key)?.AsInteger() ?? 1);

    private static bool Flag(IReadOnlyDictionary<string, GraphValue> from, string key) => from.GetValueOrDefault(key)?.AsBoolean() ?? false;

    private static List<string> Texts(IReadOnlyDictionary<string, GraphValue> from, string key) =>
        [.. (from.GetValueOrDefault(key)?.AsList() ?? []).Select(v => v.AsString() ?? string.Empty)];

    private static string[] Split(IReadOnlyDictionary<string, GraphValue> from, string key, int at) => Texts(from, key)[at].Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, IReadOnlyList<string>> Names(IReadOnlyDictionary<string, GraphValue> from, string key) =>
        Texts(from, key).Select(n => n.Split('|')).ToDictionary(n => n[0], n => (IReadOnlyList<string>)n[1..], StringComparer.Ordinal);
}
