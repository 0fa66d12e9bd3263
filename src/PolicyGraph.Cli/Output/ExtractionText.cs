using System.Globalization;
using PolicyGraph.Api.Json;
using PolicyGraph.Ingestion.Loading;

namespace PolicyGraph.Cli.Output;

/// <summary>What one document says, for people.</summary>
public static class ExtractionText
{
    private const int MaxRows = 200;

    /// <summary>Prints it.</summary>
    public static void Print(ExtractionOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (source, policy) = (output.Source, output.Policy);
        var profile = policy.Profile;
        Terminal.Line(profile.Title ?? "标题：未知");
        Terminal.Line($"  类型 {profile.Kind ?? "未知"}　文号 {profile.DocumentNumber ?? "未知"}　发文机关 {(profile.IssuingAuthorities.Count > 0 ? string.Join("、", profile.IssuingAuthorities) : "未知")}　层级 {profile.Level ?? "未知"}　地区 {profile.Jurisdiction ?? "未知"}");
        Terminal.Line($"  {source.Text.Length} 字，{policy.Provisions.Count} 个条款，{policy.Tables.Count} 张表，{policy.Targets.Count} 个目标，{policy.Norms.Count} 条规范，{policy.Citations.Count} 处引用");
        Table("标题", ["编号", "标题", "位置"], policy.Sections.Select(s => (string[])[s.Number ?? string.Empty, new string('　', Math.Max(0, s.Level - 1)) + s.Title, Place(s.Span.Start, s.Span.End)]));
        Table("目标", ["指标", "数值", "年份", "位置", "原文"], policy.Targets.Select(t => (string[])
        [
            t.Indicator ?? "未写明",
            $"{(ExtractionWords.Of(t.Comparator) is "=" ? string.Empty : ExtractionWords.Of(t.Comparator) + " ")}{t.Value.ToString(CultureInfo.InvariantCulture)}{(t.ValueMax is { } max ? "–" + max.ToString(CultureInfo.InvariantCulture) : string.Empty)} {t.Unit}",
            t.Year?.ToString(CultureInfo.InvariantCulture) ?? "未写明",
            Place(t.Span.Start, t.Span.End),
            source.Text.Slice(t.Span),
        ]));
        Table("规范", ["主体", "情态", "期限", "位置", "原文"], policy.Norms.Select(n => (string[])[n.Actor ?? "未写明", ExtractionWords.Of(n.Modality), n.Deadline ?? n.Recurrence ?? string.Empty, Place(n.Span.Start, n.Span.End), source.Text.Slice(n.Span)]));
        Table("引用", ["文件", "编号", "位置"], policy.Citations.Select(c => (string[])[c.Title ?? string.Empty, c.Number + (c.MeantNumber is { } meant ? $"（应为 {meant}）" : string.Empty), Place(c.Span.Start, c.Span.End)]));
        if (output.Evidence is { } evidence)
        {
            Terminal.Line();
            Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"证据：{evidence.Type}（置信度 {evidence.Confidence:0.00}）"));
            Table("字段", ["字段", "值", "单位", "期间", "位置", "原文"], evidence.Fields.Select(f => (string[])
            [
                f.Name + (f.Qualifier is { } qualifier ? $"（{qualifier}）" : string.Empty),
                f.Statement ?? f.Date ?? f.Written,
                f.Unit ?? string.Empty,
                f.PeriodEnd is { } end ? $"{f.PeriodStart:yyyy-MM-dd}–{end:yyyy-MM-dd}" : string.Empty,
                f.Cell is { } cell ? $"{f.Sheet}!{cell}" : Place(f.Span.Start, f.Span.End),
                source.Text.Slice(f.Span),
            ]));
        }

        foreach (var diagnostic in source.Diagnostics.Concat(policy.Diagnostics))
        {
            Terminal.Fault($"{diagnostic.Code} {diagnostic.Message}");
        }
    }

    private static void Table(string heading, string[] columns, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Terminal.Line();
        Terminal.Line($"{heading}（{all.Count}）");
        Terminal.Line(TextTable.Render(columns, [.. all.Take(MaxRows)]));
        if (all.Count > MaxRows)
        {
            Terminal.Line($"… 还有 {all.Count - MaxRows} 项，用 --format json 查看全部");
        }
    }

    private static string Place(int start, int end) => string.Create(CultureInfo.InvariantCulture, $"{start}–{end}");
}
