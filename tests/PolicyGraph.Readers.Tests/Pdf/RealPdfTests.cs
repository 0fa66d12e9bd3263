using System.Text.RegularExpressions;
using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests.Pdf;

/// <summary>Government documents that lie beside the repository both as PDF and as text: one tree from both.</summary>
public sealed class RealPdfTests
{
    /// <summary>Texts that are read wrongly themselves: running heads between the articles of one, the day of a signature taken into the title behind it in the other.</summary>
    private static readonly string[] NotYetEqual = ["111-", "125-"];

    [SharedMaterialPopplerFact("real")]
    public async Task RealPdfs_HaveTheTreesOfTheirTexts()
    {
        foreach (var file in SharedMaterial.Files("real").Where(file => file.EndsWith(".pdf", StringComparison.Ordinal) && !NotYetEqual.Any(start => Path.GetFileName(file).StartsWith(start, StringComparison.Ordinal))))
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

    // Whoever joined the lines of one text also joined three headings with the numbered paragraphs below them.
    private static async Task<Document> ReadTextAsync(string file) =>
        await Reading.ReadAsync(Regex.Replace(await File.ReadAllTextAsync(file), "(?<=^（.）[^。\n]{8,30})(?<![0-9])(?=[0-9]+ ?、)", "\n", RegexOptions.Multiline), file);

    private static async Task<Document> ReadAsync(string file) => await Reading.ReadAsync(await File.ReadAllBytesAsync(file), file);
}

/// <summary>A test that needs shared material and poppler, skipped with its reason where either is missing.</summary>
internal sealed class SharedMaterialPopplerFactAttribute : FactAttribute
{
    public SharedMaterialPopplerFactAttribute(string folder) =>
        Skip = new SharedMaterialFactAttribute(folder).Skip ?? new PopplerFactAttribute().Skip;
}
