using System.Xml;
using PolicyGraph.Documents;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers.Word;

/// <summary>A Word document: body, then notes, then running heads, as they would be printed.</summary>
internal static class WordReader
{
    public static Document Read(Intake intake, OfficePackage package)
    {
        var main = PackageKind.MainPart(package) ?? "word/document.xml";
        var links = package.Relationships(main).Values.ToList();
        var output = new DocumentBuilder(intake);
        var remarks = new WordRemarks();
        var body = new WordBody(
            output, new WordParagraph(output, WordStyles.Read(package, intake.Options, links), WordNumbering.Read(package, intake.Options, links), remarks), remarks, intake.Options);
        package.Read(main, body.Read);
        foreach (var link in links.Where(link => link is { Type: "footnotes" or "endnotes", IsExternal: false }))
        {
            Optional(package, link.Target, new WordNotes(output, body, intake.Options).Read, output);
        }

        ReadFurniture(package, links, body, output);
        remarks.ExternalContent |= links.Any(link => link is { IsExternal: true, Type: not "hyperlink" }) || HasRemoteTemplate(package);
        remarks.WriteTo(output);
        return output.Build(DocumentFormat.Docx);
    }

    private static void ReadFurniture(OfficePackage package, List<Relationship> links, WordBody body, DocumentBuilder output)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in links.Where(link => link is { Type: "header" or "footer", IsExternal: false }).DistinctBy(link => link.Target))
        {
            var start = output.Length;
            Optional(package, link.Target, body.ReadFurniture, output);
            if (!seen.Add(output.Slice(output.Since(start))) && !output.Since(start).IsEmpty)
            {
                output.TakeBack(start);
            }
        }
    }

    private static void Optional(OfficePackage package, string part, Action<XmlReader> read, DocumentBuilder output)
    {
        if (!package.TryRead(part, read))
        {
            output.Remark(Remark.PartUnreadable(part));
        }
    }

    private static bool HasRemoteTemplate(OfficePackage package) =>
        package.Relationships("word/settings.xml").Values.Any(link => link is { IsExternal: true, Type: "attachedTemplate" });
}
