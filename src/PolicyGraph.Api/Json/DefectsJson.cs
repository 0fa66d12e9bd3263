using System.Globalization;
using System.Text.Json;
using PolicyGraph.Compliance.CrossChecks;

namespace PolicyGraph.Api.Json;

/// <summary>Defects as the contract's <c>check</c> prints them.</summary>
public static class DefectsJson
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(Utf8JsonWriter json, CrossCheck check)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(check);
        json.WriteStartObject();
        json.Objects("defects", check.Defects, WriteDefect);
        json.WriteString("asOf", check.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    /// <summary>The word of a kind.</summary>
    public static string Word(DefectKind kind) => kind switch
    {
        DefectKind.Expired => "expired",
        DefectKind.NotYetValid => "not_yet_valid",
        DefectKind.Suspended => "suspended",
        DefectKind.WrongSubject => "wrong_subject",
        DefectKind.WrongStandard => "wrong_standard",
        DefectKind.WrongPeriod => "wrong_period",
        DefectKind.Unit => "unit",
        DefectKind.Coefficient => "coefficient",
        DefectKind.Boundary => "boundary",
        DefectKind.Arithmetic => "arithmetic",
        DefectKind.Contradiction => "contradiction",
        DefectKind.DoubleCounting => "double_counting",
        DefectKind.OutOfScope => "out_of_scope",
        DefectKind.MissingField => "missing_field",
        DefectKind.Unsupported => "unsupported",
        DefectKind.Template => "template",
        _ => "unreadable",
    };

    private static void WriteDefect(Utf8JsonWriter json, Defect defect)
    {
        json.WriteString("rule", defect.Rule);
        json.WriteString("kind", Word(defect.Kind));
        json.WriteString("severity", defect.Severity switch { DefectSeverity.Error => "error", DefectSeverity.Warning => "warning", _ => "info" });
        WritePlace(json, defect.At);
        json.WriteString("message", defect.Message);
        json.Texts("affects", defect.Affects);
        json.Part("other", defect.Other, WritePlace);
    }

    private static void WritePlace(Utf8JsonWriter json, DefectPlace place)
    {
        var fact = place.Fact;
        json.WriteString("document", place.Document);
        json.WriteString("path", place.Path);
        json.WriteString("field", place.Field);
        if (fact?.Number is { } number)
        {
            json.WriteNumber("value", number);
        }
        else
        {
            json.WriteString("value", fact?.Date ?? fact?.Statement ?? fact?.Written);
        }

        json.WriteString("unit", fact?.Unit);
        json.WriteString("quote", fact?.Quote);
        json.Whole("start", fact?.Start);
        json.Whole("end", fact?.End);
        json.Whole("page", fact?.Page);
        json.WriteString("sheet", fact?.Sheet);
        json.WriteString("cell", fact?.Cell);
    }
}
