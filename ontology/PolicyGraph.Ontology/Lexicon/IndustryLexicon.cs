using PolicyGraph.Ontology.Yaml;
using PolicyGraph.Text;

namespace PolicyGraph.Ontology.Lexicon;

/// <summary>What a text calls an industry, and the codes that it means.</summary>
/// <param name="Name">As texts write it, without 行业 or 产业.</param>
/// <param name="Codes">GB/T 4754-2017 codes, the main one first.</param>
/// <param name="Umbrella">Whether it is a collective word that no single code matches (机械, 轻工).</param>
/// <param name="Strict">Whether it means the industry only right before 行业, 产业, 工业 or 企业.</param>
public sealed record IndustryName(string Name, IReadOnlyList<string> Codes, bool Umbrella, bool Strict);

/// <summary>The classification GB/T 4754-2017 (sections B, C, D in full) and the names that texts use.</summary>
public sealed class IndustryLexicon
{
    private static readonly string[] Tails = ["制造业", "加工业", "冶炼业", "采选业", "开采业", "制造", "业"];

    private readonly Dictionary<string, string> names;

    private IndustryLexicon(Dictionary<string, string> names, IReadOnlyList<IndustryName> spoken)
    {
        this.names = names;
        Spoken = spoken;
        Matcher = new TermMatcher<IndustryName>(spoken.Select(s => KeyValuePair.Create(s.Name, s)));
    }

    /// <summary>The names that texts use; official names shorter than ten characters are among them, without their tail.</summary>
    public IReadOnlyList<IndustryName> Spoken { get; }

    /// <summary>Finds them.</summary>
    public TermMatcher<IndustryName> Matcher { get; }

    /// <summary>Official names by code: section letter, two, three or four digits.</summary>
    public IReadOnlyDictionary<string, string> Names => names;

    /// <summary>The code that encloses a code: 3011 → 301 → 30 → C; null at the top.</summary>
    /// <remarks>Groups with a single class have no entry of their own, as the standard prints them.</remarks>
    public string? ParentOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        for (var length = code.Length - 1; length >= 2; length--)
        {
            if (names.ContainsKey(code[..length]))
            {
                return code[..length];
            }
        }

        return code.Length < 2 || !int.TryParse(code.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture, out var division)
            ? null
            : division switch { >= 6 and <= 12 => "B", >= 13 and <= 43 => "C", >= 44 and <= 46 => "D", _ => null };
    }

    internal static IndustryLexicon Load(string csv, YamlMapping file)
    {
        var names = ReadCodes(csv);
        file.Allow("names", "strict");
        var strict = file.Texts("strict").ToHashSet(StringComparer.Ordinal);
        var spoken = new Dictionary<string, IndustryName>(StringComparer.Ordinal);
        foreach (var (name, node) in file.Get("names").AsMapping().Entries)
        {
            var codes = node is YamlText ? [node.AsText()] : node.AsMapping().Allow("codes", "umbrella").Texts("codes");
            foreach (var code in codes)
            {
                // Sections outside B, C and D are not in the file; their codes begin at 47.
                if (!names.ContainsKey(code) && string.CompareOrdinal(code, "47") < 0 && !names.Keys.Any(k => k.StartsWith(code, StringComparison.Ordinal)))
                {
                    throw node.Fault($"“{name}”的代码 {code} 不在 GB/T 4754-2017 中");
                }
            }

            var umbrella = node is YamlMapping mapping && mapping.Find("umbrella")?.AsBoolean() == true;
            spoken.Add(name, new IndustryName(name, codes, umbrella, strict.Contains(name)));
        }

        foreach (var (code, official) in names)
        {
            var tail = Array.Find(Tails, t => official.EndsWith(t, StringComparison.Ordinal));
            var bare = code.Length > 1 && tail is not null ? official[..^tail.Length] : official;
            if (code.Length > 1 && bare.Length is >= 3 and <= 10)
            {
                spoken.TryAdd(bare, new IndustryName(bare, [code], false, Strict: true));
            }
        }

        return new IndustryLexicon(names, [.. spoken.Values]);
    }

    private static Dictionary<string, string> ReadCodes(string csv)
    {
        const string file = "industries-gbt4754.csv";
        var names = new Dictionary<string, string>(900, StringComparer.Ordinal);
        var line = 0;
        foreach (var row in csv.AsSpan().EnumerateLines())
        {
            line++;
            if (row.IsEmpty || line == 1)
            {
                continue;
            }

            var comma = row.IndexOf(',');
            if (comma < 1 || comma == row.Length - 1 || !names.TryAdd(row[..comma].ToString(), row[(comma + 1)..].ToString()))
            {
                throw new YamlException(new YamlFault(file, line, "应为“代码,名称”，代码不得重复"));
            }
        }

        return names;
    }
}
