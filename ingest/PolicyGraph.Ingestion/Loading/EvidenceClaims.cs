using System.Globalization;
using PolicyGraph.Documents;
using PolicyGraph.Extraction.Evidences;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Units;

namespace PolicyGraph.Ingestion.Loading;

/// <summary>What an enterprise declares and what its papers say, as nodes and relationships.</summary>
public static class EvidenceClaims
{
    /// <summary>The enterprise itself.</summary>
    /// <param name="profile">Its <c>enterprise.yaml</c>.</param>
    /// <param name="jurisdiction">The jurisdiction's key; null when it is not known.</param>
    /// <param name="sha256">Version of the <c>enterprise.yaml</c>.</param>
    public static GraphClaims OfEnterprise(EnterpriseProfile profile, NodeKey? jurisdiction, string sha256)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var claims = new GraphClaims();
        var enterprise = claims.Node("Enterprise", profile.CreditCode, new Dictionary<string, GraphValue>
        {
            ["name"] = profile.Name,
            ["creditCode"] = profile.CreditCode,
            ["industry"] = profile.Industry,
            ["jurisdiction"] = profile.Jurisdiction,
            ["products"] = GraphValue.ListOf(profile.Products),
            ["park"] = profile.Park,
            ["processes"] = GraphValue.ListOf(profile.Processes),
            ["formerNames"] = GraphValue.ListOf(profile.FormerNames),
            ["founded"] = Day(profile.Founded),
            ["annualEnergyTce"] = profile.AnnualEnergyTce is { } energy ? (double)energy : GraphValue.Null,
            ["outputValueWanYuan"] = profile.OutputValueWanYuan is { } output ? (double)output : GraphValue.Null,
            ["evaluationYear"] = profile.EvaluationYear is { } year ? year : GraphValue.Null,
            ["notApplicable"] = GraphValue.ListOf(profile.NotApplicable.Select(n => $"{n.Key}\t{n.Value}")),
            ["sha256"] = sha256,
        });
        if (profile.Industry is { } industry)
        {
            claims.Relationship("OPERATES_IN", enterprise, new NodeKey("Industry", industry));
        }

        if (jurisdiction is { } place)
        {
            claims.Relationship("LOCATED_IN", enterprise, place);
        }

        return claims;
    }

    /// <summary>One paper.</summary>
    /// <param name="id">Its id: credit code and path.</param>
    /// <param name="creditCode">The enterprise that provides it.</param>
    /// <param name="source">The document as read.</param>
    /// <param name="reading">What it is and says.</param>
    /// <param name="properties">Properties of its node that do not come from the text.</param>
    /// <param name="vocabulary">Types and fields of evidence.</param>
    /// <param name="units">Units.</param>
    public static GraphClaims OfPaper(string id, string creditCode, Document source, EvidenceReading reading, IReadOnlyDictionary<string, GraphValue> properties, EvidenceVocabulary vocabulary, UnitLexicon units)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(units);
        var claims = new GraphClaims();
        var type = reading.Type;
        var paper = claims.Node(
            "Document",
            id,
            new Dictionary<string, GraphValue>(properties, StringComparer.Ordinal) { ["type"] = type, ["confidence"] = reading.Confidence, ["enterpriseId"] = creditCode },
            "EvidenceFile");
        var owned = new Dictionary<string, GraphValue> { ["documentId"] = id };
        claims.Relationship("PROVIDES", new NodeKey("Enterprise", creditCode), paper);
        claims.Relationship("IS_A", paper, new NodeKey("EvidenceType", type), owned);
        for (var i = 0; i < reading.Fields.Count; i++)
        {
            AddFact(claims, paper, i, reading.Fields[i], source, vocabulary, units);
        }

        if (type == "management-certificate")
        {
            foreach (var group in reading.Fields.GroupBy(f => f.Group))
            {
                AddCertificate(claims, paper, [.. group]);
            }
        }

        return claims;
    }

    private static void AddFact(GraphClaims claims, NodeKey paper, int ordinal, EvidenceField field, Document source, EvidenceVocabulary vocabulary, UnitLexicon units)
    {
        var kind = vocabulary.Fields.TryGetValue(field.Name, out var type) ? type.Kind.ToString().ToLowerInvariant() : "text";
        decimal canonical = 0;
        string? canonicalUnit = null;
        var converted = field.Number is { } given && units.TryCanonical(given, field.Unit, out canonical, out canonicalUnit);
        var quote = source.Text.Slice(field.Span);
        var fact = claims.Node("Fact", string.Create(CultureInfo.InvariantCulture, $"{paper.Id}/{field.Name}/{Day(field.PeriodEnd).AsString()}/{ordinal}"), new Dictionary<string, GraphValue>
        {
            ["documentId"] = paper.Id,
            ["field"] = field.Name,
            ["kind"] = kind,
            ["qualifier"] = field.Qualifier,
            ["written"] = field.Written,
            ["number"] = field.Number?.ToString(CultureInfo.InvariantCulture),
            ["value"] = field.Number is { } number ? (double)number : GraphValue.Null,
            ["unit"] = field.Unit,
            ["date"] = field.Date,
            ["statement"] = field.Statement,
            ["canonicalValue"] = converted ? (double)canonical : GraphValue.Null,
            ["canonicalUnit"] = canonicalUnit,
            ["periodStart"] = Day(field.PeriodStart),
            ["periodEnd"] = Day(field.PeriodEnd),
            ["subject"] = field.Subject,
            ["group"] = field.Group,
            ["role"] = field.Role switch { FieldRole.Total => "total", FieldRole.Part => "part", _ => "value" },
            ["ordinal"] = ordinal,
            ["quote"] = quote,
            ["start"] = field.Span.Start,
            ["end"] = field.Span.End,
            ["page"] = field.Page is { } page ? page : GraphValue.Null,
            ["sheet"] = field.Sheet,
            ["cell"] = field.Cell,
        });
        claims.Relationship("STATES", paper, fact, new Dictionary<string, GraphValue> { ["documentId"] = paper.Id, ["start"] = field.Span.Start, ["end"] = field.Span.End, ["quote"] = quote });
    }

    private static void AddCertificate(GraphClaims claims, NodeKey paper, List<EvidenceField> fields)
    {
        string? Written(string name) => fields.FirstOrDefault(f => f.Name == name)?.Written;
        string? Date(string name) => fields.FirstOrDefault(f => f.Name == name)?.Date;
        if (Written("standard") is not { } standard)
        {
            return;
        }

        var number = Written("number");
        var certificate = claims.Node("Certificate", $"{paper.Id}/{standard}/{number}", new Dictionary<string, GraphValue>
        {
            ["documentId"] = paper.Id,
            ["standard"] = standard,
            ["number"] = number,
            ["holder"] = Written("holder"),
            ["issuer"] = Written("issuer"),
            ["scope"] = Written("scope"),
            ["address"] = Written("address"),
            ["validFrom"] = Date("validFrom"),
            ["validUntil"] = Date("validUntil"),
            ["status"] = Written("status"),
        });
        claims.Relationship("CERTIFIES", paper, certificate, new Dictionary<string, GraphValue> { ["documentId"] = paper.Id });
    }

    private static GraphValue Day(DateOnly? day) => day is { } value ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : GraphValue.Null;
}
