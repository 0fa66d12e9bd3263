using System.Globalization;
using PolicyGraph.Tracing;

namespace PolicyGraph.Cli.Output;

/// <summary>A trace for people: each chain that has more than its root as a tree with reasons and quotes, what stands alone as one table.</summary>
public static class TraceText
{
    private const int MaxRows = 200;

    /// <summary>Prints it.</summary>
    public static void Print(Trace trace, Language language)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var links = trace.Chains.Sum(c => c.Links.Count);
        var linked = trace.Chains.Where(c => c.Links.Count > 1).ToList();
        Terminal.Line(language.In($"{links} 个目标，{trace.Chains.Count} 条链，其中 {linked.Count} 条有下级目标", $"{links} targets in {trace.Chains.Count} chains, {linked.Count} of them with targets below"));
        foreach (var chain in linked)
        {
            PrintChain(chain, language);
        }

        PrintAlone([.. trace.Chains.Where(c => c.Links.Count == 1).Select(c => (c.Indicator, c.Links[0]))], language);
        PrintComparison(trace.Comparison, language);
    }

    private static void PrintChain(TraceChain chain, Language language)
    {
        Terminal.Line();
        Terminal.Line($"【{chain.Indicator}】");
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var link in chain.Links)
        {
            var depth = depths[link.Id] = link.Parent is { } parent ? depths.GetValueOrDefault(parent) + 1 : 0;
            var margin = new string('　', depth * 2);
            Terminal.Line($"{margin}{(depth > 0 ? "└ " : string.Empty)}{link.Jurisdiction ?? "地区未知"}　{Value(link)}{Due(link)}　{Title(link)}");
            Terminal.Line($"{margin}　　{language.In("据", "Quote")} {link.Document} [{Place(link)}]：“{Terminal.Quote(link.Quote)}”");
            if (link.Why is { } why)
            {
                Terminal.Line($"{margin}　　{language.In("相承", "Why")}：{why}");
            }

            foreach (var flag in link.Flags)
            {
                Terminal.Line($"{margin}　　! {Name(flag.Kind, language)}：{flag.Why}");
            }
        }
    }

    private static void PrintAlone(IReadOnlyList<(string Indicator, TraceLink Link)> alone, Language language)
    {
        if (alone.Count == 0)
        {
            return;
        }

        Terminal.Line();
        Terminal.Line(language.In($"【没有上下级的目标】{alone.Count}", $"[Targets that stand alone] {alone.Count}"));
        Terminal.Line(TextTable.Render(
            ["指标", "地区", "目标", "期限", "标记", "文件", "位置", "原文"],
            [.. alone.Take(MaxRows).Select(a => (string[])[a.Indicator, a.Link.Jurisdiction ?? "未知", Value(a.Link), a.Link.Year?.ToString(CultureInfo.InvariantCulture) ?? "未写明", string.Join('、', a.Link.Flags.Select(f => Name(f.Kind, language))), a.Link.Document, Place(a.Link), a.Link.Quote])]));
        if (alone.Count > MaxRows)
        {
            Terminal.Line(language.In($"… 还有 {alone.Count - MaxRows} 项，用 --indicator、--jurisdiction 缩小范围，或用 --format json、csv 查看全部", $"… {alone.Count - MaxRows} more: narrow down with --indicator or --jurisdiction, or use --format json or csv"));
        }
    }

    private static void PrintComparison(IReadOnlyList<Comparison>? comparison, Language language)
    {
        if (comparison is null)
        {
            return;
        }

        Terminal.Line();
        Terminal.Line(language.In($"【对比】{comparison.Count} 个指标", $"[Comparison] {comparison.Count} indicators"));
        if (comparison.Count == 0)
        {
            Terminal.Line(language.In("这些地区都没有目标。", "None of these places has a target."));
            return;
        }

        Terminal.Line(TextTable.Render(
            ["指标", "地区", "目标", "期限", "范围", "文件", "原文"],
            [.. comparison.SelectMany(c => c.Rows.Select((r, i) => (string[])[i == 0 ? c.Indicator : string.Empty, r.Jurisdiction, r.Link is { } link ? Value(link) : "—", r.Link?.Year?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, r.Link?.Scope ?? string.Empty, r.Link?.Document ?? string.Empty, r.Link?.Quote ?? string.Empty])).Take(MaxRows)]));
    }

    private static string Value(TraceLink link)
    {
        var lead = link.Comparator switch { ">=" => "≥ ", "<=" => "≤ ", "about" => "约 ", _ => string.Empty };
        var change = (link.Basis == "annual" ? "年均" : string.Empty) + link.Change switch { "fall" => "下降 ", "rise" => "增加 ", _ => string.Empty };
        return $"{change}{lead}{Number(link.Value)}{(link.ValueMax is { } max ? "–" + Number(max) : string.Empty)} {link.Unit}".TrimEnd();
    }

    private static string Due(TraceLink link) =>
        (link.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"（到 {year} 年") : "（年份未写明") + (link.BaseYear is { } start ? string.Create(CultureInfo.InvariantCulture, $"，基期 {start} 年") : string.Empty) + "）";

    private static string Title(TraceLink link) => link.Title is { } title ? $"《{title}》" : link.Document;

    private static string Place(TraceLink link) => string.Create(CultureInfo.InvariantCulture, $"{link.Start}–{link.End}");

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Name(TraceFlagKind kind, Language language) => kind switch
    {
        TraceFlagKind.WeakerThanParent => language.In("低于上级", "weaker than parent"),
        TraceFlagKind.Later => language.In("晚于上级", "later than parent"),
        TraceFlagKind.DifferentBaseline => language.In("基期不同", "different baseline"),
        TraceFlagKind.DifferentUnit => language.In("单位不同", "different unit"),
        TraceFlagKind.Orphan => language.In("无上级", "no parent"),
        TraceFlagKind.NoChild => language.In("无下级", "no child"),
        TraceFlagKind.ReplacedParent => language.In("上级已失效", "parent out of force"),
        _ => throw new System.Diagnostics.UnreachableException($"flag {kind}"),
    };
}
