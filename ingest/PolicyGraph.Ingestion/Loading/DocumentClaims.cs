using System.Globalization;
using PolicyGraph.Documents;
using PolicyGraph.Extraction.Policies;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Text;

namespace PolicyGraph.Ingestion.Loading;

/// <summary>What a policy says, as nodes and relationships.</summary>
public sealed class DocumentClaims
{
    private readonly GraphClaims claims = new();
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);
    private readonly string id;
    private readonly SourceText text;
    private readonly PolicyLexicon lexicon;
    private readonly NodeKey document;
    private readonly HashSet<string> paths;

    private DocumentClaims(string id, SourceText text, PolicyLexicon lexicon, PolicyExtraction extraction)
    {
        this.id = id;
        this.text = text;
        this.lexicon = lexicon;
        document = new NodeKey("Document", id);
        paths = extraction.Provisions.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>All that a document says.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="source">The document as read.</param>
    /// <param name="extraction">What was extracted from it.</param>
    /// <param name="properties">Properties of its node that do not come from the text: path, processedBy, status …</param>
    /// <param name="entry">Its line in the manifest; null when it has none.</param>
    /// <param name="lexicon">The words of policies.</param>
    /// <param name="index">Which document a citation means.</param>
    public static GraphClaims Of(string id, Document source, PolicyExtraction extraction, IReadOnlyDictionary<string, GraphValue> properties, ManifestEntry? entry, PolicyLexicon lexicon, CitationIndex index)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(extraction);
        var made = new DocumentClaims(id, source.Text, lexicon, extraction);
        made.AddDocument(extraction, properties, entry);
        made.AddProvisions(extraction.Provisions);
        made.AddTargets(extraction.Targets);
        made.AddNorms(extraction.Norms);
        made.AddCitations(extraction.Citations, index);
        made.AddMentions(extraction);
        return made.claims;
    }

    /// <summary>Claims the stub of a document that is cited and absent.</summary>
    public static NodeKey Stub(GraphClaims claims, string id, IReadOnlyDictionary<string, GraphValue> citation)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(citation);
        return claims.Node("Document", id, new Dictionary<string, GraphValue>
        {
            ["status"] = "stub",
            ["title"] = citation.GetValueOrDefault("title", GraphValue.Null),
            ["documentNumber"] = citation.GetValueOrDefault("number", GraphValue.Null),
        });
    }

    private void AddDocument(PolicyExtraction extraction, IReadOnlyDictionary<string, GraphValue> given, ManifestEntry? entry)
    {
        var profile = extraction.Profile;
        var properties = new Dictionary<string, GraphValue>(given, StringComparer.Ordinal)
        {
            ["title"] = profile.Title,
            ["titleKey"] = CitationIndex.Key(profile.Title),
            ["documentNumber"] = profile.DocumentNumber,
            ["numberKey"] = CitationIndex.Key(profile.DocumentNumber),
            ["issuingAuthority"] = profile.IssuingAuthorities.Count > 0 ? profile.IssuingAuthorities[0] : null,
            ["issuingAuthorities"] = GraphValue.ListOf(profile.IssuingAuthorities),
            ["kind"] = profile.Kind,
            ["level"] = profile.Level,
            ["jurisdiction"] = profile.Jurisdiction,
            ["signedOn"] = profile.SignedOn,
            ["publishedOn"] = profile.PublishedOn,
            ["effectiveFrom"] = profile.EffectiveFrom,
            ["validUntil"] = profile.ValidUntil,
            ["planStart"] = profile.PlanStart,
            ["planEnd"] = profile.PlanEnd,
            ["uncertain"] = GraphValue.ListOf(entry?.Uncertain ?? []),
            ["source"] = entry?.Source,
            ["licence"] = entry?.Licence,
            ["provisions"] = extraction.Provisions.Count,
            ["targets"] = extraction.Targets.Count,
            ["norms"] = extraction.Norms.Count,
            ["citations"] = extraction.Citations.Count,
        };
        claims.Node("Document", id, properties, "Policy");
        foreach (var name in profile.IssuingAuthorities)
        {
            claims.Relationship("ISSUED_BY", document, claims.Node("Authority", name, Named(name)), Owned());
        }

        if (profile.Jurisdiction is { } place)
        {
            var known = lexicon.Jurisdictions.Find(place);
            claims.Relationship("APPLIES_IN", document, claims.Node("Jurisdiction", known?.Code ?? place, Named(place)), Owned());
        }
    }

    private void AddProvisions(IReadOnlyList<Provision> provisions)
    {
        for (var i = 0; i < provisions.Count; i++)
        {
            var provision = provisions[i];
            var key = claims.Node("Provision", KeyOf(provision.Path).Id, new Dictionary<string, GraphValue>
            {
                ["documentId"] = id,
                ["path"] = provision.Path,
                ["kind"] = provision.Kind.ToString(),
                ["number"] = provision.Number,
                ["heading"] = provision.Heading,
                ["text"] = text.Slice(provision.Span),
                ["ordinal"] = i,
                ["level"] = provision.Level,
                ["start"] = provision.Span.Start,
                ["end"] = provision.Span.End,
                ["page"] = provision.Page is { } page ? page : GraphValue.Null,
            });
            claims.Relationship("HAS_PROVISION", document, key, Owned());
            if (provision.Parent is { } parent)
            {
                claims.Relationship("HAS_PART", KeyOf(parent), key, Owned());
            }
        }
    }

    private void AddTargets(IReadOnlyList<Target> targets)
    {
        foreach (var target in targets)
        {
            var name = target.Indicator ?? "未写明的指标";
            var identity = string.Create(CultureInfo.InvariantCulture, $"{id}/{target.Path}/{name}/{target.Year}/{target.Scope}");
            var ordinal = Ordinal("Target", identity);
            var key = claims.Node("Target", $"{identity}/{ordinal}", new Dictionary<string, GraphValue>
            {
                ["documentId"] = id,
                ["indicator"] = name,
                ["written"] = target.Value.ToString(CultureInfo.InvariantCulture),
                ["value"] = (double)target.Value,
                ["valueMax"] = Number(target.ValueMax),
                ["unit"] = target.Unit,
                ["canonicalValue"] = Number(target.CanonicalValue),
                ["canonicalUnit"] = target.CanonicalUnit,
                ["comparator"] = ExtractionWords.Of(target.Comparator),
                ["change"] = ExtractionWords.Of(target.Change),
                ["basis"] = target.Basis,
                ["year"] = target.Year is { } year ? year : GraphValue.Null,
                ["baseYear"] = target.BaseYear is { } baseYear ? baseYear : GraphValue.Null,
                ["baseValue"] = Number(target.BaseValue),
                ["scope"] = target.Scope,
                ["binding"] = target.Binding,
                ["quote"] = text.Slice(target.Span),
                ["start"] = target.Span.Start,
                ["end"] = target.Span.End,
                ["ordinal"] = ordinal,
            });
            claims.Relationship("SETS", Home(target.Path), key, Cited(target.Span));
            var plain = CitationIndex.Plain(name) ?? name;
            claims.Relationship("MEASURES", key, claims.Node("Indicator", target.IndicatorId ?? "text:" + plain, Named(plain)), Cited(target.Span));
        }
    }

    private void AddNorms(IReadOnlyList<Norm> norms)
    {
        foreach (var norm in norms)
        {
            var identity = $"{id}/{norm.Path}/{norm.Actor}/{norm.Action}";
            var ordinal = Ordinal("Norm", identity);
            var label = norm.Modality switch
            {
                Modality.May => "Permission",
                Modality.Prohibited => "Prohibition",
                Modality.Encouraged => "Encouragement",
                _ => "Obligation",
            };
            var properties = new Dictionary<string, GraphValue>
            {
                ["documentId"] = id,
                ["actor"] = norm.Actor,
                ["modality"] = ExtractionWords.Of(norm.Modality),
                ["action"] = norm.Action,
                ["object"] = norm.Aim,
                ["condition"] = norm.Condition,
                ["deadline"] = norm.Deadline,
                ["recurrence"] = norm.Recurrence,
                ["consequence"] = norm.Consequence,
                ["quote"] = text.Slice(norm.Span),
                ["start"] = norm.Span.Start,
                ["end"] = norm.Span.End,
                ["ordinal"] = ordinal,
            };
            var key = claims.Node("Norm", $"{identity}/{ordinal}", properties, label);
            claims.Relationship("STATES", Home(norm.Path), key, Cited(norm.Span));
            if (norm.Actor is { } actor)
            {
                var plain = CitationIndex.Plain(actor) ?? actor;
                claims.Relationship("BINDS", key, claims.Node("ActorRole", norm.ActorRole ?? "text:" + plain, Named(plain)), Cited(norm.Span));
            }

            var words = text.Slice(norm.Span);
            foreach (var designation in lexicon.Designations.Where(d => d.Names.Any(n => words.Contains(n, StringComparison.Ordinal))))
            {
                claims.Relationship("CONCERNS", key, claims.Node("Designation", designation.Id, Named(designation.Name)), Cited(norm.Span));
            }
        }
    }

    private void AddCitations(IReadOnlyList<Citation> citations, CitationIndex index)
    {
        foreach (var citation in citations)
        {
            var properties = Cited(citation.Span);
            properties["title"] = citation.MeantTitle ?? citation.Title;
            properties["number"] = citation.MeantNumber ?? citation.Number;
            properties["role"] = CitationRole.Of(text.Text, citation.Span);
            var (numberKey, titleKey) = (CitationIndex.Key(properties["number"].AsString()), CitationIndex.Key(properties["title"].AsString()));
            if (numberKey is null && titleKey is null)
            {
                continue;
            }

            var (target, isStub) = index.Resolve(id, numberKey, titleKey);
            claims.Relationship("CITES", document, isStub ? Stub(claims, target, properties) : new NodeKey("Document", target), properties);
        }
    }

    private void AddMentions(PolicyExtraction extraction)
    {
        foreach (var industry in extraction.Industries)
        {
            foreach (var code in industry.Codes.Count > 0 ? industry.Codes : [industry.Code])
            {
                claims.Relationship("NAMES", Home(industry.Path), claims.Node("Industry", code, Named(lexicon.Industries.Names.GetValueOrDefault(code, industry.Name))), Cited(industry.Span));
            }
        }

        foreach (var process in extraction.Processes)
        {
            var plain = CitationIndex.Plain(process.Name) ?? process.Name;
            var properties = Named(plain);
            properties["kind"] = process.Kind;
            claims.Relationship("NAMES", Home(process.Path), claims.Node("Process", plain, properties), Cited(process.Span));
        }
    }

    private NodeKey KeyOf(string path) => new("Provision", $"{id}/{path}");

    private NodeKey Home(string path) => paths.Contains(path) ? KeyOf(path) : document;

    private int Ordinal(string label, string identity)
    {
        var key = label + "\0" + identity;
        return ordinals[key] = ordinals.GetValueOrDefault(key) + 1;
    }

    private static GraphValue Number(decimal? value) => value is { } number ? (double)number : GraphValue.Null;

    private static Dictionary<string, GraphValue> Named(string name) => new() { ["name"] = name };

    private Dictionary<string, GraphValue> Owned() => new() { ["documentId"] = id };

    private Dictionary<string, GraphValue> Cited(TextSpan span) =>
        new() { ["documentId"] = id, ["start"] = span.Start, ["end"] = span.End, ["quote"] = text.Slice(span) };
}
