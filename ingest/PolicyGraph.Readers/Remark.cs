using PolicyGraph.Text;

namespace PolicyGraph.Readers;

/// <summary>The catalogue of remarks on a file that was read (RDR030 and up).</summary>
internal static class Remark
{
    public static Diagnostic WrongExtension(string extension, string actual) =>
        Warning("RDR030", $"扩展名为 {extension}，内容实际是{actual}，已按{actual}读取；请改正扩展名");

    public static Diagnostic InvalidBytes(string encoding, int count, int byteOffset, TextSpan? span) =>
        Warning("RDR031", $"按 {encoding} 解码时有 {count} 处无效字节（首处在第 {byteOffset} 字节），已用 U+FFFD 代替；请核对原文件的编码", span);

    public static Diagnostic ReplacementCharacters(int count, TextSpan span) =>
        Warning("RDR032", $"原文件中已有 {count} 处替换字符 U+FFFD，此前转换编码时丢失了文字；请换用未转换过的原文件", span);

    public static Diagnostic EncodingGuessed(string encoding) =>
        Info("RDR033", $"文件没有声明编码，按内容判定为 {encoding}");

    public static Diagnostic HiddenText(int count, string first) =>
        Info("RDR034", $"有 {count} 处隐藏文字（页面上看不见）未读入，首处：“{Refusal.Clean(first)}”；如需采用请先取消隐藏");

    public static Diagnostic HiddenCells(string what) =>
        Info("RDR035", $"{what}是隐藏的，仍已读入；请确认其中的数据可以采用");

    public static Diagnostic SpanClamped(int count) =>
        Warning("RDR036", $"表格中有 {count} 处单元格合并的行列数不合理，已改为合理的值；请核对该表格");

    public static Diagnostic NoText() =>
        Warning("RDR037", "没有可用文本：文件为空，或内容只是图片（扫描件）；请提供带文字的版本，或先做文字识别（OCR）");

    public static Diagnostic TrackedChanges(int count) =>
        Info("RDR038", $"有 {count} 处未定稿的修订，已按接受全部修订读取");

    public static Diagnostic Pictures(int count) =>
        Info("RDR039", $"有 {count} 张图片，其中的文字没有读取；如图中有数据请另附文字");

    public static Diagnostic RemoteContent() =>
        Info("RDR040", "文件引用了外部模板或外部内容，没有访问；只读取文件自身的文字");

    public static Diagnostic OpenQuote(TextSpan span) =>
        Warning("RDR041", "引号没有成对，自此处起引号按普通字符读取；请核对该行", span);

    public static Diagnostic TagsFlattened(int limit) =>
        Warning("RDR042", $"HTML 标签嵌套超过上限 {limit} 层，已只按纯文字读取，表格结构未保留；请换用较简单的页面");

    public static Diagnostic FormulaWithoutValue(int count, string first) =>
        Warning("RDR043", $"有 {count} 个公式单元格没有保存计算结果（首个 {Refusal.Clean(first)}），按空白读取；请在 Excel 或 WPS 中重新计算并保存");

    public static Diagnostic UnknownSymbol(int count) =>
        Warning("RDR044", $"有 {count} 个字体专用符号无法转换为文字，已用 U+FFFD 代替；请核对原文件");

    public static Diagnostic PartUnreadable(string part) =>
        Warning("RDR045", $"部件 {Refusal.Clean(part)} 已损坏，未读取；其余内容照常读取");

    public static Diagnostic FaintText(int count, TextSpan span) =>
        Warning("RDR046", $"有 {count} 处文字是白色或极小字号，打印时可能看不见（近于隐藏），仍已读入；请核对", span);

    public static Diagnostic EmbeddedDocument(int count) =>
        Warning("RDR047", $"有 {count} 个嵌入的文件没有读取；请把它们单独存为文件后一并提交");

    public static Diagnostic PdfDamaged(int count) =>
        Warning("RDR048", $"PDF 有 {count} 处损坏，这些地方的文字可能缺失；请重新下载，或核对原文件");

    public static Diagnostic PagesWithoutText(IReadOnlyList<int> pages) =>
        Warning("RDR049", $"第 {Named(pages)} 页没有文字层（可能是扫描件），未读取；请先做文字识别（OCR）");

    /// <param name="pages">Where; empty when it is the whole file.</param>
    public static Diagnostic Garbled(IReadOnlyList<int> pages) =>
        Warning("RDR050", $"{(pages.Count == 0 ? "" : $"第 {Named(pages)} 页")}文字层是乱码：字体没有到文字的映射（ToUnicode）；请换用可复制文字的版本，或先做文字识别（OCR）");

    public static Diagnostic DoubtfulPages(IReadOnlyList<int> pages, string reason) =>
        Warning("RDR051", $"第 {Named(pages)} 页{reason}；请与原文核对");

    private static string Named(IReadOnlyList<int> pages) => $"{string.Join('、', pages.Take(10))}{(pages.Count > 10 ? " 等" : "")}";

    private static Diagnostic Info(string code, string message) => new(code, Severity.Info, message);

    private static Diagnostic Warning(string code, string message, TextSpan? span = null) => new(code, Severity.Warning, message, span);
}
