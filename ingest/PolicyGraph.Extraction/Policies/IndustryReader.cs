using PolicyGraph.Ontology.Lexicon;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Reads the industries that a text names: right before 行业 or 产业, or in a list that such a word closes.</summary>
internal sealed class IndustryReader
{
    private const int MaxList = 140;
    private const int MaxItem = 14;
    private const int MaxTail = 16;

    private static readonly System.Buffers.SearchValues<char> Joints = System.Buffers.SearchValues.Create("、和与及或等");

    private static readonly string[] Direct = ["行业", "产业", "工业", "企业", "制造业", "领域", "业", "等行业", "等产业"];
    private static readonly string[] StrictDirect = ["行业", "产业", "工业", "业", "制造业"];
    private static readonly string[] Tails = ["行业", "产业", "工业", "领域", "企业", "为重点", "生产", "产品", "制造业", "子行业"];
    private static readonly string[] StrictTails = ["行业", "产业", "工业", "制造业"];

    private readonly IndustryLexicon industries;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<IndustryMention> mentions = [];

    public IndustryReader(PolicyLexicon lexicon) => industries = lexicon.Industries;

    /// <summary>What was found so far, each name at its first place.</summary>
    public IReadOnlyList<IndustryMention> Mentions => mentions;

    /// <summary>Reads one paragraph.</summary>
    public void Read(Prose prose)
    {
        foreach (var (start, term, name) in industries.Matcher.FindAll(prose.Text))
        {
            if (!seen.Contains(name.Name) && Names(prose.Text, start + term.Length, name.Strict))
            {
                seen.Add(name.Name);
                mentions.Add(new IndustryMention(prose.Origin(start, start + term.Length), prose.Path, name.Name, name.Codes[0], name.Codes));
            }
        }
    }

    private static bool Names(string text, int end, bool strict)
    {
        var rest = text.AsSpan(end, Math.Min(MaxList, text.Length - end));
        if (Words.Beginning(rest, strict ? StrictDirect : Direct) is not null)
        {
            return true;
        }

        var stop = rest.IndexOfAny(",。;:(");
        rest = stop < 0 ? rest : rest[..stop];
        if (rest.IsEmpty || !(rest[0] is '、' or '和' or '与' or '及' or '或' or '等' || rest.StartsWith("产品等") || rest.StartsWith("生产等")))
        {
            return false;
        }

        // A list: short items, then 等 and the word that says what they are, or that word behind the last item.
        while (!rest.IsEmpty)
        {
            if (rest[0] == '等')
            {
                var tail = rest[1..Math.Min(rest.Length, MaxTail)];
                return Words.Any(tail, strict ? StrictTails : Tails);
            }

            if (rest[0] is '、' or '和' or '与' or '及' or '或')
            {
                rest = rest[1..];
                continue;
            }

            var next = rest.IndexOfAny(Joints);
            var item = next < 0 ? rest : rest[..next];
            if (Words.Ending(item, StrictTails) is not null || Words.Any(item[..Math.Min(item.Length, 10)], next < 0 && !strict ? Direct : StrictTails))
            {
                return true;
            }

            if (next < 0 || item.Length > MaxItem)
            {
                return item.Length > 0 && Words.Any(item[..Math.Min(item.Length, 10)], StrictTails);
            }

            rest = rest[next..];
        }

        return false;
    }
}
