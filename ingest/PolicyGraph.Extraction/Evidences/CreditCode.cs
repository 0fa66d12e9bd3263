using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Finds a 统一社会信用代码 (GB 32100: eighteen letters and figures) in folded text.</summary>
internal static partial class CreditCode
{
    public static TextSpan? Find(string text, int start, int end)
    {
        foreach (var match in Codes().EnumerateMatches(text.AsSpan(start, end - start)))
        {
            return new TextSpan(start + match.Index, start + match.Index + match.Length);
        }

        return null;
    }

    [GeneratedRegex(@"(?<![0-9A-Z])[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}(?![0-9A-Z])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Codes();
}
