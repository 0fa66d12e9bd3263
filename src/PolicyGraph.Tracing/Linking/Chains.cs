using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Linking;

/// <summary>Links targets into chains: the one function that decides, from facts alone.</summary>
public static class Chains
{
    /// <summary>One chain for each root target, national roots first, in the order of documents and of the words in them.</summary>
    /// <param name="facts">The targets and their documents.</param>
    /// <param name="lexicon">Designations and generic nouns.</param>
    /// <param name="units">Units, to compare values.</param>
    /// <param name="at">Targets in force on this day, with what they contribute to; null for all.</param>
    public static IReadOnlyList<TraceChain> Of(TraceFacts facts, PolicyLexicon lexicon, UnitLexicon units, DateOnly? at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var validity = new Validity(facts, at);
        var ties = facts.Ties.ToLookup(t => (t.Citing, t.Cited), t => t.Kind);
        var issued = facts.Targets.Where(validity.IsIssued).ToList();
        var alike = issued.ToLookup(t => t.Measure.Key, StringComparer.Ordinal);
        var family = new Family(new KinshipRules(lexicon, units, ties));
        var descents = issued.ToDictionary(t => t.Id, t => family.Of(t, alike[t.Measure.Key]), StringComparer.Ordinal);
        var shown = Shown(issued.Where(validity.IsInForce), descents);
        var flags = new Flags(units, validity, alike, descents.Values.Where(d => d.Parent is not null).Select(d => d.Parent!.Id).ToHashSet(StringComparer.Ordinal)); // the Where says that it is there
        var children = shown.Where(d => d.Parent is not null).ToLookup(d => d.Parent!.Id, StringComparer.Ordinal); // as above
        return
        [
            .. shown.Where(d => d.Parent is null).OrderBy(d => d.Target.Document.Rank ?? PlaceLevel.Municipal).ThenBy(d => d.Target.Document.Id, StringComparer.Ordinal).ThenBy(d => d.Target.Start).ThenBy(d => d.Target.Id, StringComparer.Ordinal)
                .Select(root => new TraceChain(root.Target.Measure.Name, [.. Downward(root, children).Select(d => Link(d, flags, alike))])),
        ];
    }

    /// <summary>What is in force, and what it contributes to whether that is or not.</summary>
    private static List<Descent> Shown(IEnumerable<TargetFacts> inForce, Dictionary<string, Descent> descents)
    {
        var shown = new Dictionary<string, Descent>(StringComparer.Ordinal);
        foreach (var target in inForce)
        {
            for (var descent = descents[target.Id]; shown.TryAdd(descent.Target.Id, descent) && descent.Parent is { } parent;)
            {
                descent = descents[parent.Id];
            }
        }

        return [.. shown.Values];
    }

    private static IEnumerable<Descent> Downward(Descent top, ILookup<string, Descent> children) =>
        children[top.Target.Id].OrderBy(c => c.Target.Document.Place, StringComparer.Ordinal).ThenBy(c => c.Target.Document.Id, StringComparer.Ordinal).ThenBy(c => c.Target.Start).ThenBy(c => c.Target.Id, StringComparer.Ordinal)
            .SelectMany(c => Downward(c, children)).Prepend(top);

    private static TraceLink Link(Descent descent, Flags flags, ILookup<string, TargetFacts> alike)
    {
        var target = descent.Target;
        return new TraceLink
        {
            Id = target.Id,
            Parent = descent.Parent?.Id,
            Document = target.Document.Id,
            Title = target.Document.Title,
            Level = target.Document.Level,
            Jurisdiction = target.Document.Jurisdiction,
            Scope = target.ScopeWritten,
            Value = target.Value,
            ValueMax = target.ValueMax,
            Unit = target.Unit,
            Comparator = target.Comparator,
            Change = target.Change,
            Basis = target.Basis,
            Year = target.Year,
            BaseYear = target.BaseYear,
            BaseValue = target.BaseValue,
            Quote = target.Quote,
            Start = target.Start,
            End = target.End,
            Why = descent is { Parent: { } parent, Kinship: { } kinship } ? Reasons.Of(target, parent, kinship, Flags.Restated(parent, alike[parent.Measure.Key])) : null,
            Flags = flags.Of(descent),
        };
    }
}
