using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyGraph.Api.Json;

/// <summary>Strict JSON on one line, Chinese as it is, and the members that every answer has.</summary>
public static class JsonText
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = false };

    /// <summary>The value as a text on one line.</summary>
    public static string ToText(Action<Utf8JsonWriter> value)
    {
        using var buffer = ToBytes(value);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The value as UTF-8 on one line; the caller disposes of it.</summary>
    public static MemoryStream ToBytes(Action<Utf8JsonWriter> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            value(json);
        }

        return buffer;
    }

    /// <summary>A number, or null.</summary>
    public static void Number(this Utf8JsonWriter json, string key, decimal? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is { } number)
        {
            json.WriteNumber(key, number);
        }
        else
        {
            json.WriteNull(key);
        }
    }

    /// <summary>An integer, or null.</summary>
    public static void Whole(this Utf8JsonWriter json, string key, long? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is { } number)
        {
            json.WriteNumber(key, number);
        }
        else
        {
            json.WriteNull(key);
        }
    }

    /// <summary>A list of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(values);
        json.WriteStartArray(key);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of objects.</summary>
    public static void Objects<T>(this Utf8JsonWriter json, string key, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(write);
        json.WriteStartArray(key);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An object, or null.</summary>
    public static void Part<T>(this Utf8JsonWriter json, string key, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(write);
        if (value is null)
        {
            json.WriteNull(key);
            return;
        }

        json.WriteStartObject(key);
        write(json, value);
        json.WriteEndObject();
    }
}
