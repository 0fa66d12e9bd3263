using System.Globalization;
using System.Text;
using PolicyGraph.Graph;

namespace PolicyGraph.Assistant.Passages;

/// <summary>The query files.</summary>
internal static class Queries
{
    /// <summary>The text of a file of <c>Queries</c>.</summary>
    public static string Text(string name)
    {
        var resource = $"PolicyGraph.Assistant.Queries.{name}.cypher";
        using var stream = typeof(Queries).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"resource {resource} is missing");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The query with <c>$ids</c> written into it, so that it can be run again as it is shown.</summary>
    public static string WithIds(string name, IEnumerable<string> ids)
    {
        var list = new StringBuilder("[");
        foreach (var id in ids)
        {
            list.Append(list.Length > 1 ? ", '" : "'").Append(id.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\'');
        }

        var text = Text(name);
        var body = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd();
        return body.Replace("$ids", list.Append(']').ToString(), StringComparison.Ordinal);
    }

    /// <summary>Text of a column; null when it holds none.</summary>
    public static string? Of(this GraphRow row, string column) => row[column].AsString() is { Length: > 0 } text ? text : null;

    /// <summary>Integer of a column.</summary>
    public static int? WholeOf(this GraphRow row, string column) => (int?)row[column].AsInteger();

    /// <summary>Number of a column.</summary>
    public static decimal? NumberOf(this GraphRow row, string column) => row[column].AsNumber() is { } number ? decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>Texts of a column.</summary>
    public static IReadOnlyList<string> TextsOf(this GraphRow row, string column) => [.. row[column].AsList().Select(v => v.AsString()).OfType<string>()];
}
