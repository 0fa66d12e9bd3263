using System.Text.RegularExpressions;

namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>A class of differences that is meant to be: explained-differences.txt holds them all, each with both answers and a reason.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Query">Which statements it covers.</param>
/// <param name="Server">What the server's answer looks like.</param>
/// <param name="Embedded">What the embedded graph's answer looks like.</param>
internal sealed record ExplainedDifference(string Name, Regex Query, Regex Server, Regex Embedded)
{
    /// <summary>How many classes there may be.</summary>
    public const int Most = 10;

    private static readonly RegexOptions Options = RegexOptions.Singleline | RegexOptions.CultureInvariant;

    /// <summary>Reads the file beside the tests.</summary>
    public static IReadOnlyList<ExplainedDifference> All()
    {
        List<ExplainedDifference> all = [];
        Dictionary<string, string> fields = [];
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Differential", "explained-differences.txt")).Append("= "))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal) && fields.Count > 0)
            {
                Assert.All((string[])["reason", "example", "server says", "embedded says"], f => Assert.True(fields.ContainsKey(f), $"{fields["name"]}: {f} is missing"));
                all.Add(new ExplainedDifference(fields["name"], new Regex(fields["query"], Options), new Regex(fields["server"], Options), new Regex(fields["embedded"], Options)));
                fields = [];
            }

            var at = line.IndexOf(": ", StringComparison.Ordinal);
            if (line.StartsWith("= ", StringComparison.Ordinal) && line.Length > 2)
            {
                fields["name"] = line[2..];
            }
            else if (fields.Count > 0 && at > 0)
            {
                fields[line[..at]] = line[(at + 2)..];
            }
        }

        return all;
    }

    /// <summary>Whether this explains why two answers differ.</summary>
    public bool Explains(GeneratedQuery query, Answered server, Answered embedded) =>
        Query.IsMatch(query.Text) && Server.IsMatch($"{server.Text}\n{server.Detail}") && Embedded.IsMatch($"{embedded.Text}\n{embedded.Detail}");
}
