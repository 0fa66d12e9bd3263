using System.Runtime.CompilerServices;

namespace PolicyGraph.Readers.Tests;

/// <summary>Small documents of genres that the corpus lacks (<c>Genres/</c>), each with the tree that a reader of Chinese documents sees, written by hand.</summary>
/// <remarks>Adding a case needs no C#: a document of any format and, under the same name, its <c>.tree</c>.</remarks>
public sealed class GenreTests
{
    public static TheoryData<string> Documents => [.. Directory.GetFiles(Folder()).Where(file => !file.EndsWith(".tree", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Document_HasTheTreeThatAReaderSees(string name)
    {
        var file = Path.Combine(Folder(), name);
        var tree = ProvisionOutline.OfHeadings(await Reading.ReadAsync(await File.ReadAllBytesAsync(file), name));
        Assert.Equal((await File.ReadAllTextAsync(Path.ChangeExtension(file, ".tree"))).ReplaceLineEndings("\n").TrimEnd(), string.Join('\n', tree));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Genres");
}
