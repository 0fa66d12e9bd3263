using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Packages;

/// <summary>Says what a zip is: a Word document, a workbook, or something that is not read.</summary>
internal static class PackageKind
{
    /// <exception cref="DocumentReadException">Neither, or damaged.</exception>
    public static DocumentFormat Decide(Intake intake)
    {
        using var package = OfficePackage.Open(intake, Claim(intake.Extension));
        if (MainPart(package) is { } main)
        {
            if (main.StartsWith("word/", StringComparison.OrdinalIgnoreCase))
            {
                return DocumentFormat.Docx;
            }

            if (main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) && !main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            {
                return DocumentFormat.Xlsx;
            }
        }

        return Has(package, "word/") ? DocumentFormat.Docx
            : package.Has("xl/workbook.xml") ? DocumentFormat.Xlsx
            : throw Foreign(intake, package);
    }

    /// <summary>Name of the part that the package calls its document; null when it names none.</summary>
    public static string? MainPart(OfficePackage package) =>
        package.Relationships("").Values.FirstOrDefault(link => link is { Type: "officeDocument", IsExternal: false } && package.Has(link.Target))?.Target;

    private static string Claim(string extension) => extension switch
    {
        ".docx" or ".docm" => "Word 文档（DOCX）",
        ".xlsx" or ".xlsm" => "Excel 工作簿（XLSX）",
        _ => "压缩文件（ZIP）",
    };

    private static DocumentReadException Foreign(Intake intake, OfficePackage package)
    {
        var (name, advice, extension) = Has(package, "ppt/") ? ("演示文稿（PPTX）", "把文字另存为 DOCX 或 TXT 后重试", ".pptx")
            : Has(package, "xl/") ? ("二进制 Excel 工作簿（XLSB）", "在 Excel 或 WPS 中另存为 XLSX 后重试", ".xlsb")
            : package.Has("OFD.xml") ? ("OFD 版式文件", "转换为带文字的 DOCX、HTML 或 TXT 后重试", ".ofd")
            : package.Has("content.xml") ? ("OpenDocument 文件（ODT/ODS）", "另存为 DOCX 或 XLSX 后重试", ".odt")
            : package.Has("mimetype") ? ("EPUB 或类似的电子书", "转换为 DOCX 或 TXT 后重试", ".epub")
            : ("ZIP 压缩包", "解压，把其中的文件放入文件夹后重试", ".zip");
        return Refusal.Unsupported(intake.Extension, name, advice, intake.Extension == extension);
    }

    private static bool Has(OfficePackage package, string folder) =>
        package.Parts.Any(part => part.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
}
