using System.Text.Json;
using PolicyGraph.Assistant;

namespace PolicyGraph.Api.Json;

/// <summary>An answer as the contract's <c>ask</c> prints it.</summary>
public static class AnswerJson
{
    /// <summary>Writes one answer.</summary>
    public static void Write(Utf8JsonWriter json, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        WriteMembers(json, answer);
        json.WriteEndObject();
    }

    /// <summary>Writes one answer of a batch, with the id of its question.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="id">The id as it was given: a text or a number; null where there was none.</param>
    /// <param name="answer">The answer.</param>
    public static void WriteWithId(Utf8JsonWriter json, JsonElement? id, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        WriteId(json, id);
        WriteMembers(json, answer);
        json.WriteEndObject();
    }

    /// <summary>Writes what stands in place of an answer to a line that could not be read or answered.</summary>
    public static void WriteFault(Utf8JsonWriter json, JsonElement? id, string message, int line)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        WriteId(json, id);
        json.WriteStartObject("error");
        json.WriteString("message", message);
        json.WriteNumber("line", line);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The members of an answer; <paramref name="json"/> stands inside an object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(answer);
        json.WriteString("answer", answer.Text);
        json.WriteString("status", answer.Status switch
        {
            AnswerStatus.Answered => "answered",
            AnswerStatus.Partial => "partial",
            AnswerStatus.Declined => "declined",
            _ => throw new System.Diagnostics.UnreachableException($"status {answer.Status}"),
        });
        json.Objects("citations", answer.Citations, (w, c) =>
        {
            w.WriteString("marker", c.Marker);
            w.WriteString("document", c.Document);
            w.WriteString("title", c.Title);
            w.WriteString("provision", c.Provision);
            w.WriteString("quote", c.Quote);
            w.Whole("start", c.Start);
            w.Whole("end", c.End);
            w.Whole("page", c.Page);
            w.WriteString("sheet", c.Sheet);
            w.WriteString("cell", c.Cell);
        });
        json.WriteStartArray("rows");
        foreach (var row in answer.Result?.Rows ?? [])
        {
            json.WriteStartArray();
            foreach (var value in row)
            {
                GraphValueJson.Write(json, value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteString("cypher", answer.Cypher);
        json.WriteString("mode", answer.Mode);
        json.Texts("missing", answer.Missing);
    }

    private static void WriteId(Utf8JsonWriter json, JsonElement? id)
    {
        if (id is { ValueKind: JsonValueKind.String or JsonValueKind.Number } given)
        {
            json.WritePropertyName("id");
            given.WriteTo(json);
        }
        else
        {
            json.WriteNull("id");
        }
    }
}
