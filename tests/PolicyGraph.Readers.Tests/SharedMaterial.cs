using System.Runtime.CompilerServices;

namespace PolicyGraph.Readers.Tests;

/// <summary>Material beside the repository that is not part of it; tests over it pass over what is not there.</summary>
internal static class SharedMaterial
{
    /// <summary>All files below a folder of the shared material; none when it is absent.</summary>
    public static IReadOnlyList<string> Files(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(Root(), folder));
        return Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
    }

    private static string Root([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "shared");
}

/// <summary>A test that needs shared material, skipped with its reason where there is none.</summary>
internal sealed class SharedMaterialFactAttribute : FactAttribute
{
    public SharedMaterialFactAttribute(string folder)
    {
        if (SharedMaterial.Files(folder).Count == 0)
        {
            Skip = $"The shared folder {folder} is not beside this repository.";
        }
    }
}
