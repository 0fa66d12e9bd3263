using System.Globalization;
using PolicyGraph.Documents;
using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Reads the targets of a table of indicators: a name column, columns that are years, and perhaps unit, change and 属性.</summary>
internal static class TableTargets
{
    /// <summary>The targets of one table; none when its header names no year.</summary>
    public static IEnumerable<Target> Read(Table table, string path, string? note, string? scope, IndicatorLexicon indicators, Func<int, bool> isAhead)
    {
        var header = table.Rows[0];
        var years = header.Select(c => YearOf(c.Text)).ToList();
        var dated = years.Where(y => y is not null).Select(y => y!.Value).Distinct().Order().ToList(); // the null ones are left out
        if (dated.Count == 0 || !isAhead(dated[^1]))
        {
            yield break;
        }

        var nameColumn = header.Select((c, i) => (Word: Plain(c.Text), i)).Where(c => c.Word.Contains("指标", StringComparison.Ordinal) || c.Word is "项目" or "名称").Select(c => c.i).FirstOrDefault();
        var unitColumn = IndexOf(header, "单位");
        var natureColumn = IndexOf(header, "属性");
        var changeColumn = header.Select((c, i) => (Word: Plain(c.Text), i)).Where(c => c.Word.Contains("累计", StringComparison.Ordinal) || c.Word.Contains("降速", StringComparison.Ordinal) || c.Word.Contains("增速", StringComparison.Ordinal) || c.Word.Contains("降幅", StringComparison.Ordinal) || c.Word.Contains("增幅", StringComparison.Ordinal)).Select(c => (int?)c.i).FirstOrDefault();
        var baseColumn = dated.Count > 1 ? years.IndexOf(dated[0]) : -1;
        string? parentHead = null;
        foreach (var row in table.Rows.Skip(1))
        {
            if (row.Count <= nameColumn)
            {
                continue;
            }

            var (name, unit, isChild, numbered) = NameOf(row[nameColumn].Text);
            var head = indicators.Heads.FirstOrDefault(h => name.EndsWith(h, StringComparison.Ordinal) && h.Length > 1);
            if (numbered)
            {
                parentHead = head;
            }
            else if (head is null && parentHead is not null && (isChild || !numbered))
            {
                name += parentHead;
            }

            unit = unitColumn is { } u && u < row.Count && Plain(row[u].Text).Length > 0 ? Plain(row[u].Text) : unit;
            var nature = natureColumn is { } n && n < row.Count && Plain(row[n].Text) is { Length: > 0 } word ? word : note;
            var any = false;
            var baseValue = baseColumn > 0 && baseColumn < row.Count && TryValue(row[baseColumn].Text, out var old, out _) ? old : (decimal?)null;
            for (var column = 0; column < row.Count; column++)
            {
                if (years[Math.Min(column, years.Count - 1)] is { } year && column < years.Count && column != baseColumn && isAhead(year) && TryValue(row[column].Text, out var value, out var comparator))
                {
                    any = true;
                    yield return Make(row, nameColumn, column, name, unit, value, comparator, year, baseColumn > 0 ? dated[0] : null, baseValue, Change(name), null, nature, path, scope, indicators);
                }
            }

            if (!any && changeColumn is { } c && c < row.Count && TryValue(row[c].Text, out var change, out var compare))
            {
                yield return Make(row, nameColumn, c, name, unit, change, compare, dated[^1], baseColumn > 0 ? dated[0] : null, null, Change(name) is TargetChange.Level ? Change(header[c].Text) : Change(name), "cumulative", nature, path, scope, indicators);
            }
        }
    }

