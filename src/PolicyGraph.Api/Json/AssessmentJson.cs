using System.Globalization;
using System.Text.Json;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Api.Json;

/// <summary>An assessment as the contract's <c>gap</c> prints it.</summary>
public static class AssessmentJson
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(Utf8JsonWriter json, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(assessment);
        json.WriteStartObject();
        json.Part("enterprise", assessment.Enterprise, (w, e) =>
        {
            w.WriteString("name", e.Name);
            w.WriteString("creditCode", e.CreditCode);
            w.WriteString("industry", e.Industry);
            w.WriteString("jurisdiction", e.Jurisdiction);
        });
        json.WriteString("asOf", Iso(assessment.AsOf));
        json.WriteNumber("evaluationYear", assessment.EvaluationYear);
        json.WriteString("qualifies", Word(assessment.Qualifies));
        json.Texts("blocking", assessment.Blocking);
        json.Objects("standards", assessment.Standards, WriteStandard);
        json.Objects("findings", assessment.Findings, WriteFinding);
        json.Objects("eligibility", assessment.Eligibility, (w, e) =>
        {
            w.WriteString("step", e.Step);
            w.WriteString("deadline", e.Deadline is { } day ? Iso(day) : null);
            w.WriteString("verdict", Word(e.Verdict));
            w.WriteString("reason", e.Reason);
            w.Objects("source", e.Source, WriteSource);
        });
        json.Objects("next", assessment.Next, (w, n) =>
        {
            w.WriteString("action", n.Action);
            w.Texts("settles", n.Settles);
        });
        json.Objects("expiring", assessment.Expiring, (w, e) =>
        {
            w.WriteString("document", e.Document);
            w.WriteString("path", e.Path);
            w.WriteString("on", Iso(e.On));
            w.Texts("affects", e.Affects);
        });
        json.Texts("unrecognised", assessment.Unrecognised);
        json.Texts("warnings", assessment.Warnings);
        json.Objects("moved", assessment.Moved, (w, m) =>
        {
            w.WriteString("criterion", m.Criterion);
            w.WriteString("from", m.From is { } from ? Word(from) : null);
            w.WriteString("to", m.To is { } to ? Word(to) : null);
            w.Objects("because", m.Because, WriteCause);
            w.WriteString("standard", m.Standard);
        });
        json.WriteEndObject();
    }

    /// <summary>The word of a verdict.</summary>
    public static string Word(Verdict verdict) => VerdictWord.Of(verdict);

    /// <summary>Writes <c>changes</c> of an ingest.</summary>
    public static void WriteChanges(Utf8JsonWriter json, IEnumerable<Hosting.ChangedVerdict> changes) =>
        json.Objects("changes", changes, (w, c) =>
        {
            w.WriteString("id", c.Id);
            w.WriteString("before", c.Moved.From is { } from ? Word(from) : null);
            w.WriteString("after", c.Moved.To is { } to ? Word(to) : null);
            w.Objects("because", c.Moved.Because, WriteCause);
        });

    /// <summary>Writes what moved a verdict: the members of one <c>because</c>.</summary>
    internal static void WriteCause(Utf8JsonWriter json, MovedCause cause)
    {
        json.WriteString("document", cause.Document);
        json.WriteString("path", cause.Path);
        json.WriteString("quote", cause.Quote);
        json.Whole("start", cause.Start);
        json.Whole("end", cause.End);
        json.WriteString("why", cause.Why);
    }

    private static string Word(Qualification qualifies) => VerdictWord.Of(qualifies);

    private static void WriteStandard(Utf8JsonWriter json, StandardResult standard)
    {
        json.WriteString("id", standard.Id);
        json.WriteString("title", standard.Title);
        json.WriteString("edition", standard.Edition);
        json.WriteString("why", standard.Why);
        json.WriteString("qualifies", Word(standard.Qualifies));
        json.Part("score", standard.Score, (w, s) =>
        {
            w.Number("points", Shown(s.Points));
            w.Number("of", s.Of);
            w.Number("lower", Shown(s.Lower));
            w.Number("upper", Shown(s.Upper));
            w.Number("passLine", s.PassLine);
        });
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("standard", finding.Standard);
        json.WriteString("criterion", finding.Criterion);
        json.WriteString("clause", finding.Clause);
        json.WriteString("title", finding.Title);
        json.WriteString("kind", Standard.Word(finding.Kind));
        json.WriteString("verdict", Word(finding.Verdict));
        json.Number("value", Shown(finding.Value));
        json.WriteString("unit", finding.Unit);
        json.Number("points", Shown(finding.Points));
        json.Number("weight", finding.Weight);
        json.WriteString("arithmetic", finding.Arithmetic);
        json.WriteString("reason", finding.Reason);
        json.Objects("missing", finding.Missing, (w, m) =>
        {
            w.WriteString("what", m.What);
            w.WriteString("name", m.Name);
            w.WriteString("message", m.Message);
        });
        json.Objects("evidence", finding.Evidence, WriteEvidence);
        json.Objects("source", finding.Source, WriteSource);
        json.Part("binds", finding.Binds, WriteRule);
        json.Objects("over", finding.Over, WriteRule);
    }

    private static void WriteEvidence(Utf8JsonWriter json, EvidenceCitation evidence)
    {
        json.WriteString("document", evidence.Fact.DocumentId);
        json.WriteString("path", evidence.Path);
        json.WriteString("quote", evidence.Fact.Quote);
        json.WriteNumber("start", evidence.Fact.Start);
        json.WriteNumber("end", evidence.Fact.End);
        json.Whole("page", evidence.Fact.Page);
        json.WriteString("sheet", evidence.Fact.Sheet);
        json.WriteString("cell", evidence.Fact.Cell);
        json.WriteBoolean("declared", evidence.Declared);
    }

    private static void WriteSource(Utf8JsonWriter json, CriterionSource source)
    {
        json.WriteString("document", source.Document);
        json.WriteString("clause", string.IsNullOrEmpty(source.Clause) ? null : source.Clause);
        json.WriteString("certainty", source.Certainty);
    }

    private static void WriteRule(Utf8JsonWriter json, BindingRule rule)
    {
        json.WriteString("document", rule.Document);
        json.WriteString("clause", rule.Clause);
        json.Number("value", rule.Value);
        json.WriteString("unit", rule.Unit);
        json.WriteString("why", rule.Why);
    }

    /// <summary>Six decimals at most and no trailing zeros: a division by one with as many decimals as a decimal can have drops them.</summary>
    private static decimal? Shown(decimal? value) => value is { } number ? Math.Round(number, 6) / 1.0000000000000000000000000000m : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
