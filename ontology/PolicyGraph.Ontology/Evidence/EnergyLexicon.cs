using System.Diagnostics.CodeAnalysis;
using PolicyGraph.Ontology.Yaml;
using PolicyGraph.Text;

namespace PolicyGraph.Ontology.Evidence;

/// <summary>The kinds of energy that are known (<c>lexicon/energies.yaml</c>), found by how a paper calls them.</summary>
public sealed class EnergyLexicon
{
    private const int MaxNameLength = 40;

    private readonly Dictionary<string, Energy> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> affixes = [];
    private readonly List<Energy> energies = [];

    private EnergyLexicon(string source) => Source = source;

    /// <summary>Where the coefficients come from, such as <c>GB/T 2589-2020</c>.</summary>
    public string Source { get; }

    /// <summary>All kinds in the order of the file.</summary>
    public IReadOnlyList<Energy> Energies => energies;

    /// <summary>CO2 factors of electricity, by the year that each is of.</summary>
    public IReadOnlyList<GridFactor> GridFactors { get; private init; } = [];

    /// <summary>The factors that may stand for a year's purchased electricity: those of the latest year up to it, power from fossil fuel alone apart; empty where none is known.</summary>
    public IReadOnlyList<GridFactor> FactorsOf(int year)
    {
        var usable = GridFactors.Where(f => f.Year <= year && f.Use != "fossil").ToList();
        return usable.Count == 0 ? [] : usable.FindAll(f => f.Year == usable.Max(u => u.Year));
    }

    /// <summary>Reads <c>lexicon/energies.yaml</c>.</summary>
    /// <exception cref="YamlException">A fault, with file and line.</exception>
    public static EnergyLexicon Load(YamlMapping file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Allow("source", "gridFactors", "energies");
        var lexicon = new EnergyLexicon(file.Get("source").AsText()) { GridFactors = [.. (file.Find("gridFactors")?.AsList().Items ?? []).Select(f => GridFactor.Read(f.AsMapping()))] };
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in file.Get("energies").AsList().Items)
        {
            var energy = ReadEnergy(item.AsMapping());
            if (!ids.Add(energy.Id))
            {
                throw item.Fault($"能源品种“{energy.Id}”重复");
            }

            lexicon.energies.Add(energy);
            foreach (var name in energy.Names)
            {
                lexicon.Add(item, name, energy);
            }
        }

        lexicon.affixes.Sort(static (a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length) : string.CompareOrdinal(a, b));
        return lexicon;
    }

    /// <summary>Finds a kind by the words of a paper: 电力, 外购热力, 天然气（气态）, 其中：0#柴油, 2．原煤.</summary>
    /// <param name="written">A row label or a name; white space, full width and remarks in brackets do not matter.</param>
    /// <param name="energy">The kind; null when the method returns false.</param>
    /// <returns>False for a name that is not known; a name that merely contains a known one in its middle is not.</returns>
    public bool TryFind(string? written, [NotNullWhen(true)] out Energy? energy)
    {
        energy = null;
        if (string.IsNullOrWhiteSpace(written) || written.Length > MaxNameLength)
        {
            return false;
        }

        var whole = Key(written);
        var bare = WithoutBrackets(whole);
        if (byName.TryGetValue(whole, out energy) || byName.TryGetValue(bare, out energy))
        {
            return true;
        }

        var affix = affixes.Find(name => bare.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            ?? affixes.Find(name => bare.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return affix is not null && byName.TryGetValue(affix, out energy);
    }

    private static Energy ReadEnergy(YamlMapping item)
    {
        item.Allow("id", "names", "unit", "kgce", "kgceMin", "kgceMax", "certainty", "equivalence");
        var value = item.Find("kgce")?.AsDecimal();
        var low = item.Find("kgceMin")?.AsDecimal();
        var high = item.Find("kgceMax")?.AsDecimal();
        var single = value is > 0 && low is null && high is null;
        var range = value is null && low is > 0 && high > low;
        if (!single && !range)
        {
            throw item.Fault("折标系数应为一个正数 kgce，或一个范围 kgceMin < kgceMax");
        }

        var certainty = item.Get("certainty").AsText();
        if (certainty is not ("verified" or "recalled"))
        {
            throw item.FaultAt("certainty", "certainty 应为 verified 或 recalled");
        }

        item.Get("names");
        return new Energy(item.Get("id").AsText(), item.Texts("names"), item.Get("unit").AsText(), value, low, high, certainty)
        {
            Equivalence = item.Find("equivalence")?.AsText(),
        };
    }

    private static string Key(string name) => NormalizedText.Fold(name).Squeeze().Text;

    private static string WithoutBrackets(string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return open > 0 ? name[..open] : name;
    }

    private void Add(YamlNode at, string name, Energy energy)
    {
        var key = Key(name);
        if (!byName.TryAdd(key, energy))
        {
            throw at.Fault($"能源名称“{name}”重复");
        }

        if (key.Length > 1)
        {
            affixes.Add(key); // one character (电) would find 电石 or 发电
        }
    }
}
