using System.Globalization;
using PolicyGraph.Tracing;

namespace PolicyGraph.Reports.Traces;

/// <summary>A trace as rows: one for each link, the same in CSV and in a workbook.</summary>
internal static class TraceRows
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "链", "指标", "id", "上级 id", "文件", "标题", "层级", "地区", "范围", "数值", "数值上限", "单位", "比较", "变化", "口径", "年份", "基期", "基期值", "原文", "起", "止", "为何是下级", "标记", "标记说明",
    ];

    /// <summary>The columns of the comparison.</summary>
    public static IReadOnlyList<string> ComparisonColumns { get; } = ["指标", "比较的地区", .. Columns.Skip(2)];

    /// <summary>The rows, chain by chain; a number is a <see cref="decimal"/>, what is unknown is null.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Of(Trace trace) =>
        trace.Chains.SelectMany((chain, i) => chain.Links.Select(link => (IReadOnlyList<object?>)[(decimal)(i + 1), chain.Indicator, .. Cells(link)]));

    /// <summary>The rows of the comparison; a place without a target has nothing behind its name.</summary>
    public static IEnumerable<IReadOnlyList<object?>> OfComparison(Trace trace) =>
        (trace.Comparison ?? []).SelectMany(c => c.Rows.Select(row => (IReadOnlyList<object?>)[c.Indicator, row.Jurisdiction, .. row.Link is { } link ? Cells(link) : new object?[Columns.Count - 2]]));

    /// <summary>A cell as text; numbers with a point, nothing for what is unknown.</summary>
    public static string Text(object? cell) => cell is decimal number ? number.ToString("0.############", CultureInfo.InvariantCulture) : cell as string ?? string.Empty;

    private static IEnumerable<object?> Cells(TraceLink link) =>
    [
        link.Id, link.Parent, link.Document, link.Title, link.Level, link.Jurisdiction, link.Scope, link.Value, link.ValueMax, link.Unit, link.Comparator, link.Change, link.Basis,
        (decimal?)link.Year, (decimal?)link.BaseYear, link.BaseValue, link.Quote, (decimal)link.Start, (decimal)link.End, link.Why,
        string.Join('；', link.Flags.Select(f => f.Word)), string.Concat(link.Flags.Select(f => f.Why)),
    ];
}
