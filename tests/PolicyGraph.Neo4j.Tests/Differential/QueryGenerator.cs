using System.Text;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>Writes queries at random from a seed: the same seed, the same queries.</summary>
/// <remarks>Each query is written around one production, in turn, so that each comes as often as any other; what else it is made of is left to chance and counted.</remarks>
internal sealed partial class QueryGenerator(int seed)
{
    // Private use: no query has these characters of its own.
    private const char FirstMark = '\uE000';
    private static readonly Production[] Productions = Enum.GetValues<Production>();
    private readonly Random random = new(seed);
    private readonly int[] uses = new int[Productions.Length];
    private Dictionary<string, GraphValue> parameters = new(StringComparer.Ordinal);
    private int names;

    /// <summary>How often each production was used in what was written so far.</summary>
    public IEnumerable<(Production Production, int Uses)> Coverage => Productions.Select(p => (p, uses[(int)p]));

    /// <summary>The next queries.</summary>
    public IEnumerable<GeneratedQuery> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            parameters = new(StringComparer.Ordinal);
            names = 0;
            var production = Productions[i % Productions.Length];
            var query = Around(production);
            uses[(int)production] += query.Text.Contains(Mark(production)) ? 0 : 1;
            yield return query with { Text = Unmarked(query.Text) };
        }
    }

    private GeneratedQuery Around(Production production) => production switch
    {
        <= Production.OptionalCall => Reading(production),
        <= Production.WriteInSubquery => Writing(production),
        <= Production.ShowSchema => Schema(production),
        <= Production.AllShortestPaths => Matching(production),
        <= Production.PatternParameter => MatchingPaths(production),
        >= Production.SyntaxFault => Faulty(production),
        >= Production.CountStar => Aggregating(production),
        _ => Evaluating(production),
    };

    // What is written is marked, so that only what comes into the query is counted, not what was drawn and left.
    private static string Use(Production production, string text) => Mark(production) + text;

    private static char Mark(Production production) => (char)(FirstMark + (int)production);

    private string Unmarked(string marked)
    {
        var text = new StringBuilder(marked.Length);
        foreach (var c in marked)
        {
            if (c is >= FirstMark and < (char)(FirstMark + 1000))
            {
                uses[c - FirstMark]++;
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private bool Chance(double probability) => random.NextDouble() < probability;

    private string Name(string stem) => $"{stem}{++names}";

    private GeneratedQuery Read(string text, bool isOrdered = false) => new(text, parameters, Writes: false, isOrdered);

    private GeneratedQuery Write(string text) => new(text, parameters, Writes: true, IsOrdered: false);
}
