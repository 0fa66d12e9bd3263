using PolicyGraph.Text;

namespace PolicyGraph.Ingestion.Loading;

/// <summary>What a document is cited for, as far as its own sentence says: as the basis on which the citing document was made, or to repeal it.</summary>
public static class CitationRole
{
    /// <summary>为贯彻落实《…》，特制定本方案: the citing document was made on it.</summary>
    public const string Basis = "basis";

    /// <summary>《…》同时废止: the citing document repeals it.</summary>
    public const string Repeals = "repeals";

    private const int MaxSentence = 400;

    private static readonly string[] Grounds = ["根据", "依据", "按照", "遵照", "贯彻", "落实"];
    private static readonly string[] Making = ["制定本", "制订本", "编制本", "特制定", "制定了", "提出以下", "提出如下", "现就", "现将", "决定开展", "我省实际", "我市实际", "本省实际", "本市实际", "结合实际"];
    private static readonly string[] Repealing = ["废止", "失效"];

    /// <summary>The role of one citation; null for a mere mention.</summary>
    /// <param name="text">The text of the citing document.</param>
    /// <param name="citation">Where the cited document is named.</param>
    /// <remarks>贯彻《清洁生产促进法》，实施强制性审核 is a mention: the sentence makes no document.</remarks>
    public static string? Of(string text, TextSpan citation)
    {
        ArgumentNullException.ThrowIfNull(text);
        var before = text.AsSpan(0, citation.Start)[^Math.Min(MaxSentence, citation.Start)..];
        before = before[(before.LastIndexOfAny('。', '；', ';') + 1)..];
        var behind = text.AsSpan(citation.End);
        behind = behind[..Math.Min(MaxSentence, behind.Length)];
        var stop = behind.IndexOfAny('。', '；', ';');
        var tail = stop < 0 ? behind : behind[..stop];
        if (Has(tail, Repealing) && (Has(tail, ["同时", "予以", "即行"]) || Has(before, ["同时", "即行"])))
        {
            return Repeals;
        }

        return Has(before, Grounds) && Has(tail, Making) ? Basis : null;
    }

    private static bool Has(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
