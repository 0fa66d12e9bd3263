using System.IO.Compression;
using System.Security;
using System.Text;

namespace PolicyGraph.SampleEnterprises;

/// <summary>Writes the zip of a DOCX or XLSX file so that equal parts give equal bytes.</summary>
/// <remarks>One fixed time for every entry, and no compression, whose output may change with the runtime.</remarks>
internal static class Package
{
    internal const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";

    private static readonly DateTimeOffset Written = new(2026, 6, 25, 8, 0, 0, TimeSpan.Zero);

    internal static byte[] Write(IEnumerable<(string Name, string Xml)> parts)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string xml) in parts)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Written;
                using Stream part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes(Declaration + xml));
            }
        }

        return stream.ToArray();
    }

    internal static string Escape(string text) => SecurityElement.Escape(text);

    internal static string Relationships(params (string Type, string Target)[] targets) =>
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
        + string.Concat(targets.Select((t, i) =>
            $"""<Relationship Id="rId{i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{t.Type}" Target="{t.Target}"/>"""))
        + "</Relationships>";

    internal static string ContentTypes(params (string Part, string Type)[] parts) =>
        """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"""
        + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
        + """<Default Extension="xml" ContentType="application/xml"/>"""
        + string.Concat(parts.Select(p =>
            $"""<Override PartName="{p.Part}" ContentType="application/vnd.openxmlformats-officedocument.{p.Type}+xml"/>"""))
        + "</Types>";
}
