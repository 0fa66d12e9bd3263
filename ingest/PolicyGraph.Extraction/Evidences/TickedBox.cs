using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads the answer in a cell: 是, Yes 是, √, ☑是 □否, 已实现, 未建设（二期）, 通过.</summary>
internal static partial class TickedBox
{
    private static readonly SearchValues<char> Ticked = SearchValues.Create("☑☒√✓✔■●▣");
    private static readonly SearchValues<char> Empty = SearchValues.Create("□☐○◯▢");
    private static readonly SearchValues<char> Boxes = SearchValues.Create("☑☒√✓✔■●▣□☐○◯▢");
    private const int MaxLength = 24;

    /// <summary>The answer; null for words that answer nothing.</summary>
    /// <param name="words">Folded words without blanks.</param>
    public static bool? Answer(string words)
    {
        if (words.Length is 0 or > MaxLength)
        {
            return null;
        }

        if (words.AsSpan().IndexOfAny(Ticked) is var tick and >= 0 && words.AsSpan().IndexOfAny(Empty) >= 0)
        {
            return Ticks(words, tick);
        }

        var bare = words.Trim('(', ')', '。', '*');
        bare = English().Replace(bare, string.Empty) is { Length: > 0 } native ? native : bare;
        return No().IsMatch(bare) ? false : Yes().IsMatch(bare) ? true : null;
    }

    /// <summary>Whether a cell holds nothing, or a stroke for nothing.</summary>
    public static bool IsBlank(string words) => words.Trim('-', '—', '/', '–') is "";

    // ☑是☐否, 是☑否□: the word of the ticked box stands behind it, or before it where the cell ends with a box.
    private static bool? Ticks(string words, int tick)
    {
        var before = Boxes.Contains(words[^1]);
        var start = before ? words.AsSpan(0, tick).LastIndexOfAny(Boxes) + 1 : tick + 1;
        var rest = words.AsSpan(tick + 1).IndexOfAny(Boxes);
        var end = before ? tick : rest < 0 ? words.Length : tick + 1 + rest;
        return Answer(words[start..end]);
    }

    // Yes 是, No 否: the same in English
    [GeneratedRegex("^[A-Za-z./]+(?=[\\u4e00-\\u9fff])|(?<=[\\u4e00-\\u9fff])[A-Za-z./]+$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex English();

    [GeneratedRegex("^(?:否|无|没有|没|×|✗|✘|☒|N|n|No|NO|no|不符合|不具备|不满足|不支持|不适用|不通过|未通过|未实现|未具备|未建设?|未上线|未开发|未部署|未配置|未启用|未完成|未交付|尚未.*|暂无|暂未.*|在建|待建|规划中?|开发中|建设中|二期.*|0|□|☐|○)(?:\\(.*\\)|[,;].*)?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex No();

    [GeneratedRegex("^(?:是|有|√|✓|✔|☑|■|●|Y|y|Yes|YES|yes|OK|ok|符合|具备|满足|支持|通过|合格|完成|实现|上线|启用|可用|正常|具有|已有|已(?:具备|实现|上线|建成|建|启用|完成|部署|投用|投运|交付|通过|开通|配置))(?:\\(.*\\)|[,;].*)?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Yes();
}
