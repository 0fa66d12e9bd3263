using System.Text.Json;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Json;

/// <summary>Lists and entries as the contract's <c>list</c> and <c>show</c> print them.</summary>
public static class CatalogueJson
{
    /// <summary>Writes a list.</summary>
    public static void WriteList(Utf8JsonWriter json, GraphResult rows)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        WriteRows(json, "items", rows);
        json.WriteEndObject();
    }

    /// <summary>Writes an entry.</summary>
    public static void WriteEntry(Utf8JsonWriter json, GraphEntry entry)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(entry);
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("title", entry.Title);
        json.Texts("labels", entry.Node.Labels);
        foreach (var (key, value) in entry.Node.Properties.Where(p => p.Key is not ("id" or "title" or "titleKey" or "numberKey")).OrderBy(p => p.Key, StringComparer.Ordinal)) // Stores keep them in orders of their own.
        {
            json.WritePropertyName(key is "provisions" or "targets" ? key + "Count" : key);
            GraphValueJson.Write(json, value);
        }

        foreach (var part in entry.Parts)
        {
            WriteRows(json, part.Key, part.Rows);
        }

        json.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter json, string key, GraphResult rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        json.Objects(key, rows.Rows, (writer, row) =>
        {
            for (var i = 0; i < rows.Columns.Count; i++)
            {
                writer.WritePropertyName(rows.Columns[i]);
                GraphValueJson.Write(writer, row[i]);
            }
        });
    }
}
