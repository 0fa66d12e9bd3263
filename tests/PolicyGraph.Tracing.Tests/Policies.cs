using System.Globalization;
using PolicyGraph.Tracing.Facts;
using PolicyGraph.Tracing.Linking;

namespace PolicyGraph.Tracing.Tests;

/// <summary>Made-up policies with what they aim at and what they rest on.</summary>
internal sealed class Policies
{
    private readonly Dictionary<string, DocumentFacts> documents = new(StringComparer.Ordinal);
    private readonly List<TargetFacts> targets = [];
    private readonly List<DocumentTie> ties = [];

    internal Policies National(string id, string issued, string? until = null) => Add(new DocumentFacts { Id = id, Title = id, Level = "national", Jurisdiction = "全国", Place = "100000", IssuedOn = issued, ValidUntil = until });

    internal Policies Province(string id, string name, string code, string issued) => Add(new DocumentFacts { Id = id, Title = id, Level = "provincial", Jurisdiction = name, Place = code, IssuedOn = issued });

    internal Policies City(string id, string name, string code, string issued) => Add(new DocumentFacts { Id = id, Title = id, Level = "municipal", Jurisdiction = name, Place = code, IssuedOn = issued });

    internal Policies Tie(string citing, string cited, TieKind kind = TieKind.BasedOn)
    {
        ties.Add(new DocumentTie(citing, cited, kind));
        return this;
    }

    /// <summary>A target; its id is the document's with a slash and its number there.</summary>
    internal Policies Aim(string document, string indicator, string value, string? unit, int? year, string change = "level", string? scope = null, int? since = null, string comparator = "=", string? basis = null)
    {
        var number = targets.Count(t => t.Document.Id == document) + 1;
        targets.Add(new TargetFacts
        {
            Id = $"{document}/{number}",
            Document = documents[document],
            Measure = Measure.Of(indicator, scope, null, OntologyFiles.Ontology.Policies.Indicators),
            Value = decimal.Parse(value, CultureInfo.InvariantCulture),
            Unit = unit,
            Year = year,
            BaseYear = since,
            Change = change,
            Comparator = comparator,
            Basis = basis,
            ScopeWritten = scope,
            Scope = Scope.Of(scope, Measure.Bare(indicator), documents[document].Jurisdiction),
            Quote = indicator + value + unit,
            Start = number,
            End = number + 1,
        });
        return this;
    }

    internal IReadOnlyList<TraceChain> Chains(string? at = null) => PolicyGraph.Tracing.Linking.Chains.Of(
        new TraceFacts(documents, targets, ties), OntologyFiles.Ontology.Policies, OntologyFiles.Ontology.Units, at is null ? null : DateOnly.ParseExact(at, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    internal TraceLink Link(string id, string? at = null) => Assert.Single(Chains(at).SelectMany(c => c.Links), l => l.Id == id);

    internal string? ParentOf(string id) => Link(id).Parent;

    internal string[] FlagsOf(string id, string? at = null) => [.. Link(id, at).Flags.Select(f => f.Word)];

    private Policies Add(DocumentFacts document)
    {
        documents.Add(document.Id, document);
        return this;
    }
}
