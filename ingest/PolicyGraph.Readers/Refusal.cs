using System.Globalization;
using PolicyGraph.Text;

namespace PolicyGraph.Readers;

/// <summary>The catalogue of reasons for which a file is not read at all (RDR001 to RDR029).</summary>
internal static class Refusal
{
    public static DocumentReadException TooLarge(long limit) =>
        Error("RDR001", $"文件超过上限 {Megabytes(limit)}；请拆分或删去大图后重试");

    public static DocumentReadException ExpandsTooFar(string part, string limit) =>
        Error("RDR002", $"压缩内容展开后超过上限（{Clean(part)}：{limit}），可能是压缩炸弹；请确认文件来源，或另存为较小的文件");

    public static DocumentReadException TooManyCharacters(int limit) =>
        Error("RDR003", $"文字超过上限 {limit.ToString("N0", CultureInfo.InvariantCulture)} 个字符；请把文件拆分后重试");

    public static DocumentReadException TooManyCells(int limit) =>
        Error("RDR004", $"表格单元格超过上限 {limit.ToString("N0", CultureInfo.InvariantCulture)} 个；请把表格拆分后重试");

    public static DocumentReadException TooDeep(int limit) =>
        Error("RDR005", $"内容嵌套层数超过上限 {limit}；请在 Office 或 WPS 中另存一份后重试");

    public static DocumentReadException BlockTooLarge(int limit) =>
        Error("RDR006", $"单个段落或表格行的内容超过上限 {limit.ToString("N0", CultureInfo.InvariantCulture)} 个节点；请在 Office 或 WPS 中另存一份后重试");

    public static DocumentReadException TooSlow(TimeSpan limit) =>
        Error("RDR007", $"读取时间超过上限 {limit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} 秒；请把文件拆分后重试");

    public static DocumentReadException TooManyEntries(int limit) =>
        Error("RDR008", $"压缩包内的条目超过上限 {limit} 个；请拆分后重试");

    /// <param name="extension">The name's own claim, with its dot; empty when it has none.</param>
    /// <param name="actual">What the content is.</param>
    /// <param name="advice">What to convert it to.</param>
    /// <param name="honest">Whether name and content agree.</param>
    public static DocumentReadException Unsupported(string extension, string actual, string advice, bool honest) =>
        Error("RDR010", honest || extension.Length == 0
            ? $"内容是{actual}，不支持读取；请{advice}"
            : $"扩展名为 {extension}，内容实际是{actual}，不支持读取；请{advice}");

    public static DocumentReadException Encrypted(string actual) =>
        Error("RDR011", $"{actual}已加密，需要密码才能打开；请在原软件中去掉密码后另存再试");

    public static DocumentReadException Damaged(string actual, Exception? cause = null) =>
        Error("RDR012", $"{actual}已损坏或不完整，无法打开；请重新下载，或用原软件打开后另存再试", cause);

    public static DocumentReadException NoPoppler() =>
        Error("RDR018", "读取 PDF 需要 pdftotext，本机没有安装；请安装 poppler-utils 和 poppler-data，或把文件转换为 DOCX、HTML 或 TXT");

    public static DocumentReadException CopyingForbidden() =>
        Error("RDR011", "PDF 已加密，且设有禁止复制文字的权限密码；请向出具单位索取不加限制的版本，或转换为 DOCX、TXT");

    public static DocumentReadException NotAsStated(string part) =>
        Error("RDR012", $"文件已损坏：{Clean(part)} 展开后与其声明的大小或校验和不符（也可能是压缩炸弹）；请重新下载，或用原软件打开后另存再试");

    public static DocumentReadException HasDtd(string part, Exception? cause = null) =>
        Error("RDR013", $"部件 {Clean(part)} 含有 DTD 或实体声明，出于安全不予读取；请在 Office 或 WPS 中另存一份后重试", cause);

    public static DocumentReadException Binary(string extension) =>
        Error("RDR014", $"{(extension.Length == 0 ? "" : $"扩展名为 {extension}，但")}内容不是可识别的文本或文档（二进制数据）；请确认文件无误，或转换为 DOCX、XLSX、HTML 或 TXT");

    public static DocumentReadException MissingPart(string actual, string part) =>
        Error("RDR012", $"{actual}已损坏或不完整，缺少部件 {Clean(part)}；请用原软件打开后另存再试");

    public static DocumentReadException ArchiveTooDeep(int limit) =>
        Error("RDR015", $"压缩包内套压缩包超过上限 {limit} 层，未展开；请解压后重试");

    public static DocumentReadException UnsafePath(string path) =>
        Error("RDR016", $"压缩包内的路径“{Clean(path)}”指向压缩包之外或含有非法字符，已拒绝；请重新打包");

    public static DocumentReadException SamePath(string path) =>
        Error("RDR017", $"压缩包内有两个文件同名（{Clean(path)}），只读取前一个；请改名后重新打包");

    /// <summary>A name out of a file, fit to stand in a message: no control characters, not longer than 60.</summary>
    public static string Clean(string name)
    {
        var shown = string.Concat(name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(60));
        return shown.Length == 0 ? "?" : shown;
    }

    public static string Megabytes(long bytes) => bytes >= 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes} 字节");

    private static DocumentReadException Error(string code, string message, Exception? cause = null) =>
        new(new Diagnostic(code, Severity.Error, message), cause);
}
