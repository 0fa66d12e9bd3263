using System.Text.Json;
using PolicyGraph.Documents;
using PolicyGraph.Extraction.Evidences;
using PolicyGraph.Extraction.Policies;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Text;

namespace PolicyGraph.Api.Json;

/// <summary>What one document says, as the contract's <c>extract</c> prints it.</summary>
/// <param name="Source">The document as read.</param>
/// <param name="Policy">What it says as a policy.</param>
/// <param name="Evidence">What it says as evidence; null for a policy.</param>
public sealed record ExtractionOutput(Document Source, PolicyExtraction Policy, EvidenceReading? Evidence)
{
    /// <summary>Writes the whole answer.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("text", Source.Text.Text);
        json.Part("document", Policy.Profile, WriteProfile);
        json.Objects("sections", Policy.Sections, (w, s) =>
        {
            w.WriteString("number", s.Number);
            w.WriteString("title", s.Title);
            w.WriteNumber("level", s.Level);
            WriteSpan(w, s.Span);
        });
        json.Objects("provisions", Policy.Provisions, WriteProvision);
        json.Objects("tables", Policy.Tables, WriteTable);
        json.Objects("targets", Policy.Targets, WriteTarget);
        json.Objects("obligations", Policy.Norms, WriteNorm);
        json.Objects("citations", Policy.Citations, WriteCitation);
        json.Objects("industries", Policy.Industries, (w, i) =>
        {
            w.WriteString("name", i.Name);
            w.WriteString("code", string.IsNullOrEmpty(i.Code) ? null : i.Code);
            WriteQuote(w, i.Span);
        });
        json.Objects("processes", Policy.Processes, (w, p) =>
        {
            w.WriteString("name", p.Name);
            WriteQuote(w, p.Span);
        });
        json.Part("evidence", Evidence, WriteEvidence);
        DiagnosticJson.Write(json, Source.Diagnostics.Concat(Policy.Diagnostics));
        WriteCoverage(json);
        json.WriteEndObject();
    }

    private void WriteProfile(Utf8JsonWriter json, DocumentProfile profile)
    {
        json.WriteString("title", profile.Title);
        json.WriteString("kind", profile.Kind);
        json.WriteString("documentNumber", profile.DocumentNumber);
        json.Texts("issuingAuthorities", profile.IssuingAuthorities);
        json.WriteString("signedOn", profile.SignedOn);
        json.WriteString("publishedOn", profile.PublishedOn);
        json.WriteString("effectiveFrom", profile.EffectiveFrom);
        json.WriteString("validUntil", profile.ValidUntil);
        json.Texts("replaces", profile.Replaces);
        json.Texts("addressees", profile.Addressees);
        json.WriteString("planStart", profile.PlanStart);
        json.WriteString("planEnd", profile.PlanEnd);
        json.WriteString("level", profile.Level);
        json.WriteString("jurisdiction", profile.Jurisdiction);
        json.WriteString("sha256", Source.Sha256);
    }

    private static void WriteProvision(Utf8JsonWriter json, Provision provision)
    {
        json.WriteString("id", provision.Path);
        json.WriteString("parent", provision.Parent);
        json.WriteString("kind", provision.Kind.ToString().ToLowerInvariant());
        json.WriteString("number", provision.Number);
        json.WriteString("heading", provision.Heading);
        WriteSpan(json, provision.Span);
        json.Whole("page", provision.Page);
    }

    private static void WriteTable(Utf8JsonWriter json, Table table)
    {
        json.WriteString("title", table.Title);
        WriteSpan(json, table.Span);
        json.Whole("page", table.Page);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                json.WriteStartObject();
                json.WriteString("text", cell.Text);
                WriteSpan(json, cell.Span);
                json.WriteNumber("rowSpan", cell.RowSpan);
                json.WriteNumber("columnSpan", cell.ColumnSpan);
                json.WriteString("sheet", cell.Sheet);
                json.WriteString("cell", cell.Cell);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void WriteTarget(Utf8JsonWriter json, Target target)
    {
        WriteQuote(json, target.Span);
        json.WriteString("indicator", target.Indicator ?? "未写明的指标");
        json.WriteNumber("value", target.Value);
        json.Number("valueMax", target.ValueMax);
        json.WriteString("unit", target.Unit);
        json.WriteString("comparator", ExtractionWords.Of(target.Comparator));
        json.Whole("year", target.Year);
        json.Whole("baseYear", target.BaseYear);
        json.Number("baseValue", target.BaseValue);
        json.WriteString("change", ExtractionWords.Of(target.Change));
        json.WriteString("basis", target.Basis);
        json.WriteString("binding", target.Binding);
        json.WriteString("scope", target.Scope);
        json.Number("canonicalValue", target.CanonicalValue);
        json.WriteString("canonicalUnit", target.CanonicalUnit);
    }

    private void WriteNorm(Utf8JsonWriter json, Norm norm)
    {
        WriteQuote(json, norm.Span);
        json.WriteString("actor", norm.Actor);
        json.WriteString("modality", ExtractionWords.Of(norm.Modality));
        json.WriteString("action", norm.Action);
        json.WriteString("object", norm.Aim);
        json.WriteString("condition", norm.Condition);
        json.WriteString("deadline", norm.Deadline);
        json.WriteString("recurrence", norm.Recurrence);
        json.WriteString("consequence", norm.Consequence);
    }

    private void WriteCitation(Utf8JsonWriter json, Citation citation)
    {
        json.WriteString("title", citation.Title);
        json.WriteString("number", citation.Number);
        WriteQuote(json, citation.Span);
        if (citation.MeantTitle is null && citation.MeantNumber is null)
        {
            json.WriteNull("meant");
            return;
        }

        json.WriteStartObject("meant");
        json.WriteString("document", citation.MeantTitle);
        json.WriteString("number", citation.MeantNumber);
        json.WriteEndObject();
    }

    private void WriteEvidence(Utf8JsonWriter json, EvidenceReading reading)
    {
        json.WriteString("type", reading.Type);
        json.WriteNumber("confidence", Math.Round(reading.Confidence, 3));
        json.Objects("fields", reading.Fields, (w, field) =>
        {
            w.WriteString("name", field.Name);
            if (field.Number is { } number)
            {
                w.WriteNumber("value", number);
            }
            else
            {
                w.WriteString("value", field.Statement ?? field.Written);
            }

            w.WriteString("unit", field.Unit);
            w.WriteString("date", field.Date);
            WriteQuote(w, field.Span);
            w.Whole("page", field.Page);
            w.WriteString("sheet", field.Sheet);
            w.WriteString("cell", field.Cell);
            w.WriteString("qualifier", field.Qualifier);
            w.WriteString("periodStart", field.PeriodStart?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            w.WriteString("periodEnd", field.PeriodEnd?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            w.WriteString("subject", field.Subject);
        });
    }

    private void WriteCoverage(Utf8JsonWriter json)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("characters", Source.Text.Length);
        json.WriteNumber("read", Source.Text.Length - Source.Unread.Sum(u => u.Span.Length));
        json.Objects("unread", Source.Unread, (w, unread) =>
        {
            WriteSpan(w, unread.Span);
            w.WriteString("reason", unread.Reason);
        });
        json.WriteEndObject();
    }

    private void WriteQuote(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteString("quote", Source.Text.Slice(span));
        WriteSpan(json, span);
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }
}
