using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PolicyGraph.Api.Requests;

/// <summary>What stands behind the <c>?</c>: the commands' options in camelCase, and no others.</summary>
internal static class QueryNames
{
    private const int MaxLength = 2000;
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>Refuses names that are not known, come twice, or have values without end.</summary>
    public static void Allow(IQueryCollection query, params string[] names)
    {
        foreach (var (name, values) in query)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                throw JsonBody.Bad(names.Length == 0 ? $"网址里的“{name}”不认识；这里不用参数" : $"网址里的“{name}”不认识；可用的参数：{string.Join("、", names)}");
            }

            if (values.Count != 1 || values.ToString().Length > MaxLength)
            {
                throw JsonBody.Bad($"网址里的“{name}”只能给一次，且不超过 {MaxLength.ToString(CultureInfo.InvariantCulture)} 个字");
            }
        }
    }

    /// <summary>The value of a name; null where it is left out or empty.</summary>
    public static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The values of a name with commas between them.</summary>
    public static IReadOnlyList<string> List(IQueryCollection query, string name) =>
        query[name].ToString().Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A day; null where it is left out.</summary>
    public static DateOnly? Day(IQueryCollection query, string name) => Text(query, name) switch
    {
        null => null,
        var written when DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var written => throw JsonBody.Bad($"{name}={written} 不是有效日期；应写作 2026-06-30"),
    };

    /// <summary>A year; null where it is left out.</summary>
    public static int? Year(IQueryCollection query, string name) => Text(query, name) switch
    {
        null => null,
        var written when int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 2100 => year,
        var written => throw JsonBody.Bad($"{name}={written} 不是年份；应写作 2025"),
    };

    /// <summary>Whether something is asked for; false where it is left out.</summary>
    public static bool Flag(IQueryCollection query, string name) => Text(query, name) switch
    {
        null or "false" => false,
        "true" => true,
        var written => throw JsonBody.Bad($"{name}={written} 应为 true 或 false"),
    };

    /// <summary>Today in Shanghai.</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Shanghai).DateTime);
}
