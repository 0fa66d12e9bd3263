using System.Text;

namespace PolicyGraph.Readers.Detection;

/// <summary>A format that is known by its first bytes and not read.</summary>
/// <param name="Name">As it stands in a message.</param>
/// <param name="Advice">What to turn it into, as a request.</param>
/// <param name="Extensions">Names that are honest about it.</param>
/// <param name="Encrypted">Whether it is an Office file behind a password.</param>
internal sealed record ForeignFormat(string Name, string Advice, IReadOnlyList<string> Extensions, bool Encrypted = false)
{
    private const string Photograph = "先做文字识别（OCR），再以 TXT 或 DOCX 提交";

    private static readonly (byte[] Magic, ForeignFormat Format)[] Known =
    [
        ([.. "{\\rtf"u8], new("RTF 文档", "在 Word 或 WPS 中另存为 DOCX 后重试", [".rtf", ".doc"])),
        ([.. "Rar!\u001a"u8], new("RAR 压缩包", "解压，或改用 ZIP 后重试", [".rar"])),
        ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], new("7z 压缩包", "解压，或改用 ZIP 后重试", [".7z"])),
        ([0x1f, 0x8b], new("GZIP 压缩文件", "解压后重试", [".gz", ".tgz"])),
        ([0x89, 0x50, 0x4e, 0x47], new("PNG 图片", Photograph, [".png"])),
        ([0xff, 0xd8, 0xff], new("JPEG 图片", Photograph, [".jpg", ".jpeg"])),
        ([.. "GIF8"u8], new("GIF 图片", Photograph, [".gif"])),
        ([0x49, 0x49, 0x2a, 0], new("TIFF 图片", Photograph, [".tif", ".tiff"])),
        ([0x4d, 0x4d, 0, 0x2a], new("TIFF 图片", Photograph, [".tif", ".tiff"])),
        ([0x4d, 0x5a, 0x90, 0], new("Windows 程序", "确认文件来源，不要提交程序", [".exe", ".dll"])),
        ([0x7f, 0x45, 0x4c, 0x46], new("Linux 程序", "确认文件来源，不要提交程序", [])),
        ([.. "SQLite format 3"u8], new("SQLite 数据库", "导出为 CSV 或 XLSX 后重试", [".db", ".sqlite"])),
        ([.. "MIME-Version:"u8], new("MHTML 网页存档", "在浏览器中另存为 HTML 后重试", [".mht", ".mhtml"])),
    ];

    /// <summary>The foreign format of these bytes; null when there is none.</summary>
    public static ForeignFormat? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(new byte[] { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 }))
        {
            return InCompoundFile(bytes);
        }

        foreach (var (magic, format) in Known)
        {
            if (bytes.StartsWith(magic))
            {
                return format;
            }
        }

        return null;
    }

    // A compound file names its streams in UTF-16; that is enough to tell what wrote it.
    private static ForeignFormat InCompoundFile(ReadOnlySpan<byte> bytes)
    {
        if (Names(bytes, "EncryptedPackage"))
        {
            return new("Office 文档", "", [], Encrypted: true);
        }

        if (Names(bytes, "WordDocument"))
        {
            return new("旧版 Word 文档（DOC）", "在 Word 或 WPS 中另存为 DOCX 后重试", [".doc", ".wps", ".dot"]);
        }

        if (Names(bytes, "Workbook") || Names(bytes, "Book"))
        {
            return new("旧版 Excel 工作簿（XLS）", "在 Excel 或 WPS 中另存为 XLSX 后重试", [".xls", ".et"]);
        }

        return Names(bytes, "PowerPoint Document")
            ? new("旧版演示文稿（PPT）", "把文字另存为 DOCX 或 TXT 后重试", [".ppt", ".dps"])
            : new("OLE 复合文件", "用原软件另存为 DOCX、XLSX 或 TXT 后重试", [".msg", ".vsd"]);
    }

    private static bool Names(ReadOnlySpan<byte> bytes, string stream) => bytes.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
