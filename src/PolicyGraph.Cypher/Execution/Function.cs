using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>A function of the language.</summary>
/// <param name="Name">As it is documented.</param>
/// <param name="Minimum">Least number of arguments.</param>
/// <param name="Maximum">Greatest number of arguments.</param>
/// <param name="Call">Computes it; where null does not pass, none of the arguments is null.</param>
internal sealed record Function(string Name, int Minimum, int Maximum, Func<GraphValue[], RunContext, GraphValue> Call)
{
    /// <summary>What each argument may be; the last counts for all that follow.</summary>
    public IReadOnlyList<ValueKinds> Kinds { get; init; } = [];

    /// <summary>What comes of it.</summary>
    public Func<ValueShape[], ValueShape> Shape { get; init; } = _ => ValueShape.Any;

    /// <summary>Whether it wants to see null arguments; otherwise one of them makes the result null.</summary>
    public bool PassesNull { get; init; }

    /// <summary>Whether equal arguments give equal results within a statement.</summary>
    public bool IsDeterministic { get; init; } = true;

    public ValueKinds KindOf(int argument) => Kinds.Count == 0 ? ValueKinds.Any : Kinds[Math.Min(argument, Kinds.Count - 1)];

    /// <summary>The error for an argument that turned out to be of the wrong type.</summary>
    public static GraphException Mismatch(string name, GraphValue value, string wanted) =>
        CypherFault.Type($"函数 {name} 的参数应当是{wanted}，得到的是{Operators.Describe(value)}。", "InvalidArgumentValue");
}

/// <summary>All functions, found by name in any case.</summary>
internal static class FunctionLibrary
{
    private static readonly Dictionary<string, Function> Known = Load();

    public static IEnumerable<string> Names => Known.Values.Select(f => f.Name).Where(n => !n.Contains(' ', StringComparison.Ordinal));

    public static Function? Find(string name) => Known.GetValueOrDefault(name);

    private static Dictionary<string, Function> Load()
    {
        var known = new Dictionary<string, Function>(160, StringComparer.OrdinalIgnoreCase);
        foreach (var function in GraphFunctions.All.Concat(ListFunctions.All).Concat(TextFunctions.All).Concat(NumberFunctions.All).Concat(TemporalFunctions.All).Concat(PointFunctions.All))
        {
            known[function.Name] = function;
        }

        return known;
    }
}
