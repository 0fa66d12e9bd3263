using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>（规范性）, （资料性附录）: the word between the number of a standard's annex and its title.</summary>
internal static class AnnexKind
{
    /// <summary>Its length at the start of <paramref name="span"/>; 0 when it does not stand there.</summary>
    public static int Length(string text, TextSpan span)
    {
        if (text[span.Start] is not ('（' or '('))
        {
            return 0;
        }

        var close = text.AsSpan(span.Start, Math.Min(span.Length, 12)).IndexOfAny('）', ')');
        return close > 1 && HeadingMark.Squeeze(text[(span.Start + 1)..(span.Start + close)]) is "规范性" or "资料性" or "规范性附录" or "资料性附录" ? close + 1 : 0;
    }
}
