using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Ingestion.Storage;

/// <summary>A saved assessment as the journal keeps it: the properties of its node and of those of its findings.</summary>
/// <remarks>
/// Its journal entry is of kind <see cref="Kind"/>: <c>document</c> is the assessment's id, <c>providedBy</c> the enterprise, <c>sha256</c> the original of the benchmark file,
/// <c>parameters</c> this as JSON. Values are texts, integers, floating point numbers, booleans and lists of these.
/// </remarks>
/// <param name="Id">Key of the Assessment node.</param>
/// <param name="Enterprise">Credit code.</param>
/// <param name="Assessment">Properties of the node.</param>
/// <param name="Findings">Properties of the Finding nodes, in order.</param>
public sealed record KeptAssessment(string Id, string Enterprise, IReadOnlyDictionary<string, GraphValue> Assessment, IReadOnlyList<IReadOnlyDictionary<string, GraphValue>> Findings)
{
    /// <summary>Kind of its journal entries.</summary>
    public const string Kind = "assessment";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the entry of a journal.</summary>
    /// <exception cref="IngestionException">The entry holds no assessment.</exception>
    public static KeptAssessment Read(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        try
        {
            using var json = JsonDocument.Parse(entry.Parameters ?? string.Empty);
            var findings = json.RootElement.GetProperty("findings").EnumerateArray().Select(ReadProperties).ToList();
            return new KeptAssessment(entry.Document ?? string.Empty, entry.ProvidedBy ?? string.Empty, ReadProperties(json.RootElement.GetProperty("assessment")), findings);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new IngestionException($"日志里保存的评价 {entry.Document} 损坏：{error.Message}；请从备份恢复 journal.jsonl", error);
        }
    }

    /// <summary>The assessment as JSON.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WritePropertyName("assessment");
            Write(json, Assessment);
            json.WriteStartArray("findings");
            foreach (var finding in Findings)
            {
                Write(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, GraphValue> properties)
    {
        json.WriteStartObject();
        foreach (var (key, value) in properties.Where(p => !p.Value.IsNull))
        {
            json.WritePropertyName(key);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GraphValue value)
    {
        switch (value)
        {
            case StringValue text:
                json.WriteStringValue(text.Value);
                break;
            case IntegerValue number:
                json.WriteNumberValue(number.Value);
                break;
            case FloatValue number:
                var written = number.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
                json.WriteRawValue(written.AsSpan().ContainsAny('.', 'E') ? written : written + ".0"); // a float stays one when it is read again
                break;
            case BooleanValue flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case ListValue list:
                json.WriteStartArray();
                foreach (var item in list.Values)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                throw new NotSupportedException($"a saved assessment holds no {value.GetType().Name}");
        }
    }

    private static Dictionary<string, GraphValue> ReadProperties(JsonElement element) => element.EnumerateObject().ToDictionary(p => p.Name, p => ReadValue(p.Value), StringComparer.Ordinal);

    private static GraphValue ReadValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText().AsSpan().ContainsAny('.', 'E', 'e') ? (GraphValue)element.GetDouble() : element.GetInt64(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => GraphValue.ListOf(element.EnumerateArray().Select(ReadValue)),
        _ => throw new JsonException($"{element.ValueKind}"),
    };
}