    private static Target Make(IReadOnlyList<TableCell> row, int name, int column, string indicator, string? unit, decimal value, Comparator comparator, int year, int? baseYear, decimal? baseValue, TargetChange change, string? basis, string? binding, string path, string? scope, IndicatorLexicon indicators) => new()
    {
        Span = row[Math.Min(name, column)].Span.Cover(row[Math.Max(name, column)].Span),
        Path = path,
        Indicator = indicator,
        IndicatorId = indicators.Find(indicator)?.Id,
        Value = value,
        Unit = unit,
        Comparator = comparator,
        Year = year,
        BaseYear = baseYear,
        BaseValue = baseValue,
        Change = change,
        Basis = basis,
        Binding = binding,
        Scope = TargetScope.OfName(indicator) ?? scope,
    };

    private static TargetChange Change(string name) =>
        name.Contains("下降", StringComparison.Ordinal) || name.Contains("降低", StringComparison.Ordinal) || name.Contains("减少", StringComparison.Ordinal) || name.Contains("降速", StringComparison.Ordinal) || name.Contains("降幅", StringComparison.Ordinal) ? TargetChange.Fall
        : name.Contains("增长", StringComparison.Ordinal) || name.Contains("提高", StringComparison.Ordinal) || name.Contains("增幅", StringComparison.Ordinal) || name.Contains("增速", StringComparison.Ordinal) ? TargetChange.Rise
        : TargetChange.Level;

    /// <summary>（5）工业固体废物综合利用率（%） → name, unit, whether 其中, whether numbered. Only the last pair of brackets is the unit.</summary>
    private static (string Name, string? Unit, bool IsChild, bool Numbered) NameOf(string cell)
    {
        var name = Plain(cell);
        string? unit = null;
        if (name.EndsWith(')') && name.LastIndexOf('(') is > 0 and var open)
        {
            unit = name[(open + 1)..^1];
            name = name[..open];
        }

        var child = name.StartsWith("其中", StringComparison.Ordinal);
        name = child ? name[2..].TrimStart(':') : name;
        var start = 0;
        var bracket = name.StartsWith('(') ? 1 : 0;
        while (start + bracket < name.Length && ChineseAmount.IsDigit(name[start + bracket]))
        {
            start++;
        }

        var numbered = start > 0 && start + bracket < name.Length && name[start + bracket] is ')' or '.' or '、';
        if (numbered)
        {
            name = name[(start + bracket + 1)..];
        }

        return (name, unit, child, numbered);
    }

    private static bool TryValue(string cell, out decimal value, out Comparator comparator)
    {
        value = 0;
        comparator = Comparator.Equal;
        var plain = Plain(cell).Trim('[', ']', '(', ')');
        var at = 0;
        while (at < plain.Length && !ChineseAmount.IsDigit(plain[at]))
        {
            at++;
        }

        var lead = plain.AsSpan(0, at);
        comparator = lead is ">" or "≥" or "大于" or "不低于" || plain.EndsWith("以上", StringComparison.Ordinal) || plain.EndsWith("左右以上", StringComparison.Ordinal) ? Comparator.AtLeast
            : lead is "<" or "≤" or "小于" or "不高于" || plain.EndsWith("以内", StringComparison.Ordinal) || plain.EndsWith("以下", StringComparison.Ordinal) ? Comparator.AtMost
            : plain.EndsWith("左右", StringComparison.Ordinal) || lead is "约" ? Comparator.About
            : Comparator.Equal;
        if (at > 3 || !ChineseAmount.TryReadAt(plain, at, out var amount))
        {
            return false;
        }

        value = lead is "-" ? -amount.Value : amount.Value;
        return true;
    }

    private static int? YearOf(string cell)
    {
        var plain = Plain(cell);
        for (var i = 0; i + 4 <= plain.Length; i++)
        {
            if (int.TryParse(plain.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2101)
            {
                return plain.Contains("累计", StringComparison.Ordinal) || plain.Contains('-', StringComparison.Ordinal) ? null : year;
            }
        }

        return null;
    }

    private static int? IndexOf(IReadOnlyList<TableCell> header, string word)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (Plain(header[i].Text).Contains(word, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return null;
    }

    private static string Plain(string cell) => NormalizedText.Fold(cell).Squeeze().Text;
}
