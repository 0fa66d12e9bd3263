using System.Text;
using PolicyGraph.Compliance.Checklists;
using PolicyGraph.Ingestion.Sources;

namespace PolicyGraph.Api.Hosting;

/// <summary>A new enterprise's folder: <c>enterprise.yaml</c> to fill in, and the checklist of papers.</summary>
/// <param name="Name">The enterprise's name; null leaves it open, as with the others.</param>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="Industry">GB/T 4754 code.</param>
/// <param name="Jurisdiction">Where it lies.</param>
public sealed record EnterpriseFolderTemplate(string? Name, string? CreditCode, string? Industry, string? Jurisdiction)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the folder; what is there already stays as it is.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="checklist">The papers that are asked for.</param>
    /// <returns>Paths of what was written.</returns>
    /// <exception cref="RequestException">One of the files is there already: nothing was written.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public IReadOnlyList<string> Write(string folder, PaperChecklist checklist)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (File.Exists(folder))
        {
            throw new RequestException($"{folder} 是文件，应为文件夹；请换一个名称");
        }

        (string Path, string Text, Encoding Encoding)[] files =
        [
            (Path.Combine(folder, EnterpriseProfile.FileName), EnterpriseYaml(), Utf8),
            (Path.Combine(folder, ChecklistFile.Markdown), ChecklistText.Markdown(checklist), Utf8),
            (Path.Combine(folder, ChecklistFile.Table), ChecklistText.Csv(checklist), Encoding.UTF8), // with a mark, so that a spreadsheet reads it as UTF-8
        ];
        if (Array.Find(files, f => Path.Exists(f.Path)).Path is { } there)
        {
            throw new RequestException($"{there} 已经存在，没有改动任何文件；请换一个文件夹，或先把它移走");
        }

        Directory.CreateDirectory(folder);
        foreach (var (path, text, encoding) in files)
        {
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None); // never over what came in between
            stream.Write(encoding.GetPreamble());
            stream.Write(encoding.GetBytes(text));
        }

        return [.. files.Select(f => f.Path)];
    }

    /// <summary>The <c>enterprise.yaml</c>: what is not known is left open, what is optional stands as a comment.</summary>
    public string EnterpriseYaml() => $"""
        # 企业信息：填好 name、creditCode、industry、jurisdiction 四项即可使用；以 # 开头的行不起作用，去掉 # 即启用。
        # 这里写的只用来认出企业和选择标准，不当作证据；证据文件放在同一文件夹，名称不限，要哪些见 {ChecklistFile.Markdown}。
        name: {Value(Name)}           # 营业执照上的全称
        creditCode: {Value(CreditCode)}     # 统一社会信用代码，18 位
        industry: {Value(Industry)}       # GB/T 4754-2017 行业代码，加引号，如 "3011"（水泥制造）或 "30"（大类）
        jurisdiction: {Value(Jurisdiction)}   # 所在省、市名称或 GB/T 2260 代码，如 佛山市
        products: []         # 主要产品，如 [水泥, 熟料]；核对证书范围和产品报告时用
        # formerNames: [旧名称有限公司]     # 曾用名：证书、报告上写旧名时用
        # founded: 2016-11-08              # 成立日期：近三年的核查不早于这一天
        # annualEnergyTce: 10000           # 年综合能耗，吨标准煤
        # outputValueWanYuan: 50000        # 年产值，万元
        # evaluationYear: 2025             # 评价年；不写为评价日的上一年
        # notApplicable:                   # 不适用的准则和理由；与证据矛盾的声明不予采用
        #   energy.renewable-share: 厂房屋面和周边均不具备利用条件

        """;

    private static string Value(string? text) => text is null ? string.Empty : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
