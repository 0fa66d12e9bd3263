using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;

namespace PolicyGraph.Cypher.Planning;

/// <summary>An expression that is ready to run.</summary>
/// <param name="Evaluate">Computes it.</param>
/// <param name="Shape">What is known of its value.</param>
internal readonly record struct Compiled(Evaluation Evaluate, ValueShape Shape);

/// <summary>Where an expression stands, and what it may therefore use.</summary>
/// <param name="Scope">The variables.</param>
internal sealed record Frame(Scope Scope)
{
    /// <summary>Collects aggregates; null where none are allowed.</summary>
    public List<AggregateSpec>? Aggregates { get; init; }

    /// <summary>Whether this is the argument of an aggregate.</summary>
    public bool InsideAggregate { get; init; }

    /// <summary>Whether a pattern may stand as a condition.</summary>
    public bool AllowsPatterns { get; init; }

    /// <summary>Expressions whose values are in a slot already, by their canonical text.</summary>
    public IReadOnlyDictionary<string, Binding>? Substitutions { get; init; }

    /// <summary>Beside an aggregate: the variables that are grouping keys; null elsewhere.</summary>
    public IReadOnlySet<string>? Grouping { get; init; }

    /// <summary>The canonical texts of grouping keys that are more than a variable or property.</summary>
    public IReadOnlyList<string> ComplexKeys { get; init; } = [];

    /// <summary>Variables that an expression itself introduced.</summary>
    public IReadOnlySet<string> Locals { get; init; } = new HashSet<string>();

    /// <summary>The frame inside a comprehension, with its variable.</summary>
    public Frame With(params Binding[] locals)
    {
        var scope = new Scope(Scope);
        foreach (var local in locals)
        {
            scope.Add(local);
        }

        return this with { Scope = scope, Aggregates = null, Locals = new HashSet<string>(Locals.Concat(locals.Select(l => l.Name!)), StringComparer.Ordinal) };
    }
}

/// <summary>One aggregate of a projection.</summary>
/// <param name="Create">Makes an accumulator for a group.</param>
/// <param name="Arguments">Evaluated for every row; none for count(*).</param>
/// <param name="IsDistinct">Whether equal values count once.</param>
/// <param name="Slot">Where its result goes.</param>
/// <param name="Canonical">Its canonical text.</param>
internal sealed record AggregateSpec(Func<Accumulator> Create, IReadOnlyList<Evaluation> Arguments, bool IsDistinct, int Slot, string Canonical);
