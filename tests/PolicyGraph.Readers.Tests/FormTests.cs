using System.Runtime.CompilerServices;
using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests;

/// <summary>The corpus's policies as DOCX, HTML and PDF by LibreOffice (<c>Forms/make.py</c>): whatever the form, the tree is the text's.</summary>
public sealed class FormTests
{
    public static TheoryData<string> Forms => [.. Files().Where(form => !form.EndsWith(".pdf", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_HasTheTreeOfItsText(string form)
    {
        var (text, other) = await Both(form);
        Assert.Equal(string.Join('\n', ProvisionOutline.WithWords(text)), string.Join('\n', ProvisionOutline.WithWords(other)));
    }

    [PopplerFact]
    public async Task PdfForms_HaveTheTreesOfTheirTexts()
    {
        foreach (var form in Files().Where(form => form.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            await Form_HasTheTreeOfItsText(form);
        }
    }

    [Fact]
    public void EveryPolicy_HasThreeForms() =>
        Assert.Equal(
            from number in (string[])["000", "001", "002", "003", "004"] from kind in (string[])["docx", "html", "pdf"] select $"{number}.{kind}",
            Files());

    [PopplerFact]
    public async Task BoxOfTargets_IsOneTableInEveryForm()
    {
        foreach (var form in (string[])["001.docx", "001.html", "001.pdf"])
        {
            var (text, other) = await Both(form);
            var flattened = Assert.Single(PolicyGraph.Documents.Structure.FlattenedTableReader.Read(text));
            var table = Assert.Single(other.Tables);
            Assert.Equal(flattened.Cells().Select(Line), table.Cells().Select(Line));
        }
    }

    private static string Line(string[] cells) => string.Concat(string.Join('|', cells).Where(c => !char.IsWhiteSpace(c)));

    private static async Task<(Document Text, Document Form)> Both(string form)
    {
        var text = Directory.GetFiles(Path.Combine(Folder(), "..", "..", "..", "corpus", "policies"), form[..3] + "*.txt").Single();
        return (await Reading.ReadAsync(await File.ReadAllBytesAsync(text), text), await Reading.ReadAsync(await File.ReadAllBytesAsync(Path.Combine(Folder(), form)), form));
    }

    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Folder()).Select(file => Path.GetFileName(file)).Where(file => Path.GetExtension(file) is ".docx" or ".html" or ".pdf").Order(StringComparer.Ordinal);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Forms");
}
