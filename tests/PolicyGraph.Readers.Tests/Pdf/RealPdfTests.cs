using System.Text.RegularExpressions;
using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests.Pdf;

/// <summary>Government documents that lie beside the repository both as PDF and as text: one tree from both.</summary>
public sealed class RealPdfTests
{
    [SharedMaterialPopplerFact("real")]
    public async Task RealPdfs_HaveTheTreesOfTheirTexts()
    {
        foreach (var file in SharedMaterial.Files("real").Where(file => file.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            var text = await ReadTextAsync(Path.ChangeExtension(file, ".txt"));
            var pdf = await ReadAsync(file);
            Assert.Equal(
                (file, string.Join('\n', ProvisionOutline.WithWords(text))),
                (file, string.Join('\n', ProvisionOutline.WithWords(pdf))));
            Assert.All(pdf.Pages, page => Assert.Equal(PageGrade.Good, page.Grade));
            Assert.All(pdf.Blocks, block => Assert.NotEmpty(pdf.BoxesOf(block.Span)));
        }
    }

    // The text without page numbers and the running heads behind them; whoever joined the lines of one text also joined three headings with the numbered paragraphs below them.
    private static async Task<Document> ReadTextAsync(string file)
    {
        var lines = await File.ReadAllLinesAsync(file);
        var heads = lines.Index().Where(line => IsPageNumber(line.Item)).SelectMany(number => lines.Skip(number.Index + 1).Take(2)).GroupBy(line => line).Where(line => line.Count() >= 3).Select(line => line.Key).ToHashSet();
        var text = string.Join('\n', lines.Where(line => !IsPageNumber(line) && !heads.Contains(line)));
        return await Reading.ReadAsync(Regex.Replace(text, "(?<=^（.）[^。\n]{8,30})(?<![0-9])(?=[0-9]+ ?、)", "\n", RegexOptions.Multiline), file);
    }

    private static bool IsPageNumber(string line) => Regex.IsMatch(line, "^- [0-9]+ -$");

    private static async Task<Document> ReadAsync(string file) => await Reading.ReadAsync(await File.ReadAllBytesAsync(file), file);
}

/// <summary>A test that needs shared material and poppler, skipped with its reason where either is missing.</summary>
internal sealed class SharedMaterialPopplerFactAttribute : FactAttribute
{
    public SharedMaterialPopplerFactAttribute(string folder) =>
        Skip = new SharedMaterialFactAttribute(folder).Skip ?? new PopplerFactAttribute().Skip;
}
