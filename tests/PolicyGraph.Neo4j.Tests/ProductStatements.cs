using System.Text.RegularExpressions;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>The Cypher that stands in the product's source, found by reading it, so that no statement is forgotten.</summary>
internal static partial class ProductStatements
{
    /// <summary>Every statement with its place; what a C# string fills in is <c>…</c>.</summary>
    public static IEnumerable<(string Place, string Statement)> All()
    {
        foreach (var room in (string[])["ingest/PolicyGraph.Ingestion", "src/PolicyGraph.Compliance", "src/PolicyGraph.Tracing", "src/PolicyGraph.Assistant", "src/PolicyGraph.Api", "src/PolicyGraph.Cli"])
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(BothGraphs.Repository, room), "*", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)))
            {
                var found = Path.GetExtension(file) switch
                {
                    ".cypher" => [File.ReadAllText(file)],
                    ".cs" => InSource(File.ReadAllText(file)),
                    _ => (IEnumerable<string>)[],
                };
                foreach (var statement in found)
                {
                    yield return (Path.GetRelativePath(BothGraphs.Repository, file), statement);
                }
            }
        }

        yield return ("quickstart.sh", Quickstart());
    }

    /// <summary>The query that quickstart.sh shows.</summary>
    public static string Quickstart() => InQuickstart().Match(File.ReadAllText(Path.Combine(BothGraphs.Repository, "quickstart.sh"))).Groups["query"].Value;

    /// <summary>Whether a statement that ran is the one that stands in the source: what is written there, with anything where C# fills in.</summary>
    public static bool IsFrom(string ran, string source)
    {
        var text = Squeezed(ran);
        var parts = Squeezed(source).Split('…');
        var at = parts[0].Length;
        if (!text.StartsWith(parts[0], StringComparison.Ordinal) || (parts.Length == 1 && text.Length != at))
        {
            return false;
        }

        foreach (var part in parts.Skip(1).SkipLast(1))
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return parts.Length == 1 || (text.Length - parts[^1].Length >= at && text.EndsWith(parts[^1], StringComparison.Ordinal));
    }

    private static IEnumerable<string> InSource(string code) =>
        Literal().Matches(code).Select(m => m.Groups["raw"].Success ? m.Groups["raw"].Value : m.Groups["interpolated"].Success ? Filled(Unescaped(m.Groups["interpolated"].Value)) : Unescaped(m.Groups["plain"].Value));

    private static string Unescaped(string text) => text.Replace("\\\\", "\\", StringComparison.Ordinal);

    /// <summary>An interpolated string with its holes marked; doubled braces, which stand for one, are kept out of their way.</summary>
    private static string Filled(string interpolated) =>
        Hole().Replace(interpolated.Replace("{{", "\u0001", StringComparison.Ordinal).Replace("}}", "\u0002", StringComparison.Ordinal), "…").Replace('\u0001', '{').Replace('\u0002', '}');

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("""
        ""\"\s*(?<raw>(?:MATCH|UNWIND|MERGE|CREATE|CALL|OPTIONAL|DROP)\b.*?)""\"|\$"(?<interpolated>(?:MATCH|UNWIND|MERGE|CREATE|CALL|OPTIONAL|DROP) [^"]*)"|"(?<plain>(?:MATCH|UNWIND|MERGE|CREATE|CALL|OPTIONAL|DROP) [^"]*)"
        """, RegexOptions.Singleline)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("""cypher '(?<query>[^']*)'""")]
    private static partial Regex InQuickstart();
}
